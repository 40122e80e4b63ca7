using System.Text.Json;
using Entente.Reading;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Questions;

/// <summary>A scenario's result as one JSON object.</summary>
public static class ScenarioJson
{
    /// <summary>Writes it on one line.</summary>
    /// <param name="r">The result.</param>
    /// <param name="sizes">Sizes taken where none were given.</param>
    public static string Write(ScenarioResult r, ShockSizes sizes) => JsonSerializer.Serialize(Shape(r, sizes), ForecastJson.Options);

    /// <summary>Writes the answer to a conditional of a text on one line: who says what, and whether the model agrees.</summary>
    /// <param name="conditional">The conditional.</param>
    /// <param name="r">What the model says.</param>
    /// <param name="sizes">Sizes taken where none were given.</param>
    public static string Write(ConditionalObservation conditional, ScenarioResult r, ShockSizes sizes)
    {
        ArgumentNullException.ThrowIfNull(conditional);
        return JsonSerializer.Serialize(new
        {
            id = conditional.Id,
            quoted = conditional.Evidence.Quoted,
            speaker = conditional.Speaker,
            direction = conditional.Direction.ToString(),
            verdict = ScenarioWords.Verdict(conditional, r),
            result = Shape(r, sizes),
        }, ForecastJson.Options);
    }

    private static object Shape(ScenarioResult r, ShockSizes sizes) => new
    {
        dyad = r.Dyad.ToString(),
        origin = r.OriginYear,
        score = R(r.Origin),
        method = DynamicsModel.Method,
        draws = r.Options.Draws,
        seed = r.Options.Seed,
        shocks = r.Shocks.Select(s => new { text = s.Text, meaning = ScenarioWords.Meaning(s) }),
        default_sizes = new { eases = sizes.Eases, worsens = sizes.Worsens, war_begins = sizes.WarBegins, war_ends = sizes.WarEnds, cases = sizes.Turns },
        years = r.Difference.Select((d, t) => new { year = d.Year, baseline = Fan(r.Baseline[t]), scenario = Fan(r.Scenario[t]), difference = Of(d.Effect) }),
        closer = R(r.Closer),
        answer = ScenarioWords.Answer(r),
        parts = r.Parts.Select(p => new { part = ScenarioWords.Name(p), size = Of(p.Size) }),
        dragged = r.Dragged.Select(d => new { dyad = d.Dyad.ToString(), baseline = R(d.Baseline), change = Of(d.Change) }),
        mean_path_difference = R(r.MeanPathDifference),
        sensitivity = r.Sensitivity.Select(s => new { assumption = s.Assumption, lower = R(s.Lower), higher = s.Higher is { } h ? R(h) : (double?)null }),
        blocs = r.Blocs.Select(b => b.Select(s => s.Code)),
        bloc_changes = r.BlocChanges.Select(c => new { state = c.State.Code, from = c.From + 1, probability = c.Probability, without = c.Drift, to = c.To < 0 ? (int?)null : c.To + 1, to_share = c.ToShare }),
    };

    private static object Fan(FanYear y) => new { mean = R(y.Mean), q5 = R(y.Q5), q25 = R(y.Q25), q50 = R(y.Q50), q75 = R(y.Q75), q95 = R(y.Q95) };

    private static object Of(Effect e) => new { mean = R(e.Mean), q5 = R(e.Low), q95 = R(e.High) };

    private static double R(double x) => Math.Round(x, 4);
}
