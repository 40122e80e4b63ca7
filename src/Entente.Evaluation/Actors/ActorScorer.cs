using System.Globalization;
using System.Text.Json;
using Entente.Reading;

namespace Entente.Evaluation.Actors;

/// <summary>How often the state and the sector of an actor phrase are right.</summary>
/// <param name="N">Phrases scored.</param>
/// <param name="StateAccuracy">Share with the right state, 0 to 1; null when there is none to score.</param>
/// <param name="SectorAccuracy">Share with the right sector among phrases that have one; null when none has.</param>
public sealed record ActorScore(int N, double? StateAccuracy, double? SectorAccuracy);

/// <summary>Scores actor reading on JSON lines of <c>{text, context?, date?, state, sector?}</c>.</summary>
public static class ActorScorer
{
    /// <summary>Scores the lines; empty lines are left out.</summary>
    /// <param name="lines">Gold, one object a line.</param>
    /// <param name="missed">Told of every phrase of which the state or sector is wrong, as a JSON line.</param>
    /// <exception cref="JsonException">A line is no JSON object of that form.</exception>
    public static ActorScore Score(IEnumerable<string> lines, Action<string> missed)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(missed);
        int n = 0, states = 0, sectored = 0, sectors = 0;
        foreach (string line in lines)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string text = Field(row, "text") ?? throw new JsonException("A row has no \"text\".");
            DateOnly? date = DateOnly.TryParseExact(Field(row, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly d) ? d : null;
            StateId? gold = ActorCodes.State(Field(row, "state"));
            string? sector = ActorCodes.Sector(Field(row, "sector"));
            (StateId? state, Sector said) = ActorReader.Resolve(text, Field(row, "context"), date);
            bool stateRight = ActorCodes.Same(gold, state, date);
            bool sectorRight = true;
            n++;
            if (stateRight) states++;
            if (!string.IsNullOrEmpty(sector))
            {
                sectored++;
                sectorRight = string.Equals(sector, said.ToString(), StringComparison.OrdinalIgnoreCase);
                if (sectorRight) sectors++;
            }
            if (!stateRight || !sectorRight)
                missed(JsonSerializer.Serialize(new { text, state = gold?.Code, got = state?.Code, sector, got_sector = said.ToString() }));
        }
        return new ActorScore(n, n == 0 ? null : (double)states / n, sectored == 0 ? null : (double)sectors / sectored);
    }

    private static string? Field(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
