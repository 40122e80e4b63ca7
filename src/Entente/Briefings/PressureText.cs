using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Order.Pressure;

namespace Entente.Briefings;

/// <summary>Pressure points as text of 80 columns and as JSON.</summary>
public static class PressureText
{
    private const int Cited = 4;
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Renders them for the terminal.</summary>
    /// <param name="input">What they were found in.</param>
    /// <param name="points">The points, strongest first.</param>
    /// <param name="effects">What taking some away does; empty when none is.</param>
    /// <param name="asOf">Nothing of a later day was used.</param>
    /// <param name="top">Points printed at most.</param>
    /// <param name="color">Whether to write ANSI escapes.</param>
    public static string Render(PressureInput input, ImmutableArray<PressurePoint> points, ImmutableArray<PressureEffect> effects, DateOnly asOf, int top, bool color)
    {
        ArgumentNullException.ThrowIfNull(input);
        var page = new OrderPage(color);
        page.Line(page.Paint($"Pressure points of {input.Network.NameOf(input.A)} and {input.Network.NameOf(input.B)}", "1;4") + page.Paint(string.Create(CultureInfo.InvariantCulture, $"  ties of {input.Year}, as of {asOf:yyyy-MM-dd}"), "2"));
        if (input.Network.Look(input.A, input.B) is { } own)
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  Alignment of the two: {own.Value:0} ({own.Low:0}–{own.High:0})."));
        foreach (PressureEffect e in effects) page.Prose(string.Create(CultureInfo.InvariantCulture, $"Without them: {e.What}: {e.With:0.0} → {e.Without:0.0}"), "  ", "1");
        if (points.IsEmpty) page.Prose("None found in what is known.", "  ");
        foreach ((int i, PressurePoint p) in points.Take(top).Index())
        {
            page.Line("");
            page.Prose(string.Create(CultureInfo.InvariantCulture, $"{p.Title}  [{p.Id}]"), string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}. {p.Strength,3:0}  "), "1");
            page.Prose(p.Text, "          ");
            foreach (PressureEvidence e in p.Evidence.Take(Cited))
            {
                (string text, string detail, string? id) = PressureSources.Of(e, asOf);
                page.Prose($"{text}{(detail.Length > 0 ? $" ({detail})" : "")}{(id is not null && e is not TextEvidence ? "" : id is not null ? $", entente explain {id}" : "")}", "          · ", "2");
            }
            if (p.Evidence.Length > Cited) page.Line(page.Paint(string.Create(CultureInfo.InvariantCulture, $"          · and {p.Evidence.Length - Cited} more: --json"), "2"));
            if (p.Effect is { } effect) page.Prose(string.Create(CultureInfo.InvariantCulture, $"without it: {effect.What}: {effect.With:0.0} → {effect.Without:0.0}"), "          ", "2");
        }
        page.Line("");
        if (points.Length > top) page.Line(page.Paint(string.Create(CultureInfo.InvariantCulture, $"  … and {points.Length - top} weaker ones: --top 0 or --json."), "2"));
        page.Prose("Strength is the share of the most a point could be, by the measure of its kind (docs/methods.md). Names of numbers for entente explain: --json. Take points away with --without ID.", "  ", "2");
        return page.ToString();
    }

    /// <summary>Renders them all as one JSON object.</summary>
    /// <param name="input">What they were found in.</param>
    /// <param name="points">The points, strongest first.</param>
    /// <param name="without">Ids taken away.</param>
    /// <param name="effects">What that does.</param>
    /// <param name="asOf">Nothing of a later day was used.</param>
    public static string Json(PressureInput input, ImmutableArray<PressurePoint> points, IReadOnlyCollection<string> without, ImmutableArray<PressureEffect> effects, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(without);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("dyad", input.Dyad.ToString());
            json.WriteNumber("year", input.Year);
            json.WriteString("as_of", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("without");
            foreach (string id in without) json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteStartArray("effects");
            foreach (PressureEffect e in effects) Effect(json, e);
            json.WriteEndArray();
            json.WriteStartArray("points");
            foreach (PressurePoint p in points) Point(json, p, asOf);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Point(Utf8JsonWriter json, PressurePoint p, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("id", p.Id);
        json.WriteString("kind", p.Kind.ToString());
        json.WriteNumber("strength", Math.Round(p.Strength, 3));
        json.WriteString("title", p.Title);
        json.WriteString("text", p.Text);
        json.WriteNumber("first_year", p.FirstYear);
        json.WriteNumber("last_year", p.LastYear);
        json.WriteStartArray("evidence");
        foreach (PressureEvidence e in p.Evidence)
        {
            (string text, string detail, string? id) = PressureSources.Of(e, asOf);
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("detail", detail);
            if (id is null) json.WriteNull("id");
            else json.WriteString("id", id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("effect");
        if (p.Effect is { } effect) Effect(json, effect);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void Effect(Utf8JsonWriter json, PressureEffect e)
    {
        json.WriteStartObject();
        json.WriteString("what", e.What);
        json.WriteNumber("with", Math.Round(e.With, 3));
        json.WriteNumber("without", Math.Round(e.Without, 3));
        json.WriteEndObject();
    }
}
