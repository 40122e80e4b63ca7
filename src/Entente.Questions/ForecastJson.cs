using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Scenarios.Dynamics;

namespace Entente.Questions;

/// <summary>A forecast as one JSON object.</summary>
public static class ForecastJson
{
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it on one line.</summary>
    public static string Write(ForecastAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return JsonSerializer.Serialize(new
        {
            dyad = answer.Dyad.ToString(),
            origin = answer.Origin,
            score = Math.Round(answer.Score, 2),
            kind = answer.Kind,
            method = DynamicsModel.Method,
            years = answer.Years.Select(y => new
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
        }, Options);
    }
}
