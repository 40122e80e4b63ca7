using System.Globalization;
using Entente.Reading;

namespace Entente.Briefings;

/// <summary>Events as statements: one for each event, however many texts report it, and one for each sentence, however many events it tells.</summary>
internal static class EventStatements
{
    /// <summary>Most statements shown per section; the rest is counted, not hidden.</summary>
    private const int Shown = 5;

    /// <summary>The newest events that pass, as statements.</summary>
    public static IEnumerable<BriefingStatement> Of(BriefingInput input, SourceList sources, Func<EventObservation, bool> which)
    {
        // Reports are not events: the same type, direction and date is one event with several pieces of evidence.
        var events = input.Observations
            .Where(o => o.Observation is EventObservation { Modality: Modality.Asserted or Modality.Reported } e && which(e))
            .ToList();
        IReadOnlyList<ReportedEvent> gathered = EventReports.Gather(events.Concat(input.Observations.Where(o => o.Observation is EventObservation { Modality: Modality.Negated } e && which(e))));
        var sentences = gathered
            .GroupBy(g => (g.Event.Evidence.DocumentId, Flat(g.Event.Evidence.Quoted)))
            .OrderByDescending(s => s.Max(g => g.Event.Date?.Latest ?? g.Reports.Max(o => o.Document.Published) ?? DateOnly.MinValue))
            .ThenByDescending(s => s.Sum(g => g.Independent))
            .ToList();
        foreach (var sentence in sentences.Take(Shown))
        {
            StoredObservation[] evidence = [.. sentence.SelectMany(g => g.Reports).DistinctBy(o => (o.Document.Id, o.Observation.Evidence.Span)).Take(3)];
            string said = string.Join("; ", sentence.GroupBy(g => Acts(g.Event)).Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => Named(e.Event)).Distinct(StringComparer.Ordinal))}"));
            string many = sentence.Max(g => g.Independent) is > 1 and int n ? string.Create(CultureInfo.InvariantCulture, $" ({n} independent reports)") : "";
            yield return new BriefingStatement($"{When(sentence.First())}, {said}{many}", [.. evidence.Select(sources.Observation)]) { Quoted = sentence.Key.Item2 };
        }
        if (sentences.Count > Shown)
            yield return new BriefingStatement($"… and {(sentences.Count - Shown).ToString("N0", CultureInfo.InvariantCulture)} more in the texts read.", []);
    }

    /// <summary>On one line, and not longer than a reader takes in.</summary>
    public static string Flat(string text)
    {
        string flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // The renderers set marks of their own: a text that is one quotation does not bring its marks along.
        if (flat is ['“' or '"', .. var inner, '”' or '"'] && !inner.AsSpan().ContainsAny('“', '”', '"')) flat = inner;
        return flat.Length <= 300 ? flat : string.Concat(flat.AsSpan(0, 298), "…");
    }

    private static string Acts(EventObservation e) => e.Target is null ? e.Source.Name : $"{e.Source.Name} → {e.Target.Name}";

    private static string Named(EventObservation e) => $"{e.Type.ToString().ToLowerInvariant()}{(e.Modality == Modality.Reported ? " (as reported)" : "")}";

    private static string When(ReportedEvent g) => g.Event.Date is { } date
        ? date.ToString()
        : g.Reports.Max(o => o.Document.Published) is { } day ? $"reported {new PartialDate(day)}" : "date unknown";
}
