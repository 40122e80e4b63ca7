using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

/// <summary>Joins the list of resolutions on wars (<c>data/wars/resolutions.tsv</c>) with the votes of the published files.</summary>
public static class WarVotes
{
    private const string RollCalls = "unga_roll_calls_1946_2020.csv", Emergency = "unga_es_11_1_vote_2022.csv";

    /// <summary>Writes <c>war, name, belligerents, symbol, date, key, votes</c>, tab-separated, as <see cref="WarResolution.Load"/> reads them. The same files give the same bytes.</summary>
    /// <param name="files">Where the published files lie.</param>
    /// <param name="resolutions">The list: <c>war, name, belligerents, symbol, row</c>.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="FileNotFoundException">A published file is not there.</exception>
    /// <exception cref="InvalidDataException">A resolution of the list has no votes in them; the message names it.</exception>
    public static int Write(RecordFiles files, TextReader resolutions, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(resolutions);
        ArgumentNullException.ThrowIfNull(output);
        string votes = files.Find(RollCallArchive.ByRcid) ?? throw new FileNotFoundException($"{RollCallArchive.ByRcid} is not there.", RollCallArchive.ByRcid);
        var calls = RollCallReader.Read(votes, files.Find(RollCalls), null, null).RollCalls.ToDictionary(c => $"rcid {c.Id.ToString(CultureInfo.InvariantCulture)}");
        foreach (RollCall call in ReadEmergency(files.Find(Emergency) ?? throw new FileNotFoundException($"{Emergency} is not there.", Emergency))) calls[call.Description] = call;
        output.Write("war\tname\tbelligerents\tsymbol\tdate\tkey\tvotes\n");
        resolutions.ReadLine();
        int written = 0;
        while (resolutions.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var war, var name, var belligerents, var symbol, var row]) continue;
            if (!calls.TryGetValue(row, out RollCall? call)) throw new InvalidDataException($"{symbol} ({row}) has no votes in the published files.");
            string cast = string.Join(' ', call.Votes.OrderBy(v => v.Ccode).Select(v => $"{(v.Choice switch { VoteChoice.Yes => 'Y', VoteChoice.Abstain => 'A', _ => 'N' })}{v.Ccode.ToString(CultureInfo.InvariantCulture)}"));
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{war}\t{name}\t{belligerents}\t{symbol}\t{call.Date:yyyy-MM-dd}\t{row}\t{cast}\n"));
            written++;
        }
        return written;
    }

    private static List<RollCall> ReadEmergency(string path)
    {
        using CsvFile file = CsvFile.Open(path);
        int resolution = file.Column("resolution"), date = file.Column("date"), ccode = file.Column("ccode"), vote = file.Column("vote");
        var cast = new Dictionary<string, (DateOnly Day, List<CastVote> Votes)>(StringComparer.Ordinal);
        while (file.Read())
        {
            VoteChoice? choice = file.Text(vote) switch { "yes" => VoteChoice.Yes, "abstain" => VoteChoice.Abstain, "no" => VoteChoice.No, _ => null };
            if (choice is not { } how || file.Date(date) is not { } day || file.Whole(ccode) is not { } state) continue;
            if (!cast.TryGetValue(file.Text(resolution), out var at)) cast[file.Text(resolution)] = at = (day, []);
            at.Votes.Add(new CastVote(state, how));
        }
        return [.. cast.Select(c => new RollCall(0, 0, c.Value.Day, c.Value.Votes) { Description = c.Key })];
    }
}
