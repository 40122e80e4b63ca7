using System.Globalization;
using System.Text.Json;
using Entente.Text;

namespace Entente.Evaluation.Dates;

/// <summary>An annotated expression: its place in UTF-16 units and the values that are right, none when the set gives none.</summary>
internal sealed record GoldDate(TextSpan Span, string Text, IReadOnlyList<string> Values);

/// <summary>A text, its reference day and its annotated expressions; only <see cref="Scope"/> is annotated.</summary>
internal sealed record DateGold(string Text, TextSpan Scope, DateOnly? Reference, IReadOnlyList<GoldDate> Dates)
{
    /// <summary>The file of cases it comes from; null where the set has one kind only.</summary>
    public string? Spec { get; init; }

    // MEANTIME annotates the headline, the date line and four sentences.
    private const int AnnotatedLines = 6;

    public static DateGold Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        if (row.TryGetProperty("timex", out JsonElement timex)) return Meantime(row, timex);
        if (row.TryGetProperty("Input", out _)) return Recognizers(row);
        throw new JsonException("A row has neither \"timex\" nor \"Input\".");
    }

    private static DateGold Meantime(JsonElement row, JsonElement timex)
    {
        string text = row.GetProperty("text").GetString()!;
        int[] at = CodePoints(text);
        int end = 0;
        for (int i = 0; i < AnnotatedLines && end < text.Length; i++)
        {
            int next = text.IndexOf('\n', end);
            end = next < 0 ? text.Length : next + 1;
        }
        var dates = new List<GoldDate>();
        foreach (JsonElement t in timex.EnumerateArray())
        {
            if (!t.TryGetProperty("begin", out JsonElement b) || b.ValueKind != JsonValueKind.Number) continue;
            int from = b.GetInt32(), to = t.GetProperty("end").GetInt32();
            if (from < 0 || to < from || to >= at.Length || at[from] >= end) continue;
            var span = TextSpan.FromBounds(at[from], at[to]);
            dates.Add(new GoldDate(span, text.Substring(span.Start, span.Length), Said(t, "value") is { Length: > 0 } v ? [v] : []));
        }
        return new DateGold(text, new TextSpan(0, end), Day(Said(row, "dct")), dates);
    }

    private static DateGold Recognizers(JsonElement row)
    {
        string text = row.GetProperty("Input").GetString()!;
        string? reference = row.TryGetProperty("Context", out JsonElement context) && context.ValueKind == JsonValueKind.Object ? Said(context, "ReferenceDateTime") : null;
        var dates = new List<GoldDate>();
        if (row.TryGetProperty("Results", out JsonElement results) && results.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement r in results.EnumerateArray())
            {
                if (!r.TryGetProperty("Start", out JsonElement s)) continue;
                int length = r.TryGetProperty("Length", out JsonElement l) ? l.GetInt32()
                    : r.TryGetProperty("End", out JsonElement e) ? e.GetInt32() - s.GetInt32() + 1 : Said(r, "Text")?.Length ?? 0;
                var values = new List<string>();
                foreach (string part in (string[])["Value", "Resolution"])
                    if (r.TryGetProperty(part, out JsonElement v)) Collect(v, values);
                dates.Add(new GoldDate(new TextSpan(s.GetInt32(), length), Said(r, "Text") ?? "", values));
            }
        }
        return new DateGold(text, new TextSpan(0, text.Length), Day(reference), dates) { Spec = Said(row, "spec") };
    }

    private static void Collect(JsonElement value, List<string> into)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (string name in (string[])["Timex", "timex", "value"])
            if (Said(value, name) is { Length: > 0 } t) into.Add(t);
        // What the expression means before and after the reference day: both are right answers.
        foreach (string name in (string[])["FutureResolution", "PastResolution"])
            if (value.TryGetProperty(name, out JsonElement resolved)) Resolved(resolved, "date", "startDate", "endDate", into);
        Resolved(value, "", "start", "end", into);
        if (!value.TryGetProperty("values", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return;
        foreach (JsonElement item in list.EnumerateArray()) Collect(item, into);
    }

    private static void Resolved(JsonElement value, string day, string start, string end, List<string> into)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        if (day.Length > 0 && Said(value, day) is { Length: > 0 } date) into.Add(date);
        if (Said(value, start) is { Length: > 0 } from && Said(value, end) is { Length: > 0 } to) into.Add($"({from},{to})");
    }

    private static DateOnly? Day(string? text)
    {
        string day = text is { Length: > 10 } ? text[..10] : text ?? "";
        return DateOnly.TryParseExact(day, ["yyyy-MM-dd", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
    }

    private static int[] CodePoints(string text)
    {
        var at = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
            if (i == 0 || !char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1])) at.Add(i);
        at.Add(text.Length);
        return [.. at];
    }

    private static string? Said(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
