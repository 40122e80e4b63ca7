using System.CommandLine;
using Entente.Briefings;
using Entente.Documents;
using Entente.Intake;
using Entente.Questions;
using Entente.Reading;
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
        var stix = new Option<bool>("--stix") { Description = "A STIX 2.1 bundle on standard output." };
        var html = new Option<FileInfo?>("--html") { Description = "Write one self-contained HTML file." };
        var sources = new Option<string>("--sources") { Description = "used: sources in short; all: with citations, and the name of every number.", DefaultValueFactory = _ => "used" };
        sources.AcceptOnlyFromAmong("used", "all");
        var store = StorePath.Option();
        var panel = new Option<DirectoryInfo?>("--panel") { Description = "A panel built by `entente record build-panel`. Default: the one that ships." };
        var vintage = DyadArguments.VintageOption();
        var weights = DyadArguments.Weights();
        var command = new Command("brief", "How closely two states are aligned, along which lines, and what would pull them apart.") { a, b, asOf, vintage, read, json, markdown, stix, html, sources, weights, store, panel };
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
                var question = new BriefingQuestion(first, second) { AsOf = result.GetValue(asOf), Vintage = result.GetValue(vintage), Weights = DyadArguments.WeightsOf(result.GetValue(weights)), Documents = documents };
                briefing = BriefingAnswer.Compose(ReferencePanel.Open(directory), question, (dyad, day) => Stored(result.GetValue(store)!, dyad, day));
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
            else if (result.GetValue(stix)) Console.Out.Write(BriefingStix.Render(briefing));
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

    private static IEnumerable<StoredObservation> Stored(string path, UndirectedDyad dyad, DateOnly day)
    {
        if (!EvidenceStores.MayExist(path)) return [];
        using IMaintainedStore store = EvidenceStores.Open(path, readOnly: true);
        return DyadObservations.Of(store, dyad, day, ObservationLimit);
    }
}
