using Entente.Record;

namespace Entente.Datasets;

/// <summary>Reads General Assembly votes as published, in either of two forms, told apart by their headers.</summary>
/// <remarks>
/// By <c>rcid</c>: rows rcid, ccode, vote (yes, abstain, no), with sessions and dates in a file of roll calls beside it. By <c>resid</c>: rows resid,
/// session, date, ccode, vote (1, 2, 3). Rows that cannot be read are passed over and counted.
/// </remarks>
public static class RollCallReader
{
    /// <summary>Reads votes and, where given, the roll calls and their issues.</summary>
    /// <param name="votes">File of votes; .gz is seen through.</param>
    /// <param name="rollCalls">File of roll calls by rcid: needed for votes by rcid, and for importance.</param>
    /// <param name="issues">File of issue tags by rcid, or null.</param>
    /// <param name="crosswalk">File with resid and rcid: needed to give votes by resid their issues and importance.</param>
    /// <exception cref="InvalidDataException">A file is not of these forms; the message names what is lacking.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RollCallReading Read(string votes, string? rollCalls, string? issues, string? crosswalk)
    {
        using CsvFile file = CsvFile.Open(votes);
        if (file.Has("rcid"))
            return ReadByRcid(file, ReadAbout(rollCalls
                ?? throw new InvalidDataException($"{Path.GetFileName(votes)} numbers its votes by rcid; the file of roll calls (unga_roll_calls_1946_2020.csv) is needed beside it."), issues));
        RollCallReading read = ReadByResid(file);
        if (rollCalls is null || crosswalk is null) return read;
        Dictionary<int, RollCall> about = ReadAbout(rollCalls, issues);
        Dictionary<int, int> rcid = ReadCrosswalk(crosswalk);
        return read with
        {
            RollCalls = [.. read.RollCalls.Select(c => rcid.TryGetValue(c.Id, out int id) && about.TryGetValue(id, out RollCall? a)
                ? c with { Issues = a.Issues, IsImportant = a.IsImportant, Description = a.Description }
                : c)],
        };
    }

    /// <summary>Reads pairs of matched resolutions: columns rcid1 and rcid2.</summary>
    /// <exception cref="InvalidDataException">The columns are lacking.</exception>
    public static IReadOnlyList<(int Earlier, int Later)> ReadMatched(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int first = file.Column("rcid1"), second = file.Column("rcid2");
        var pairs = new List<(int, int)>();
        while (file.Read())
            if (file.Whole(first) is { } a && file.Whole(second) is { } b) pairs.Add((a, b));
        return pairs;
    }

    /// <summary>The rcid of each resid that has one.</summary>
    /// <exception cref="InvalidDataException">The columns are lacking.</exception>
    public static Dictionary<int, int> ReadCrosswalk(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int resid = file.Column("resid"), rcid = file.Column("rcid");
        var pairs = new Dictionary<int, int>();
        while (file.Read())
            if (file.Whole(resid) is { } a && file.Whole(rcid) is { } b) pairs[a] = b;
        return pairs;
    }

    private static RollCallReading ReadByResid(CsvFile file)
    {
        int id = file.Column("resid"), session = file.Column("session"), date = file.Column("date"), ccode = file.Column("ccode"), vote = file.Column("vote");
        var calls = new Dictionary<int, (int Session, DateOnly Date, List<CastVote> Votes)>();
        long passedOver = 0;
        while (file.Read())
        {
            if (file.Whole(id) is not { } call || file.Whole(session) is not { } s || file.Date(date) is not { } day || file.Whole(ccode) is not { } state || Choice(file.Text(vote)) is not { } choice)
            {
                passedOver++;
                continue;
            }
            if (!calls.TryGetValue(call, out var at)) calls[call] = at = (s, day, []);
            at.Votes.Add(new CastVote(state, choice));
        }
        return Finish(calls.Select(c => new RollCall(c.Key, c.Value.Session, c.Value.Date, c.Value.Votes)), passedOver, false);
    }

    private static RollCallReading ReadByRcid(CsvFile file, Dictionary<int, RollCall> about)
    {
        var votes = new Dictionary<int, List<CastVote>>();
        int id = file.Column("rcid"), ccode = file.Column("ccode"), vote = file.Column("vote");
        long passedOver = 0;
        while (file.Read())
        {
            if (file.Whole(id) is not { } call || !about.ContainsKey(call) || file.Whole(ccode) is not { } state || Choice(file.Text(vote)) is not { } choice)
            {
                passedOver++;
                continue;
            }
            if (!votes.TryGetValue(call, out List<CastVote>? cast)) votes[call] = cast = [];
            cast.Add(new CastVote(state, choice));
        }
        return Finish(votes.Select(v => about[v.Key] with { Votes = v.Value }), passedOver, true);
    }

    private static RollCallReading Finish(IEnumerable<RollCall> calls, long passedOver, bool isByRcid)
    {
        long twice = 0;
        var kept = new List<RollCall>();
        foreach (RollCall call in calls.OrderBy(c => c.Session).ThenBy(c => c.Id))
        {
            CastVote[] once = [.. call.Votes.DistinctBy(v => v.Ccode).OrderBy(v => v.Ccode)];
            twice += call.Votes.Count - once.Length;
            kept.Add(call with { Votes = once });
        }
        return new RollCallReading(kept, passedOver + twice, isByRcid);
    }

    private static Dictionary<int, RollCall> ReadAbout(string path, string? issuesPath)
    {
        ILookup<int, string>? issues = issuesPath is null ? null : ReadIssues(issuesPath);
        using CsvFile file = CsvFile.Open(path);
        int id = file.Column("rcid"), session = file.Column("session"), date = file.Column("date"), important = file.Column("importantvote"), title = file.Column("short"), text = file.Column("descr");
        var calls = new Dictionary<int, RollCall>();
        while (file.Read())
            if (file.Whole(id) is { } call && file.Whole(session) is { } s && file.Date(date) is { } day)
                calls[call] = new RollCall(call, s, day, [])
                {
                    Issues = issues is null ? [] : [.. issues[call].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    IsImportant = file.Whole(important) is { } flag ? flag == 1 : null,
                    Description = $"{file.Text(title)} {file.Text(text)}".Trim(),
                };
        return calls;
    }

    private static ILookup<int, string> ReadIssues(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int id = file.Column("rcid"), name = file.Column("short_name");
        var tags = new List<(int Call, string Issue)>();
        while (file.Read())
            if (file.Whole(id) is { } call) tags.Add((call, file.Text(name)));
        return tags.ToLookup(t => t.Call, t => t.Issue);
    }

    private static VoteChoice? Choice(string text) => text switch
    {
        "1" or "yes" => VoteChoice.Yes,
        "2" or "abstain" => VoteChoice.Abstain,
        "3" or "no" => VoteChoice.No,
        _ => null,
    };
}

/// <summary>What was read of the roll calls.</summary>
/// <param name="RollCalls">By session and number, each with its votes by state.</param>
/// <param name="PassedOver">Rows that could not be read, belong to no roll call, or repeat a state's vote.</param>
/// <param name="IsByRcid">Whether roll calls are numbered by rcid; else by resid.</param>
public sealed record RollCallReading(IReadOnlyList<RollCall> RollCalls, long PassedOver, bool IsByRcid);
