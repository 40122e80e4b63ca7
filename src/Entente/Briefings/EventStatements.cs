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
            .GroupBy(o => (EventObservation)o.Observation, EventKey.Instance)
            .ToList();
        var sentences = events
            .GroupBy(g => (g.Key.Evidence.DocumentId, Flat(g.Key.Evidence.Quoted)))
            .OrderByDescending(s => s.Max(g => g.Key.Date?.Latest ?? g.Max(o => o.Document.Published) ?? DateOnly.MinValue))
            .ThenByDescending(s => s.Sum(g => g.Count()))
            .ToList();
        foreach (var sentence in sentences.Take(Shown))
        {
            StoredObservation[] evidence = [.. sentence.SelectMany(g => g).DistinctBy(o => (o.Document.Id, o.Observation.Evidence.Span)).Take(3)];
            string said = string.Join("; ", sentence.GroupBy(g => Acts(g.Key)).Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => Named(e.Key)).Distinct(StringComparer.Ordinal))}"));
            yield return new BriefingStatement($"{When(sentence.First())}, {said}", [.. evidence.Select(sources.Observation)]) { Quoted = sentence.Key.Item2 };
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

    private static string When(IGrouping<EventObservation, StoredObservation> g) => g.Key.Date is { } date
        ? date.ToString()
        : g.Max(o => o.Document.Published) is { } day ? $"reported {new PartialDate(day)}" : "date unknown";

    private sealed class EventKey : IEqualityComparer<EventObservation>
    {
        public static readonly EventKey Instance = new();

        public bool Equals(EventObservation? x, EventObservation? y) => x is not null && y is not null && Key(x) == Key(y);

        public int GetHashCode(EventObservation e) => Key(e).GetHashCode();

        // An undated event is itself only: two reports without a date cannot be known to be one event.
        private static (PloverType, string?, string?, string) Key(EventObservation e) =>
            (e.Type, e.Source.State?.Code ?? e.Source.ActorId, e.Target?.State?.Code ?? e.Target?.ActorId, e.Date?.ToString() ?? e.Id);
    }
}
