using System.CommandLine;
using Entente.Measures;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary>What the verbs about dyads share: names of states, the panel directory, weights, and how their faults are told.</summary>
internal static class DyadArguments
{
    public static Argument<string> StateArgument(string name) => new(name) { Description = "A state: china, CHN, PRC, 中国, Beijing." };

    public static Option<DirectoryInfo?> Panel() => new("--panel") { Description = "A panel built by `entente record build-panel`. Default: the one that ships." };

    public static Option<string[]> Weights() => new("--weights")
    {
        Description = "How much indicators count, as ID=W (1 as learned, 0 not at all) or a file of such lines.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<DateOnly?> AsOf() => new("--as-of") { Description = "Use nothing of a later day (yyyy-MM-dd)." };

    public static Option<Vintage> VintageOption() => new("--vintage")
    {
        Description = "cut: nothing that happened after the day of --as-of; strict: also no dataset that was not out on that day.",
        DefaultValueFactory = _ => Vintage.Cut,
    };

    public static string DirectoryOf(DirectoryInfo? given) => given?.FullName ?? Path.Combine(AppContext.BaseDirectory, "data", "panel");

    /// <summary>The last whole year of a day, or of the record.</summary>
    public static int LastYear(DateOnly? asOf, int recordEnds) => ReferencePanel.LastYear(asOf, recordEnds);

    public static StateId? State(string name)
    {
        (StateId? match, IReadOnlyList<string> suggestions) = StateNames.Resolve(name);
        if (match is null)
            Console.Error.WriteLine(suggestions.Count == 0 ? $"No state is called '{name}'." : $"No state is called '{name}'. Did you mean {string.Join(" or ", suggestions)}?");
        return match;
    }

    public static UndirectedDyad? Dyad(string a, string b)
    {
        if (State(a) is not { } first || State(b) is not { } second) return null;
        if (first != second) return new UndirectedDyad(first, second);
        Console.Error.WriteLine($"A dyad is two different states; both names mean {StateRegistry.Default[first].Name}.");
        return null;
    }

    /// <summary>Weights by indicator; null when none are given.</summary>
    /// <exception cref="FormatException">One is no ID=W; the message says which.</exception>
    public static IReadOnlyDictionary<string, double>? WeightsOf(string[]? given)
    {
        if (given is null || given.Length == 0) return null;
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string line in given.SelectMany(g => g.Contains('=', StringComparison.Ordinal) || !File.Exists(g) ? [g] : File.ReadAllLines(g)).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !Indicators.All.Any(i => string.Equals(i.Id, parts[0], StringComparison.Ordinal))
                || !double.TryParse(parts[1], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double w) || !(w is >= 0 and <= 1000))
                throw new FormatException($"'{line}' is no weight: write ID=W with W from 0 to 1000 and ID one of {string.Join(", ", Indicators.All.Select(i => i.Id))}.");
            weights[parts[0]] = w;
        }
        return weights;
    }

    /// <summary>Runs an action on the panel; faults of panel and weights become a message and an exit code.</summary>
    public static int With(DirectoryInfo? panel, Func<string, int> action)
    {
        string directory = DirectoryOf(panel);
        try
        {
            return action(directory);
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Store;
        }
    }

    /// <summary>The alignment of a dyad; null, with the reason said, when nothing is known of it.</summary>
    public static AlignmentHistory? History(string directory, UndirectedDyad dyad, DateOnly? asOf, Vintage vintage, string[]? weights) =>
        History(AlignmentStore.OpenModel(directory), Record(PanelRecordStore.Open(directory), dyad, asOf, vintage), weights);

    /// <summary>The same of a record already cut at the day.</summary>
    public static AlignmentHistory? History(AlignmentModel model, DyadPanel cut, string[]? weights)
    {
        AlignmentHistory? history = AlignmentHistory.Of(model, cut, cut.LastYear, WeightsOf(weights));
        if (history is null) Console.Error.WriteLine($"The record knows nothing of {cut.Dyad} from {AlignmentModel.Beginning} on that was to be used.");
        return history;
    }

    /// <summary>The record of a dyad as of a day: nothing of a later year, and none of a later dataset where that is asked.</summary>
    public static DyadPanel Record(PanelRecordStore record, UndirectedDyad dyad, DateOnly? asOf, Vintage vintage) =>
        DyadScores.AsOf(record.ReadDyad(dyad), asOf ?? new DateOnly(record.LastYear, 12, 31), vintage, record.Datasets);
}
