using System.Globalization;
using Entente.Reading;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Questions;

/// <summary>A scenario in words.</summary>
public static class ScenarioWords
{
    /// <summary>How much, how sure, through what.</summary>
    public static string Answer(ScenarioResult r)
    {
        ArgumentNullException.ThrowIfNull(r);
        Effect e = r.Difference[^1].Effect;
        string way = e.Low > 0 ? "closer" : e.High < 0 ? "further apart" : "neither clearly closer nor further apart";
        string through = r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)).FirstOrDefault() is { } main ? $", most of it {(main.Mechanism is null ? "set by the shock itself" : "through " + Name(main))}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"By {r.Difference[^1].Year} {StateRegistry.Default[r.Dyad.First].Name} and {StateRegistry.Default[r.Dyad.Second].Name} are {way}: {e.Mean:+0.00;−0.00;0.00} points (90 % interval {e.Low:+0.00;−0.00;0.00} to {e.High:+0.00;−0.00;0.00}; closer in {r.Closer:P0} of draws){through}.{(Math.Abs(e.Mean) < 1 ? " Under one point: small beside what happens anyway." : "")}");
    }

    /// <summary>Through what: a mechanism, or the shock itself.</summary>
    public static string Name(EffectPart part) => part?.Mechanism is { } m ? m.ToString().ToLowerInvariant() : "the shock itself";

    /// <summary>Whether model and text agree on the direction.</summary>
    public static string Verdict(ConditionalObservation c, ScenarioResult r)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(r);
        if (r.Shocks.Any(s => s is RelationShock own && own.Dyad == r.Dyad)) return "The condition is itself a change between the two: it says what it supposes, and the model can neither confirm nor deny it.";
        Effect e = r.Difference[^1].Effect;
        if (c.Direction == Direction.Unclear) return "The text says no direction to compare.";
        if (e.Low <= 0 && e.High >= 0) return "Open: the model's interval holds both directions.";
        string small = Math.Abs(e.Mean) < 1 ? ", and holds the effect small (under one point)" : "";
        return e.Mean > 0 == (c.Direction == Direction.Closer) ? $"The model agrees on the direction{small}." : $"The model disagrees on the direction{small}.";
    }

    /// <summary>The shock in full.</summary>
    public static string Meaning(Shock shock) => shock switch
    {
        RelationShock { Target: { } target } r => Say($"{r.Dyad} goes to {target:0.#} {Timing(r)}{(r.Held ? ", and is held there" : ", then free")}"),
        RelationShock r => Say($"{r.Dyad} moves by {r.Points:+0.#;−0.#} {Timing(r)}{(r.Held ? ", and is held there against the baseline" : ", then free")}"),
        CapabilityShock c => Say($"the capabilities of {c.State} are multiplied by {c.Factor:0.##} {Timing(c)}"),
        RegimeShock g => Say($"the electoral democracy of {g.State} changes by {g.Change:+0.##;−0.##} {Timing(g)}"),
        TradeShock t => Say($"the trade of {t.Dyad} is multiplied by {t.Factor:0.##} {Timing(t)}"),
        _ => shock?.Text ?? "",
    };

    private static string Timing(Shock s) => s.FirstYear is { } y ? Say($"over {s.Over} years from {y}") : Say($"over {s.Over} years");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
