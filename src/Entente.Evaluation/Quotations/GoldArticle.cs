using System.Text.Json;
using Entente.Text;

namespace Entente.Evaluation.Quotations;

/// <summary>One annotated attribution; each part is in the order given.</summary>
/// <param name="Source">To whom it is attributed; may be empty.</param>
/// <param name="Cue">The words that attribute; may be empty.</param>
/// <param name="Content">What is attributed.</param>
public sealed record GoldAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>An article with the attributions that each annotator found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
/// <param name="Annotators">Attributions with content, one list for each annotator.</param>
public sealed record GoldArticle(string Id, string Text, IReadOnlyList<IReadOnlyList<GoldAttribution>> Annotators)
{
    /// <summary>Reads one line of PolNeAR as JSON: <c>{id, text, annotations[{attributions[{source, cue, content}]}]}</c>, spans in code points.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    public static GoldArticle Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        int[] units = CodePoints(text);
        var annotators = new List<IReadOnlyList<GoldAttribution>>();
        foreach (JsonElement annotator in json.RootElement.GetProperty("annotations").EnumerateArray())
            annotators.Add([.. annotator.GetProperty("attributions").EnumerateArray()
                .Select(a => new GoldAttribution(Spans(a, "source", units), Spans(a, "cue", units), Spans(a, "content", units)))
                .Where(a => a.Content.Count > 0)]);
        return new GoldArticle(json.RootElement.GetProperty("id").ToString(), text, annotators);
    }

    private static List<TextSpan> Spans(JsonElement attribution, string part, int[] units) => !attribution.TryGetProperty(part, out JsonElement spans) ? [] :
        [.. spans.EnumerateArray().Select(s => TextSpan.FromBounds(units[Math.Clamp(s[0].GetInt32(), 0, units.Length - 1)], units[Math.Clamp(s[1].GetInt32(), 0, units.Length - 1)]))];

    private static int[] CodePoints(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
            if (i == 0 || !char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1])) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
