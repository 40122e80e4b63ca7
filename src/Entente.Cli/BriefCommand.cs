using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Entente.Briefings;
using Entente.Documents;
using Entente.Intake;
using Entente.Measures;
using Entente.Reading;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente brief A B</c>: the briefing on two states.</summary>
internal static class BriefCommand
{
    /// <summary>Most stored observations a briefing draws on, newest first.</summary>
    private const int ObservationLimit = 2000;

    public static Command Create()
    {
        var a = new Argument<string>("A") { Description = "A state: china, CHN, PRC, 中国, Beijing." };
        var b = new Argument<string>("B") { Description = "Another state." };
        Option<DateOnly?> asOf = DayOption.Create("--as-of", "Use nothing published after this day. Default: the last day the record and the texts reach.");
        var read = new Option<string[]>("--read") { Description = "Files, folders, globs or http(s) addresses to read for this briefing.", AllowMultipleArgumentsPerToken = true };
        var reading = new ReadingOptions();
        var json = new Option<bool>("--json") { Description = "JSON on standard output." };
        var markdown = new Option<bool>("--markdown") { Description = "Markdown on standard output." };
        var html = new Option<FileInfo?>("--html") { Description = "Write one self-contained HTML file." };
        var sources = new Option<string>("--sources") { Description = "used: sources in short; all: with citations, and the name of every number.", DefaultValueFactory = _ => "used" };
        sources.AcceptOnlyFromAmong("used", "all");
        var store = StorePath.Option();
        var panel = new Option<DirectoryInfo?>("--panel") { Description = "A panel built by `entente record build-panel`. Default: the one that ships." };
        var weights = DyadArguments.Weights();
        var command = new Command("brief", "How closely two states are aligned, along which lines, and what would pull them apart.") { a, b, asOf, read, json, markdown, html, sources, weights, store, panel };
        reading.AddOptionsTo(command);
        command.SetAction((result, cancellation) => Task.Run(() =>
        {
            if (State(result.GetValue(a)!) is not { } first || State(result.GetValue(b)!) is not { } second) return ExitCodes.Usage;
            if (first == second)
            {
                Console.Error.WriteLine($"A dyad is two different states; both names mean {StateRegistry.Default[first].Name}.");
                return ExitCodes.Usage;
            }
            string directory = result.GetValue(panel)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "data", "panel");
            IReadOnlyList<CodedDocument> documents = [];
            int exit = ExitCodes.Ok;
            if (result.GetValue(read) is { Length: > 0 } paths)
                (documents, exit) = Read(paths, reading.Pipeline(result), reading.Web(result), result.GetValue(reading.Jobs), cancellation);
            Briefing briefing;
            try
            {
                briefing = Compose(new UndirectedDyad(first, second), first, second, result.GetValue(asOf), PanelRecordStore.Open(directory), directory, DyadArguments.WeightsOf(result.GetValue(weights)), documents, result.GetValue(store)!);
            }
            catch (Exception e) when (e is StoreException or StoreBusyException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Store;
            }
            catch (FormatException e) when (result.GetValue(weights) is { Length: > 0 })
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Usage;
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"The panel in {directory} could not be read: {e.Message} Build one with `entente record build-panel`, or leave --panel out.");
                return ExitCodes.Store;
            }
            if (result.GetValue(html) is { } file && !WriteHtml(file.FullName, briefing)) exit = ExitCodes.Output;
            if (result.GetValue(json)) Console.Out.Write(BriefingJson.Render(briefing));
            else if (result.GetValue(markdown)) Console.Out.Write(BriefingMarkdown.Render(briefing));
            else if (result.GetValue(html) is null) Console.Out.Write(BriefingText.Render(briefing, ColorAllowed(), result.GetValue(sources) == "all"));
            return exit;
        }, CancellationToken.None));
        return command;
    }

    private static bool WriteHtml(string path, Briefing briefing)
    {
        try
        {
            File.WriteAllText(path, BriefingHtml.Render(briefing));
            Console.Error.WriteLine($"Written to {path}.");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The briefing could not be written to {path}: {e.Message}");
            return false;
        }
    }

    private static (IReadOnlyList<CodedDocument> Documents, int Exit) Read(string[] paths, EntentePipeline pipeline, WebOptions web, int jobs, CancellationToken cancellation)
    {
        int skips = 0;
        void Skip(SkippedInput skipped)
        {
            skips++;
            Console.Error.WriteLine(TextInputs.Describe(skipped));
        }
        Document[] documents = [.. new TextInputs(pipeline, web, Skip, _ => { }).Documents(paths, cancellation).DistinctBy(d => d.Id)];
        if (documents.Count(d => d.Published is null) is > 0 and int undated)
        {
            Console.Error.WriteLine($"{undated} of {documents.Length} documents carry no day of publication and are left out; --date gives one.");
            skips += undated;
        }
        return (pipeline.Code(documents, jobs, Skip, cancellation), skips > 0 ? ExitCodes.Partial : ExitCodes.Ok);
    }

    private static StateId? State(string name)
    {
        (StateId? match, IReadOnlyList<string> suggestions) = StateNames.Resolve(name);
        if (match is null)
            Console.Error.WriteLine(suggestions.Count == 0 ? $"No state is called '{name}'." : $"No state is called '{name}'. Did you mean {string.Join(" or ", suggestions)}?");
        return match;
    }

    private static bool ColorAllowed() => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static Briefing Compose(UndirectedDyad dyad, StateId a, StateId b, DateOnly? asOf, PanelRecordStore record, string directory,
        IReadOnlyDictionary<string, double>? weights, IReadOnlyList<CodedDocument> documents, string storePath)
    {
        DyadPanel whole = record.ReadDyad(dyad);
        DateOnly lastText = documents.Where(d => d.Document.Published is not null).Select(d => d.Document.Published!.Day).DefaultIfEmpty(DateOnly.MinValue).Max();
        DateOnly lastRecord = new(whole.LastYear, 12, 31);
        DateOnly day = asOf ?? (lastText > lastRecord ? lastText : lastRecord);
        // A year's record is complete only when the year is over.
        int lastYear = DyadScores.LastYear(whole, day);
        DyadPanel panel = whole.Until(lastYear);
        AlignmentHistory? history = DyadScores.History(panel, day, directory, weights);
        int year = history?.LastYear ?? lastYear;
        // The scores of other dyads as shipped rest on the whole record: beside an earlier day's they would tell of the future.
        AlignmentRank? rank = history is null || weights is not null || lastYear < whole.LastYear ? null : AlignmentRank.Find(AlignmentStore.Open(directory).ReadYear(year, null), dyad, year);
        return BriefingComposer.Compose(new BriefingInput
        {
            A = StateRegistry.Default[a],
            B = StateRegistry.Default[b],
            AsOf = day,
            Alignments = DyadScores.Of(history, panel, day),
            History = history?.Overall ?? [],
            Trend = history is null ? null : Trend(history, year),
            Rank = rank is not null ? string.Create(CultureInfo.InvariantCulture, $"rank {rank.Rank:N0} of {rank.Of:N0} dyads in {rank.Year}") : null,
            Robustness = history is null ? [] : Robustness(history, year, weights),
            Phases = PhaseFinder.Find(panel, 1946, lastYear),
            Panel = panel,
            Datasets = record.Datasets,
            Observations = [.. Observations(documents, dyad, day), .. Stored(storePath, dyad, day, [.. documents.Select(d => d.Document.Id)])],
        });
    }

    private static string? Trend(AlignmentHistory history, int year)
    {
        const int Years = 10;
        if (!history.Covers(year - Years)) return null;
        double change = history.Score(year, null).Mean - history.Score(year - Years, null).Mean;
        ScorePart[] most = [.. history.Change(year - Years, year, null).Where(p => Math.Abs(p.Points) >= 0.5).OrderByDescending(p => Math.Abs(p.Points)).Take(2)];
        string by = most.Length == 0 ? "" : " (most by " + string.Join(" and ", most.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Indicator!.Label} {p.Points:+0;−0}"))) + ")";
        return string.Create(CultureInfo.InvariantCulture, $"{change:+0;−0;±0} points from {year - Years} to {year}{by}");
    }

    private static ImmutableArray<string> Robustness(AlignmentHistory history, int year, IReadOnlyDictionary<string, double>? weights)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (weights is not null) lines.Add("Weights set by the user: " + string.Join(", ", weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:0.##}"))) + ".");
        ImmutableArray<WeightShift> shifts = WeightSensitivity.OfSign(history, year);
        lines.Add(shifts.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"No weight of a single indicator between 0 and {WeightSensitivity.Most:0} puts the score on the other side of 50.")
            : "The score crosses 50 when " + string.Join(", or ", shifts.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Indicator.Label} counts {s.Weight:0.##} times as much"))) + ".");
        return lines.ToImmutable();
    }

    private static List<StoredObservation> Observations(IReadOnlyList<CodedDocument> documents, UndirectedDyad dyad, DateOnly day) =>
    [
        .. documents.Where(d => d.Document.Published is { } p && p.Day <= day)
            .OrderByDescending(d => d.Document.Published!.Day)
            .SelectMany(d => d.Observations.Where(o => Concerns(o, dyad)).Select(o => new StoredObservation(o, Header(d)))),
    ];

    private static IEnumerable<StoredObservation> Stored(string path, UndirectedDyad dyad, DateOnly day, HashSet<string> already)
    {
        if (!File.Exists(path)) return [];
        using DuckDbEvidenceStore store = DuckDbEvidenceStore.Open(path, readOnly: true);
        return [.. store.About(dyad, day, ObservationLimit).Where(o => !already.Contains(o.Document.Id))];
    }

    private static bool Concerns(Observation observation, UndirectedDyad dyad) => observation switch
    {
        EventObservation { Source.State: { } s, Target.State: { } t } => Of(s) != Of(t) && dyad.Contains(Of(s)) && dyad.Contains(Of(t)),
        ConditionalObservation c => c.Dyad == dyad,
        _ => false,
    };

    // A predecessor's events belong to the state that continues it.
    private static StateId Of(StateId state)
    {
        while (StateRegistry.Default.Find(state)?.ContinuedBy is { } next) state = next;
        return state;
    }

    private static DocumentHeader Header(CodedDocument d) => new(d.Document.Id, d.Document.Title, d.Document.Byline, d.Document.Outlet, d.Document.Url,
        d.Document.Published?.Day, d.Document.Origin.Location, d.Document.Origin.Member);
}
