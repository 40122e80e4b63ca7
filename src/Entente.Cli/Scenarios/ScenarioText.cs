using System.Globalization;
using Entente.Order;
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
        foreach (Shock s in r.Shocks) o.WriteLine($"  if {Meaning(s)}");
        o.WriteLine(Say($"  sizes not given are the medians of past turns over three years: easing {sizes.Eases:+0.0}, worsening {sizes.Worsens:0.0}, war begins {sizes.WarBegins:0.0}, war ends {sizes.WarEnds:+0.0}"));
        o.WriteLine();
        o.WriteLine("year   without  (5–95 %)        with  (5–95 %)     difference  (5–95 %)");
        for (int t = 0; t < r.Difference.Length; t++)
        {
            (FanYear b, FanYear s, Effect d) = (r.Baseline[t], r.Scenario[t], r.Difference[t].Effect);
            o.WriteLine(Say($"{b.Year}   {b.Mean,6:0.0}  ({b.Q5:0.0}–{b.Q95:0.0})   {s.Mean,6:0.0}  ({s.Q5:0.0}–{s.Q95:0.0})   {d.Mean,7:+0.00;-0.00;0.00}  ({d.Low:+0.00;-0.00;0.00} to {d.High:+0.00;-0.00;0.00})"));
        }
        o.WriteLine();
        o.WriteLine(Answer(r));
        o.WriteLine(Say($"What made the difference by {last} (the parts add up):"));
        foreach (EffectPart p in r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)))
            o.WriteLine(Say($"  {Name(p),-12} {p.Size.Mean,7:+0.000;-0.000}  ({p.Size.Low:+0.000;-0.000;0.000} to {p.Size.High:+0.000;-0.000;0.000})"));
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

    /// <summary>One sentence: how much, how sure, through what.</summary>
    public static string Answer(ScenarioResult r)
    {
        Effect e = r.Difference[^1].Effect;
        string way = e.Low > 0 ? "closer" : e.High < 0 ? "further apart" : "neither clearly closer nor further apart";
        string through = r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)).FirstOrDefault() is { } main ? Say($", most of it {Through(main)}") : "";
        string small = Math.Abs(e.Mean) < 1 ? " Under one point: small beside what happens anyway." : "";
        return Say($"By {r.Difference[^1].Year} {r.Dyad} is {way}: {e.Mean:+0.00;-0.00;0.00} points (90 % interval {e.Low:+0.00;-0.00;0.00} to {e.High:+0.00;-0.00;0.00}; closer in {r.Closer:P0} of draws){through}.{small}");
    }

    /// <summary>The shock in full.</summary>
    public static string Meaning(Shock shock) => shock switch
    {
        RelationShock { Target: { } target } r => Say($"{r.Dyad} goes to {target:0.#} {Timing(r)}{(r.Held ? ", and is held there" : ", then free")}"),
        RelationShock r => Say($"{r.Dyad} moves by {r.Points:+0.#;-0.#} {Timing(r)}{(r.Held ? ", and is held there against the baseline" : ", then free")}"),
        CapabilityShock c => Say($"the capabilities of {c.State} are multiplied by {c.Factor:0.##} {Timing(c)}"),
        RegimeShock g => Say($"the electoral democracy of {g.State} changes by {g.Change:+0.##;-0.##} {Timing(g)}"),
        TradeShock t => Say($"the trade of {t.Dyad} is multiplied by {t.Factor:0.##} {Timing(t)}"),
        _ => shock.Text,
    };

    public static string Name(EffectPart part) => part.Mechanism is { } m ? MechanismName(m) : "the shock";

    public static string MechanismName(Mechanism mechanism) => mechanism switch
    {
        Mechanism.Persistence => "persistence",
        Mechanism.Balance => "balance",
        Mechanism.Threat => "threat",
        Mechanism.Dependence => "dependence",
        Mechanism.Regime => "regime",
        _ => "power",
    };

    private static string Through(EffectPart part) => part.Mechanism is { } m ? $"through {MechanismName(m)}" : "set by the shock itself";

    private static string Timing(Shock s) => s.FirstYear is { } y ? Say($"over {s.Over} years from {y}") : Say($"over {s.Over} years");

    private static IEnumerable<string> Known(IEnumerable<StateId> states) =>
        states.OrderBy(s => Array.IndexOf(["USA", "CHN", "RUS", "IND", "JPN", "DEU", "GBR", "FRA", "BRA", "IRN", "TUR", "SAU", "ZAF"], s.Code) is >= 0 and int at ? at : 99).ThenBy(s => s).Take(4).Select(s => s.Code);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
