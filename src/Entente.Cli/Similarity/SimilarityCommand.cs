using System.CommandLine;
using System.Globalization;
using Entente.Measures.Similarity;

namespace Entente.Cli.Similarity;

/// <summary><c>entente similarity</c>: the published measures of foreign-policy similarity, for dyads of the record or for two vectors.</summary>
internal static class SimilarityCommand
{
    public static Command Create()
    {
        var vectors = new Option<FileInfo?>("--vectors") { Description = "Two columns of codes, a row a target (a third column: weights); all measures as JSON." };
        var scale = new Option<string?>("--scale") { Description = "Scale of the codes of --vectors: alliances (0–3), votes (1–3), binary (0–1), or LOW..HIGH. Default: seen from the codes." };
        var on = new Option<string>("--on") { Description = "votes or alliances.", DefaultValueFactory = _ => "votes" };
        on.AcceptOnlyFromAmong("votes", "alliances");
        var measure = new Option<string>("--measure") { Description = "One of " + string.Join(", ", MeasureNames.All.Keys) + ", all.", DefaultValueFactory = _ => "s" };
        measure.AcceptOnlyFromAmong([.. MeasureNames.All.Keys, "all"]);
        var year = new Option<int?>("--year") { Description = "Only this year." };
        var state = new Option<string?>("--state") { Description = "Only dyads of this state." };
        var by = new Option<string>("--by") { Description = "Votes by calendar year or by session (labelled 1945 + session).", DefaultValueFactory = _ => "year" };
        by.AcceptOnlyFromAmong("year", "session");
        var weight = new Option<string[]>("--weight") { Description = "TAG=W, repeatable: weight of votes on an issue (me, nu, di, hr, co, ec), of important ones, and of other ones." };
        var threads = new Option<int>("--threads") { Description = "Threads at most.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var output = new Option<FileInfo?>("--out") { Description = "Write the CSV here." };
        Option<string> record = RecordOption.Create();
        var command = new Command("similarity", "How alike the votes or alliances of two states are, by the published measures: ccode1,ccode2,year,value,n.")
        {
            vectors, scale, on, measure, year, state, by, weight, threads, output, record,
        };
        command.SetAction(result =>
        {
            try
            {
                if (result.GetValue(vectors) is { } file) return VectorFile.Run(file.FullName, result.GetValue(scale));
                int? only = null;
                if (result.GetValue(state) is { } name && (only = StateArgument.Ccode(name)) is null) return ExitCodes.Usage;
                string name2 = result.GetValue(measure)!;
                SimilarityMeasure? one = name2 == "all" ? null : MeasureNames.All[name2];
                bool votes = result.GetValue(on) == "votes";
                if (Weights(result.GetValue(weight)!) is not { } weights) return ExitCodes.Usage;
                IEnumerable<SimilarityYear> years = votes
                    ? SimilarityInput.Votes(result.GetValue(record)!, result.GetValue(by) == "session", weights, result.GetValue(year), only)
                    : SimilarityInput.Alliances(result.GetValue(record)!, result.GetValue(year), only);
                using Stream to = result.GetValue(output) is { } path ? path.Create() : Console.OpenStandardOutput();
                return SimilarityCsv.Write(to, years, one, result.GetValue(threads));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static VoteWeights? Weights(string[] given)
    {
        if (given.Length == 0) return VoteWeights.Equal;
        var byTag = new Dictionary<string, double>(StringComparer.Ordinal);
        double other = 1;
        foreach (string one in given)
        {
            int at = one.IndexOf('=', StringComparison.Ordinal);
            string tag = at < 0 ? one : one[..at];
            if (at < 0 || !double.TryParse(one[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double w) || !(w >= 0 && w < 1e9) || !(tag == "other" || VoteWeights.Tags.Contains(tag)))
            {
                Console.Error.WriteLine($"'{one}' is no weight: TAG=W is expected, TAG one of {string.Join(", ", VoteWeights.Tags)}, other, and W a number of 0 or more.");
                return null;
            }
            if (tag == "other") other = w;
            else byTag[tag] = w;
        }
        return new VoteWeights(byTag, other);
    }
}
