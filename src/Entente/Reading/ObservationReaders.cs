using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Conditionals;
using Entente.Reading.Events;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading;

/// <summary>The readers of this version, one line for each kind of observation.</summary>
public static class ObservationReaders
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ObservationReader> All { get; } = [ReadEvents, QuotationReader.Read, ConditionalReader.Read];

    private static IEnumerable<Observation> ReadEvents(Document document, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        IReadOnlyList<DateMention> dates = DateReader.Read(document.Body.Text, document.Published?.Day);
        foreach (ParsedSentence sentence in sentences)
        {
            ActorMention[] within = [.. actors.Where(a => sentence.Span.Contains(a.Span))];
            if (within.Length == 0) continue;
            foreach (EventObservation e in EventReader.Read(document, sentence, within, at => DateOf(at, sentence, dates))) yield return e;
        }
    }

    // The date of an event is the nearest one its own sentence gives; a sentence without one leaves it unknown.
    private static (PartialDate? Date, string Rule) DateOf(TextSpan at, ParsedSentence sentence, IReadOnlyList<DateMention> dates)
    {
        DateMention? nearest = dates.Where(d => d.Value is not null && sentence.Span.Contains(d.Span) && !IsDateline(d, sentence))
            .MinBy(d => d.Span.Start >= at.End ? d.Span.Start - at.End : Math.Max(0, at.Start - d.Span.End));
        return nearest is null ? (null, "its sentence gives no date") : (nearest.Value, $"“{nearest.Text}” {nearest.Rule}");
    }

    // "FUZHOU, Sept. 20 --" dates the report, not what it reports.
    private static bool IsDateline(DateMention date, ParsedSentence sentence)
    {
        int dash = sentence.Tokens.Take(14).FirstOrDefault(t => t.Text is "--" or "—" or "–")?.Span.Start ?? -1;
        return date.Span.End <= dash && sentence.Tokens[0].Text.All(char.IsAsciiLetterUpper);
    }
}
