using Entente.Reading;

namespace Entente.Measures.News;

/// <summary>Counts what dated texts report between states, month by month of publication. Keeps counts and no text. Not thread-safe.</summary>
public sealed class NewsCounter
{
    /// <summary>Days before publication that an act may lie back and still be news; what is older is history retold.</summary>
    public const int NewsDays = 92;

    private readonly Dictionary<(UndirectedDyad Dyad, CalendarMonth Month, string Corpus, PloverType Type, Dimension Dimension), (int Reports, int Forth, int Back, double Intensity)> _counts = [];

    /// <summary>Texts counted that had a day of publication.</summary>
    public long Documents { get; private set; }

    /// <summary>Texts passed over for want of one.</summary>
    public long Undated { get; private set; }

    /// <summary>Counts a text: each dyad, type and dimension once, however often the text says it.</summary>
    /// <param name="coded">The text and what it says.</param>
    /// <param name="corpus">The collection it belongs to.</param>
    public void Add(CodedDocument coded, string corpus)
    {
        ArgumentNullException.ThrowIfNull(coded);
        if (coded.Document.Published is not { } published)
        {
            Undated++;
            return;
        }
        Documents++;
        var acts = coded.Observations.OfType<EventObservation>().Select(e => (Event: e, Pair: Pair(e)))
            .Where(e => e.Pair is not null && Counts(e.Event, published.Day))
            .GroupBy(e => (Dyad: new UndirectedDyad(e.Pair!.Value.Source, e.Pair.Value.Target), e.Event.Type, e.Event.Dimension));
        foreach (var act in acts)
        {
            var key = (act.Key.Dyad, CalendarMonth.Of(published.Day), corpus, act.Key.Type, act.Key.Dimension);
            (int reports, int forth, int back, double intensity) = _counts.GetValueOrDefault(key);
            _counts[key] = (reports + 1, forth + (act.Any(e => e.Pair!.Value.Source == act.Key.Dyad.First) ? 1 : 0),
                back + (act.Any(e => e.Pair!.Value.Source == act.Key.Dyad.Second) ? 1 : 0), intensity + act.Average(e => e.Event.Intensity));
        }
    }

    /// <summary>The counts, by dyad, month, corpus, type and dimension.</summary>
    public IReadOnlyList<NewsCount> Counts() =>
    [
        .. _counts.OrderBy(c => c.Key.Dyad.First).ThenBy(c => c.Key.Dyad.Second).ThenBy(c => c.Key.Month)
            .ThenBy(c => c.Key.Corpus, StringComparer.Ordinal).ThenBy(c => c.Key.Type).ThenBy(c => c.Key.Dimension)
            .Select(c => new NewsCount(c.Key.Dyad, c.Key.Month, c.Key.Corpus, c.Key.Type, c.Key.Dimension, c.Value.Reports, c.Value.Forth, c.Value.Back,
                Math.Round(c.Value.Intensity / c.Value.Reports, 3))),
    ];

    // As a thing done, and lately: an act without a date of its own is taken to be news.
    private static bool Counts(EventObservation e, DateOnly published) => e.Modality is Modality.Asserted or Modality.Reported
        && (e.Date is not { } date || (date.Latest >= published.AddDays(-NewsDays) && date.Earliest <= published));

    private static (StateId Source, StateId Target)? Pair(EventObservation e) =>
        Acts(e.Source) is { } source && e.Target is { } target && Acts(target) is { } other && source != other ? (source, other) : null;

    // What rebels, companies or citizens of a state do is not the state's doing.
    private static StateId? Acts(ActorMention actor) => actor.Sector is Sector.Unspecified or Sector.Gov or Sector.Mil or Sector.Cop or Sector.Jud or Sector.Spy or Sector.Leg
        ? Today(actor.State)
        : null;

    private static StateId? Today(StateId? state)
    {
        while (state is { } s && StateRegistry.Default.Find(s)?.ContinuedBy is { } next) state = next;
        return state;
    }
}
