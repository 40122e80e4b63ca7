using System.CommandLine;
using System.Diagnostics;
using Entente.Documents;
using Entente.Measures;
using Entente.Questions;
using Entente.Reading;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary><c>entente scenario A B --if …</c>: what a change of the world would do to two states, and to every dyad it drags along.</summary>
internal static class ScenarioCommand
{
    private const int MostYears = 20, MostDraws = 100_000;

    public static Command Create()
    {
        var a = new Argument<string?>("A") { Description = "A state: china, CHN, PRC, 中国, Beijing.", Arity = ArgumentArity.ZeroOrOne };
        var b = new Argument<string?>("B") { Description = "Another state.", Arity = ArgumentArity.ZeroOrOne };
        var shocks = new Option<string[]>("--if") { Description = "A shock: 'USA-CHN eases [by 10 | to 60] [in 2026] [over 3y] [then free]', 'RUS capability -40% over 3y', 'CHN regime +0.3', 'CHN-RUS trade +50%', 'war RUS-UKR ends'. May be given several times." };
        var file = new Option<FileInfo?>("--file") { Description = "A scenario in YAML: name, dyad, years, shocks." };
        var text = new Option<string?>("--from-text") { Description = "Run the conditionals of a text: a file, or the id of a stored document or observation." };
        var date = DayOption.Create("--date", "Day of publication of the text.");
        var years = new Option<int?>("--years") { Description = "Years simulated, 1 to 20. Default 10." };
        var draws = new Option<int>("--draws") { Description = "Draws.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "Seed; the same seed gives the same numbers on any number of threads.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var asOf = DayOption.Create("--as-of", "Begin after the last whole year before this day, from nothing later.");
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write a fan chart." };
        var panel = DyadArguments.Panel();
        var nowcasts = ForecastCommand.Nowcasts();
        Option<string> store = StorePath.Option();
        var command = new Command("scenario", "Runs shocks through the system of states: paths with fans, what made the difference, what hangs on which assumption, who changes bloc.")
        {
            a, b, shocks, file, text, date, years, draws, seed, threads, asOf, json, svg, panel, nowcasts, store,
        };
        command.SetAction((result, cancellation) => Task.Run(() => DyadArguments.With(result.GetValue(panel), directory =>
        {
            ScenarioFile? kept = result.GetValue(file) is { } path ? ScenarioFile.Read(path) : null;
            string[] lines = [.. kept?.Shocks ?? [], .. result.GetValue(shocks) ?? []];
            if (Refused(lines.Length, result.GetValue(text), years: result.GetValue(years) ?? kept?.Years ?? 10, result.GetValue(draws), result.GetValue(threads)) is { } fault) return Say(fault);
            UndirectedDyad? dyad = null;
            if ((result.GetValue(a) ?? kept?.Dyad.FirstOrDefault()) is { } first && (result.GetValue(b) ?? kept?.Dyad.LastOrDefault()) is { } second && (dyad = DyadArguments.Dyad(first, second)) is null) return ExitCodes.Usage;
            if (dyad is null && result.GetValue(text) is null) return Say("Two states are expected: entente scenario china russia --if \"USA-CHN eases\".");
            if (ForecastCommand.Open(directory, result.GetValue(nowcasts), result.GetValue(asOf)) is not { } system) return ExitCodes.Usage;
            var options = new ScenarioOptions { Draws = result.GetValue(draws), Seed = result.GetValue(seed), Threads = result.GetValue(threads) };
            int horizon = result.GetValue(years) ?? kept?.Years ?? 10;
            if (result.GetValue(text) is { } source)
            {
                int unread = ReadConditionals(source, result.GetValue(date), result.GetValue(store)!, cancellation, out IReadOnlyList<ConditionalObservation> conditionals);
                return unread != ExitCodes.Ok ? unread : ConditionalRun.Run(system, conditionals, dyad, horizon, options, result.GetValue(json), cancellation);
            }
            try
            {
                Shock[] supposed = [.. lines.Select(system.Parse)];
                var clock = Stopwatch.StartNew();
                ScenarioResult found = system.Run(dyad!.Value, supposed, horizon, options, cancellation);
                Console.Error.WriteLine(FormattableString.Invariant($"{options.Draws} draws of {system.Size} states over {horizon} years in {clock.Elapsed.TotalSeconds:0.0} s."));
                if (result.GetValue(svg) is { } chart) Draw(chart, directory, found);
                if (result.GetValue(json)) Console.Out.WriteLine(ScenarioJson.Write(found, system.Sizes));
                else if (result.GetValue(svg) is null) ScenarioText.Write(Console.Out, found, system.Sizes);
                return ExitCodes.Ok;
            }
            catch (ShockException e)
            {
                return Say(e.Message);
            }
        }), CancellationToken.None));
        return command;
    }

    private static string? Refused(int shocks, string? text, int years, int draws, int threads)
    {
        if (text is null && shocks == 0) return "Nothing is supposed: give a shock with --if \"USA-CHN eases\", a file with --file, or a text with --from-text.";
        if (text is not null && shocks > 0) return "--from-text takes its shocks from the text: leave out --if and --file.";
        if (years is < 1 or > MostYears) return $"--years {years}: 1 to {MostYears} are allowed; forecasts are tested to 5 years, and nothing is known beyond {MostYears}.";
        if (draws is < 100 or > MostDraws) return $"--draws {draws}: 100 to {MostDraws} are allowed.";
        return threads is < 1 or > 256 ? $"--threads {threads}: 1 to 256 are allowed." : null;
    }

    private static int ReadConditionals(string source, DateOnly? date, string store, CancellationToken cancellation, out IReadOnlyList<ConditionalObservation> conditionals)
    {
        var found = new List<ConditionalObservation>();
        conditionals = found;
        if (File.Exists(source))
        {
            var pipeline = new EntentePipeline(new DocumentReaderOptions { GivenDate = date, Today = DayOption.Today }, ReadingOptions.Coder());
            int skips = 0;
            void Skip(SkippedInput skipped)
            {
                skips++;
                Console.Error.WriteLine(TextInputs.Describe(skipped));
            }
            foreach (IReadOnlyList<Document> batch in new TextInputs(pipeline, new Intake.WebOptions(), Skip, _ => { }).Batches([source], cancellation))
                found.AddRange(pipeline.Code(batch, 1, Skip, cancellation).SelectMany(c => c.Observations).OfType<ConditionalObservation>());
            if (found.Count == 0) Console.Error.WriteLine($"{source} holds no conditional about two states.");
            return found.Count > 0 ? ExitCodes.Ok : skips > 0 ? ExitCodes.Input : ExitCodes.Partial;
        }
        return StoreCommand.With(store, s =>
        {
            if (s.FindObservation(source)?.Observation is ConditionalObservation one) found.Add(one);
            else if (s.Find(source) is { } coded) found.AddRange(coded.Observations.OfType<ConditionalObservation>());
            if (found.Count > 0) return ExitCodes.Ok;
            Console.Error.WriteLine($"'{source}' is no file, and no stored document or observation with a conditional has an id that starts so.");
            return ExitCodes.Partial;
        });
    }

    private static void Draw(FileInfo chart, string panel, ScenarioResult found)
    {
        AlignmentHistory? history = AlignmentHistory.Of(AlignmentStore.OpenModel(panel), PanelRecordStore.Open(panel).ReadDyad(found.Dyad), found.OriginYear);
        static FanPoint[] Fan(IEnumerable<FanYear> years) => [.. years.Select(y => new FanPoint(y.Year, y.Q50, y.Q5, y.Q25, y.Q75, y.Q95))];
        File.WriteAllText(chart.FullName, FanSvg.Render($"{found.Dyad} if {string.Join("; ", found.Shocks.Select(s => s.Text))}", ForecastCommand.Past(history, found.OriginYear),
            [("without", "#777777", Fan(found.Baseline)), ("with the shocks", "#1f4e79", Fan(found.Scenario))]));
        Console.Error.WriteLine($"Written to {chart.FullName}.");
    }

    private static int Say(string fault)
    {
        Console.Error.WriteLine(fault);
        return ExitCodes.Usage;
    }
}
