namespace Entente.Datasets;

/// <summary>The General Assembly's roll calls of a record: where the files lie, and how the two numberings go together.</summary>
/// <param name="files">Where to look.</param>
public sealed class RollCallArchive(RecordFiles files)
{
    /// <summary>Votes by rcid, sessions 1–74, those that the published ideal points rest on.</summary>
    public const string ByRcid = "unga_votes_1946_2020.csv";

    /// <summary>Votes by resid, sessions 1–78, by state-system member.</summary>
    public const string ByResid = "unga_votes_cow_1946_2024.csv";

    private const string RollCalls = "unga_roll_calls_1946_2020.csv";
    private const string Issues = "unga_roll_call_issues_1946_2020.csv";
    private const string Crosswalk = "unga_roll_calls_cow_1946_2024.csv";
    private const string Matched = "unga-matched-resolutions.csv";

    /// <summary>The pairs of matched resolutions kept with the record, or null.</summary>
    public string? MatchedFile => files.Find(Matched);

    /// <summary>Votes by state-system member, all sessions; those by rcid where only they are there.</summary>
    /// <exception cref="FileNotFoundException">No file of votes is there; the message says how to get one.</exception>
    /// <exception cref="InvalidDataException">A file is not of the form expected.</exception>
    public RollCallReading ReadByMember() => Read(files.Given ?? files.Find(ByResid) ?? files.Find(ByRcid) ?? throw Missing());

    /// <summary>Votes by rcid with the sessions after them from the file by resid; either alone where the other is not there.</summary>
    /// <exception cref="FileNotFoundException">No file of votes is there; the message says how to get one.</exception>
    /// <exception cref="InvalidDataException">A file is not of the form expected.</exception>
    public RollCallReading ReadLongest()
    {
        if (files.Given is { } given) return Read(given);
        if (files.Find(ByRcid) is not { } byRcid) return Read(files.Find(ByResid) ?? throw Missing());
        RollCallReading first = Read(byRcid);
        if (files.Find(ByResid) is not { } byResid || first.RollCalls.Count == 0) return first;
        int last = first.RollCalls.Max(c => c.Session);
        RollCallReading then = Read(byResid);
        return new RollCallReading([.. first.RollCalls, .. then.RollCalls.Where(c => c.Session > last)], first.PassedOver + then.PassedOver, first.IsByRcid);
    }

    /// <summary>Pairs of matched resolutions in the numbering of what was read.</summary>
    /// <exception cref="InvalidDataException">The columns rcid1 and rcid2 are lacking, or pairs by rcid cannot be told in resid for want of the crosswalk.</exception>
    public IReadOnlyList<(int Earlier, int Later)> ReadMatched(string path, RollCallReading votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        IReadOnlyList<(int Earlier, int Later)> pairs = RollCallReader.ReadMatched(path);
        if (votes.IsByRcid) return pairs;
        string crosswalk = files.Find(Crosswalk)
            ?? throw new InvalidDataException($"The pairs are numbered by rcid and the votes by resid: {Crosswalk}, which has both, is needed beside the votes.");
        Dictionary<int, int> residOf = RollCallReader.ReadCrosswalk(crosswalk).ToDictionary(c => c.Value, c => c.Key);
        return [.. pairs.Where(p => residOf.ContainsKey(p.Earlier) && residOf.ContainsKey(p.Later)).Select(p => (residOf[p.Earlier], residOf[p.Later]))];
    }

    private RollCallReading Read(string votes) => RollCallReader.Read(votes, files.Find(RollCalls), files.Find(Issues), files.Find(Crosswalk));

    private static FileNotFoundException Missing() => new(
        $"No votes of the General Assembly are imported. Run `entente record import unga-votes {ByResid}` or `entente record import --all DIR`, or point --record at the folder or file as published.");
}
