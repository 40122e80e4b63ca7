using System.CommandLine;
using System.Globalization;
using Entente.Measures;
using Entente.Questions;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;
using Entente.Scenarios.Shocks;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary><c>entente forecast A B</c>: the alignment of two states in the years to come, as distributions, with how forecasts of their kind have done.</summary>
internal static class ForecastCommand
{
    public static Command Create()
    {
        var a = new Argument<string?>("A") { Description = "A state: china, CHN, PRC, 中国, Beijing.", Arity = ArgumentArity.ZeroOrOne };
        var b = new Argument<string?>("B") { Description = "Another state.", Arity = ArgumentArity.ZeroOrOne };
        var years = new Option<string>("--years") { Description = "Years ahead, as 5 or 1..5. Default 1..5.", DefaultValueFactory = _ => "1..5" };
        var asOf = DayOption.Create("--as-of", "Forecast from the last whole year before this day, from nothing later.");
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var csv = new Option<bool>("--csv") { Description = "year,horizon,mean,q5,q25,q50,q75,q95,beats_no_change,beats_random_walk on standard output." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write a fan chart." };
        var panel = DyadArguments.Panel();
        var nowcasts = Nowcasts();
        var command = new Command("forecast", "Forecasts the alignment of two states, as distributions, and says how such forecasts have done.")
        {
            a, b, years, asOf, json, csv, svg, panel, nowcasts, ForecastBacktest.Create(), ForecastBuild.Create(),
        };
        command.SetAction(result =>
        {
            if (result.GetValue(a) is not { } first || result.GetValue(b) is not { } second)
            {
                Console.Error.WriteLine("Two states are expected: entente forecast china russia.");
                return ExitCodes.Usage;
            }
            if (YearsOf(result.GetValue(years)!) is not { } range) return ExitCodes.Usage;
            if (DyadArguments.Dyad(first, second) is not { } dyad) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
                Run(directory, result.GetValue(nowcasts), dyad, range, result.GetValue(asOf), result.GetValue(json), result.GetValue(csv), result.GetValue(svg)));
        });
        return command;
    }

    public static Option<DirectoryInfo?> Nowcasts() => new("--nowcasts") { Description = "Nowcasts made by `entente forecast build`. Default: those that ship." };

    private static (int From, int To)? YearsOf(string text)
    {
        string[] parts = text.Split("..", 2);
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from) && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int to))
        {
            if (parts.Length == 1) from = to;
            if (from >= 1 && from <= to && to <= RollingForecaster.Horizons) return (from, to);
        }
        Console.Error.WriteLine(FormattableString.Invariant($"--years {text}: write 3 or 1..5. Forecasts reach {RollingForecaster.Horizons} years: further ahead none has been tested. `entente scenario` runs longer, untested."));
        return null;
    }

    /// <summary>The system to forecast from; null, with the reason said, when the day is too early.</summary>
    internal static ScenarioSystem? Open(string panel, DirectoryInfo? nowcasts, DateOnly? asOf)
    {
        try
        {
            ScenarioSystem system = ScenarioSystem.Open(ReferencePanel.Open(panel), NowcastsOf(nowcasts), asOf);
            if (!system.IsOfPanel)
                Console.Error.WriteLine("The nowcasts were computed with another alignment model than the panel's; `entente forecast build` makes them anew. What is learned rests on the former, scores on the latter.");
            return system;
        }
        catch (ShockException e)
        {
            Console.Error.WriteLine(e.Message);
            return null;
        }
    }

    internal static string NowcastsOf(DirectoryInfo? given) => given?.FullName ?? ScenarioSystem.ShippedNowcasts;

    private static int Run(string panel, DirectoryInfo? nowcasts, UndirectedDyad dyad, (int From, int To) range, DateOnly? asOf, bool json, bool csv, FileInfo? svg)
    {
        if (Open(panel, nowcasts, asOf) is not { } system) return ExitCodes.Usage;
        AlignmentHistory? history = AlignmentHistory.Of(AlignmentStore.OpenModel(panel), PanelRecordStore.Open(panel).ReadDyad(dyad), system.Year);
        ForecastAnswer answer;
        try
        {
            answer = ForecastAnswer.Of(system, dyad, history, range.From, range.To, NowcastsOf(nowcasts));
        }
        catch (ShockException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Partial;
        }
        if (svg is not null)
        {
            File.WriteAllText(svg.FullName, FanSvg.Render($"{dyad}: alignment and forecast from {answer.Origin}", Past(history, answer.Origin),
                [("forecast", "#1f4e79", [.. answer.Years.Select(y => new FanPoint(y.Year, y.Q50, y.Q5, y.Q25, y.Q75, y.Q95))])]));
            Console.Error.WriteLine($"Written to {svg.FullName}.");
        }
        if (json) Console.Out.WriteLine(ForecastJson.Write(answer));
        else if (csv) WriteCsv(answer.Years);
        else if (svg is null) WriteText(answer);
        return ExitCodes.Ok;
    }

    internal static IReadOnlyList<(int Year, double Score)> Past(AlignmentHistory? history, int last) => history is null ? []
        : [.. Enumerable.Range(Math.Max(history.FirstYear, last - 20), Math.Min(20, last - history.FirstYear) + 1).Where(history.Covers).Select(y => (y, history.Score(y, null).Mean))];

    private static void WriteText(ForecastAnswer answer)
    {
        TextWriter o = Console.Out;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Dyad}, alignment {answer.Score:0.0} of 100 in {answer.Origin}; {answer.Kind}; {DynamicsModel.Method}, learned from nothing later"));
        o.WriteLine("year  mean   5 %  25 %  50 %  75 %  95 %  how such forecasts have done");
        foreach (ForecastYear y in answer.Years)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{y.Year} {y.Mean,5:0.0} {y.Q5,5:0.0} {y.Q25,5:0.0} {y.Q50,5:0.0} {y.Q75,5:0.0} {y.Q95,5:0.0}  {y.Skill?.Verdict() ?? "not tested: run `entente forecast backtest --publish`"}"));
    }

    private static void WriteCsv(IEnumerable<ForecastYear> years)
    {
        Console.Out.WriteLine("year,horizon,mean,q5,q25,q50,q75,q95,beats_no_change,beats_random_walk");
        foreach (ForecastYear y in years)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{y.Year},{y.Horizon},{y.Mean:0.00},{y.Q5:0.00},{y.Q25:0.00},{y.Q50:0.00},{y.Q75:0.00},{y.Q95:0.00},{Truth(y.Skill?.BeatsNoChange)},{Truth(y.Skill?.BeatsRandomWalk)}"));

        static string Truth(bool? value) => value is { } v ? v ? "true" : "false" : "";
    }
}
