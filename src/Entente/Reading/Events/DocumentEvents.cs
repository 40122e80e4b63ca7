using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>The events of a document, each once, and the sentences that name two states and give none.</summary>
/// <param name="Events">Events, those reported twice with their further evidence.</param>
/// <param name="Silences">Sentences without events, and why.</param>
public sealed record DocumentEvents(IReadOnlyList<EventObservation> Events, IReadOnlyList<EventSilence> Silences)
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="actors">Its actors, in order.</param>
    public static DocumentEvents Read(Document document, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(actors);
        var events = new List<EventObservation>();
        var silences = new List<EventSilence>();
        var within = new List<ActorMention>();
        int next = 0;
        foreach (ParsedSentence sentence in sentences)
        {
            while (next < actors.Count && actors[next].Span.Start < sentence.Span.Start) next++;
            within.Clear();
            while (next < actors.Count && actors[next].Span.End <= sentence.Span.End) within.Add(actors[next++]);
            if (within.Count < 2) continue;
            IReadOnlyList<DateMention> dates = DateReader.Read(document.Body.Text, sentence.Span, document.Published?.Day);
            EventReading read = EventReader.Read(document, sentence, within, dates);
            foreach (EventObservation e in read.Events) Merge(events, e);
            if (read.Silence is { } silence) silences.Add(silence);
        }
        return new DocumentEvents(events, silences);
    }

    // The same act of the same states on one date, or told again by the same rule without a date, is one event.
    private static void Merge(List<EventObservation> events, EventObservation told)
    {
        int known = events.FindIndex(e => e.Type == told.Type && e.Modality == told.Modality && SameParties(e, told)
            && (e.Date is null || told.Date is null ? string.Equals(e.Evidence.Rule, told.Evidence.Rule, StringComparison.Ordinal) : e.Date == told.Date));
        if (known < 0)
        {
            events.Add(told);
            return;
        }
        EventObservation first = events[known];
        ImmutableArray<Evidence> also = first.Evidence.Span == told.Evidence.Span ? first.AlsoAt : first.AlsoAt.Add(told.Evidence);
        events[known] = first.Date is null && told.Date is not null
            ? first with { AlsoAt = also, Date = told.Date, DateRule = told.DateRule }
            : first with { AlsoAt = also };
    }

    private static bool SameParties(EventObservation a, EventObservation b) =>
        a.Source.State == b.Source.State && a.Target?.State == b.Target?.State
        || a.Type is PloverType.Consult or PloverType.Cooperate or PloverType.Agree or PloverType.Support && a.Source.State == b.Target?.State && a.Target?.State == b.Source.State;
}
