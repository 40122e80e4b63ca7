using System.Text.Json;
using Entente.Scenarios;
using Entente.Scenarios.Forecasts;

namespace Entente.Questions;

/// <summary>The published skill of forecasts by horizon and kind of dyad (<c>skill.json</c>), written by the backtest and printed beside every forecast.</summary>
public static class SkillTable
{
    private const string FileName = "skill.json";
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the table into a directory, made when it is not there.</summary>
    public static void Write(string directory, BacktestOptions options, BacktestSummary summary)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(summary);
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(Shape(options, summary), Json) + "\n");
    }

    /// <summary>The table on one line.</summary>
    public static string Text(BacktestOptions options, BacktestSummary summary) => JsonSerializer.Serialize(Shape(options, summary), OneLine);

    /// <summary>Skill of a horizon and kind; null where there is none.</summary>
    public static SkillLine? Read(string directory, int horizon, DyadKind kind)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path)) return null;
        Table? table = JsonSerializer.Deserialize<Table>(File.ReadAllText(path), Json);
        return table?.Skill.FirstOrDefault(s => s.Horizon == horizon && string.Equals(s.Kind, NameOf(kind), StringComparison.Ordinal));
    }

    /// <summary>Name of a kind of dyad; <c>all</c> for null.</summary>
    public static string NameOf(DyadKind? kind) => kind switch
    {
        DyadKind.MajorPowers => "major powers",
        DyadKind.Rivals => "rivals",
        DyadKind.Allies => "allies",
        DyadKind.Neighbours => "neighbours",
        DyadKind.Others => "others",
        _ => "all",
    };

    private static Table Shape(BacktestOptions options, BacktestSummary summary) => new(options.From, options.Every, options.Dyads, summary.Count,
        [.. summary.Skill.Select(s => new SkillLine(s.Horizon, NameOf(s.Kind), s.N, R(s.Crps), R(s.RandomWalk), R(s.NoChange), R(s.Trend), R(s.Climatology), R(s.Skill),
            R(s.LogScore), R(s.LogScoreRandomWalk), R(s.MedianError), R(s.Inside50), R(s.Inside90)))],
        [.. summary.Transforms.Select(t => (double[])[.. t.Select(R)])],
        [.. summary.Falls.Select(f => new FallLine(f.Horizon, R(f.Brier), R6(f.Reliability), R6(f.Resolution), R6(f.Uncertainty), [.. f.Bins.Select(b => (double[])[R(b.Probability), R(b.Fell), b.N])]))]);

    private static double R(double x) => Math.Round(x, 4);

    private static double R6(double x) => Math.Round(x, 6);

    internal sealed record Table(int From, int Every, int Dyads, long Forecasts, SkillLine[] Skill, double[][] Pit, FallLine[] Falls);

    internal sealed record FallLine(int Horizon, double Brier, double Reliability, double Resolution, double Uncertainty, double[][] Bins);
}

/// <summary>Skill as published; CRPS in points of alignment.</summary>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Kind">Kind of dyad, or <c>all</c>.</param>
/// <param name="N">Forecasts scored.</param>
/// <param name="Crps">CRPS of the forecasts.</param>
/// <param name="RandomWalk">CRPS of the empirical random walk.</param>
/// <param name="NoChange">CRPS of no change: its absolute error.</param>
/// <param name="Trend">CRPS of the trend of ten years.</param>
/// <param name="Climatology">CRPS of the dyad's own past.</param>
/// <param name="Skill">Share by which the forecasts are better than the random walk.</param>
/// <param name="LogScore">Mean log score.</param>
/// <param name="LogScoreRandomWalk">That of the random walk.</param>
/// <param name="MedianError">Mean absolute error of the median.</param>
/// <param name="Inside50">Share inside the 50 % interval.</param>
/// <param name="Inside90">Share inside the 90 % interval.</param>
public sealed record SkillLine(int Horizon, string Kind, long N, double Crps, double RandomWalk, double NoChange, double Trend, double Climatology, double Skill,
    double LogScore, double LogScoreRandomWalk, double MedianError, double Inside50, double Inside90)
{
    /// <summary>Whether they beat no change.</summary>
    public bool BeatsNoChange => Crps < NoChange;

    /// <summary>Whether they beat the random walk.</summary>
    public bool BeatsRandomWalk => Crps < RandomWalk;

    /// <summary>One clause for the line of a forecast.</summary>
    public string Verdict()
    {
        string kind = Kind == "others" ? "other dyads" : Kind;
        string walk = BeatsRandomWalk ? FormattableString.Invariant($"and the random walk ({RandomWalk:0.00})") : FormattableString.Invariant($"but not the random walk ({RandomWalk:0.00})");
        string single = MedianError < NoChange ? "" : "; as a single number no change is as good";
        return BeatsNoChange
            ? FormattableString.Invariant($"beats no change for {kind}: CRPS {Crps:0.00} against {NoChange:0.00}, {walk}{single}")
            : FormattableString.Invariant($"does NOT beat no change for {kind}: CRPS {Crps:0.00} against {NoChange:0.00}");
    }
}
