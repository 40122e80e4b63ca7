using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Measures;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary><c>entente forecast A B</c>: the alignment of two states in the years to come, as distributions, with how forecasts of their kind have done.</summary>
internal static class ForecastCommand
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
                Run(directory, SystemSession.NowcastsOf(result.GetValue(nowcasts)), dyad, range, result.GetValue(asOf), result.GetValue(json), result.GetValue(csv), result.GetValue(svg)));
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

    private static int Run(string panel, string nowcasts, UndirectedDyad dyad, (int From, int To) range, DateOnly? asOf, bool json, bool csv, FileInfo? svg)
    {
        if (SystemSession.Open(panel, nowcasts, asOf) is not { } session) return ExitCodes.Usage;
        if (session.Position(dyad) is not { } position) return ExitCodes.Partial;
        // The briefing's score of the year and the nowcast may differ by a few tenths (docs/methods.md): the forecast goes on from the former.
        AlignmentHistory? history = AlignmentHistory.Of(AlignmentStore.OpenModel(panel), PanelRecordStore.Open(panel).ReadDyad(dyad), session.Year);
        double shown = history is not null && history.Covers(session.Year) ? history.Score(session.Year, null).Mean : session.Made.Origin.Score[position];
        double shift = shown - session.Made.Origin.Score[position];
        var kind = session.Made.Origin.Kind[position];
        var years = new List<ForecastYear>();
        var points = new float[Ensemble.Points];
        for (int h = range.From; h <= range.To; h++)
        {
            session.Made.Write(h - 1, position, points);
            for (int i = 0; i < points.Length; i++) points[i] = (float)Math.Clamp(points[i] + shift, 0, 100);
            years.Add(new ForecastYear(session.Year + h, h, Ensemble.Mean(points), Ensemble.Quantile(points, 0.05), Ensemble.Quantile(points, 0.25), Ensemble.Quantile(points, 0.5),
                Ensemble.Quantile(points, 0.75), Ensemble.Quantile(points, 0.95), SkillTable.Read(nowcasts, h, kind)));
        }
        if (svg is not null)
        {
            File.WriteAllText(svg.FullName, FanSvg.Render($"{dyad}: alignment and forecast from {session.Year}", Past(history, session.Year),
                [("forecast", "#1f4e79", [.. years.Select(y => new FanPoint(y.Year, y.Q50, y.Q5, y.Q25, y.Q75, y.Q95))])]));
            Console.Error.WriteLine($"Written to {svg.FullName}.");
        }
        if (json) WriteJson(dyad, session, shown, SkillTable.NameOf(kind), years);
        else if (csv) WriteCsv(years);
        else if (svg is null) WriteText(dyad, session, shown, SkillTable.NameOf(kind), years);
        return ExitCodes.Ok;
    }

    internal static IReadOnlyList<(int Year, double Score)> Past(AlignmentHistory? history, int last) => history is null ? []
        : [.. Enumerable.Range(Math.Max(history.FirstYear, last - 20), Math.Min(20, last - history.FirstYear) + 1).Where(history.Covers).Select(y => (y, history.Score(y, null).Mean))];

    private static void WriteText(UndirectedDyad dyad, SystemSession session, double shown, string kind, List<ForecastYear> years)
    {
        TextWriter o = Console.Out;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dyad}, alignment {shown:0.0} of 100 in {session.Year}; {kind}; {DynamicsModel.Method}, learned from nothing later"));
        o.WriteLine("year  mean   5 %  25 %  50 %  75 %  95 %  how such forecasts have done");
        foreach (ForecastYear y in years)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{y.Year} {y.Mean,5:0.0} {y.Q5,5:0.0} {y.Q25,5:0.0} {y.Q50,5:0.0} {y.Q75,5:0.0} {y.Q95,5:0.0}  {y.Skill?.Verdict() ?? "not tested: run `entente forecast backtest --publish`"}"));
    }

    private static void WriteCsv(List<ForecastYear> years)
    {
        Console.Out.WriteLine("year,horizon,mean,q5,q25,q50,q75,q95,beats_no_change,beats_random_walk");
        foreach (ForecastYear y in years)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{y.Year},{y.Horizon},{y.Mean:0.00},{y.Q5:0.00},{y.Q25:0.00},{y.Q50:0.00},{y.Q75:0.00},{y.Q95:0.00},{Truth(y.Skill?.BeatsNoChange)},{Truth(y.Skill?.BeatsRandomWalk)}"));

        static string Truth(bool? value) => value is { } v ? v ? "true" : "false" : "";
    }

    private static void WriteJson(UndirectedDyad dyad, SystemSession session, double shown, string kind, List<ForecastYear> years) => Console.Out.WriteLine(JsonSerializer.Serialize(new
    {
        dyad = dyad.ToString(),
        origin = session.Year,
        score = Math.Round(shown, 2),
        kind,
        method = DynamicsModel.Method,
        years = years.Select(y => new
        {
            year = y.Year,
            horizon = y.Horizon,
            mean = Math.Round(y.Mean, 2),
            q5 = Math.Round(y.Q5, 2),
            q25 = Math.Round(y.Q25, 2),
            q50 = Math.Round(y.Q50, 2),
            q75 = Math.Round(y.Q75, 2),
            q95 = Math.Round(y.Q95, 2),
            beats_no_change = y.Skill?.BeatsNoChange,
            beats_random_walk = y.Skill?.BeatsRandomWalk,
            crps = y.Skill?.Crps,
            crps_no_change = y.Skill?.NoChange,
            crps_random_walk = y.Skill?.RandomWalk,
            forecasts_scored = y.Skill?.N,
        }),
    }, Json));

    private sealed record ForecastYear(int Year, int Horizon, double Mean, double Q5, double Q25, double Q50, double Q75, double Q95, SkillLine? Skill);
}
