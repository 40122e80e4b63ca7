using System.Globalization;
using Entente.Order;
using Entente.Questions;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Cli.Scenarios;

/// <summary>A scenario's result for reading.</summary>
internal static class ScenarioText
{
    public static void Write(TextWriter o, ScenarioResult r, ShockSizes sizes)
    {
        int last = r.Difference[^1].Year;
        o.WriteLine(Say($"{r.Dyad}, alignment {r.Origin:0.0} of 100 in {r.OriginYear}; {DynamicsModel.Method}, {r.Options.Draws} draws, seed {r.Options.Seed}"));
        foreach (Shock s in r.Shocks) o.WriteLine($"  if {ScenarioWords.Meaning(s)}");
        o.WriteLine(Say($"  sizes not given are the medians of past turns over three years: easing {sizes.Eases:+0.0}, worsening {sizes.Worsens:0.0}, war begins {sizes.WarBegins:0.0}, war ends {sizes.WarEnds:+0.0}"));
        o.WriteLine();
        o.WriteLine("year   without  (5–95 %)        with  (5–95 %)     difference  (5–95 %)");
        for (int t = 0; t < r.Difference.Length; t++)
        {
            (FanYear b, FanYear s, Effect d) = (r.Baseline[t], r.Scenario[t], r.Difference[t].Effect);
            o.WriteLine(Say($"{b.Year}   {b.Mean,6:0.0}  ({b.Q5:0.0}–{b.Q95:0.0})   {s.Mean,6:0.0}  ({s.Q5:0.0}–{s.Q95:0.0})   {d.Mean,7:+0.00;-0.00;0.00}  ({d.Low:+0.00;-0.00;0.00} to {d.High:+0.00;-0.00;0.00})"));
        }
        o.WriteLine();
        o.WriteLine(ScenarioWords.Answer(r));
        o.WriteLine(Say($"What made the difference by {last} (the parts add up):"));
        foreach (EffectPart p in r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)))
            o.WriteLine(Say($"  {ScenarioWords.Name(p),-12} {p.Size.Mean,7:+0.000;-0.000}  ({p.Size.Low:+0.000;-0.000;0.000} to {p.Size.High:+0.000;-0.000;0.000})"));
        if (!r.Dragged.IsEmpty)
        {
            o.WriteLine(Say($"Dragged along most by {last}:"));
            foreach (DraggedDyad d in r.Dragged) o.WriteLine(Say($"  {d.Dyad}  {d.Baseline,5:0.0} {d.Change.Mean,7:+0.00;-0.00}  ({d.Change.Low:+0.00;-0.00;0.00} to {d.Change.High:+0.00;-0.00;0.00})"));
        }
        if (!r.Sensitivity.IsEmpty)
        {
            o.WriteLine(Say($"Hangs on (mean path {r.MeanPathDifference:+0.000;-0.000;0.000}; each coefficient a standard deviation lower and higher, or a mechanism left out):"));
            foreach (AssumptionEffect s in r.Sensitivity.Take(8))
                o.WriteLine(s.Higher is { } high ? Say($"  {s.Assumption,-20} {s.Lower,7:+0.000;-0.000;0.000} to {high:+0.000;-0.000;0.000}") : Say($"  {s.Assumption,-20} {s.Lower,7:+0.000;-0.000;0.000}"));
        }
        if (r.Blocs.IsEmpty) return;
        o.WriteLine(Say($"Blocs in {r.OriginYear}: {string.Join("; ", r.Blocs.Select((b, i) => Say($"{i + 1}: {b.Length} states with {string.Join(", ", Known(b))}")))}"));
        if (r.BlocChanges.IsEmpty) o.WriteLine(Say($"No state changes bloc for the shocks in any of {Math.Min(r.Options.BlocDraws, r.Options.Draws)} draws."));
        else o.WriteLine(Say($"Who changes bloc for the shocks, in {Math.Min(r.Options.BlocDraws, r.Options.Draws)} draws:"));
        foreach (BlocChange c in r.BlocChanges.Take(8))
            o.WriteLine(Say($"  {c.State}  {c.Probability:P0} from bloc {c.From + 1} to {(c.To < 0 ? "a new one" : (c.To + 1).ToString(CultureInfo.InvariantCulture))} (without the shocks {c.Drift:P0} leave it)"));
    }

    private static IEnumerable<string> Known(IEnumerable<StateId> states) =>
        states.OrderBy(s => Array.IndexOf(["USA", "CHN", "RUS", "IND", "JPN", "DEU", "GBR", "FRA", "BRA", "IRN", "TUR", "SAU", "ZAF"], s.Code) is >= 0 and int at ? at : 99).ThenBy(s => s).Take(4).Select(s => s.Code);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
