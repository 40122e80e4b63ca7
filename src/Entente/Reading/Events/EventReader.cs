using Entente.Documents;
using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>Reads events between two states from a sentence by the codebook.</summary>
public static class EventReader
{
    private const string Version = "@1";

    /// <summary>The events of a sentence, at most one for each match of the codebook.</summary>
    /// <param name="document">The document the sentence stands in.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="actorsInSentence">Its actors; those without a state are passed over.</param>
    /// <param name="dateOf">The date of an event whose words stand at a span, with the rule or the reason for none; null when dates were not read.</param>
    public static IReadOnlyList<EventObservation> Read(Document document, ParsedSentence sentence, IReadOnlyList<ActorMention> actorsInSentence,
        Func<TextSpan, (PartialDate? Date, string Rule)>? dateOf = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(actorsInSentence);
        var events = new List<EventObservation>();
        ActorMention[] actors = [.. actorsInSentence.Where(a => a.State is not null).OrderBy(a => a.Span.Start)];
        if (actors.Select(a => a.State).Distinct().Count() < 2) return events;
        CodebookMatch? governor = null;
        int last = -1;
        foreach (CodebookMatch match in EventCodebook.Default.Match(sentence))
        {
            if (match.First <= last) continue;
            last = match.First;
            // "refused to aid": what follows the governing verb did not happen by this sentence.
            if (governor is { } held && match.First <= held.Last + 2 && match.First > held.Last
                && sentence.Tokens[match.First - 1].Lemma is "to") continue;
            governor = match;
            if (Pair(sentence, match, actors) is not { } pair) continue;
            events.Add(Make(document, sentence, match, pair.Source, pair.Target, dateOf));
        }
        return events;
    }

    private static (ActorMention Source, ActorMention Target)? Pair(ParsedSentence sentence, CodebookMatch match, ActorMention[] actors)
    {
        int at = sentence.Tokens[match.First].Span.Start, end = sentence.Tokens[match.Last].Span.End;
        ActorMention[] left = [.. actors.Where(a => a.Span.End <= at)], right = [.. actors.Where(a => a.Span.Start >= end)];
        if (left.Length > 0 && right.FirstOrDefault(r => r.State != left[^1].State) is { } target)
            return IsPassive(sentence, match, target.Span) ? (target, left[^1]) : (left[^1], target);
        // "A and B signed", "the meeting of A and B".
        ActorMention[] joint = match.Rule.Type is PloverType.Agree or PloverType.Consult or PloverType.Cooperate or PloverType.Support
            ? left.Length > 1 ? left[^2..] : right.Length > 1 ? right[..2] : [] : [];
        return joint is [var first, var second] && first.State != second.State
            && sentence.Tokens.Any(t => t.Lemma is "and" && t.Span.Start >= first.Span.End && t.Span.End <= second.Span.Start)
            ? (first, second) : null;
    }

    // The subject of a passive stands to the right, after "by".
    private static bool IsPassive(ParsedSentence sentence, CodebookMatch match, TextSpan agent)
    {
        int first = 0;
        while (first < sentence.Tokens.Length && sentence.Tokens[first].Span.Start < agent.Start) first++;
        for (int i = first - 1; i > match.Last && i >= first - 3; i--)
            if (sentence.Tokens[i].Lemma is "by") return true;
        return false;
    }

    private static EventObservation Make(Document document, ParsedSentence sentence, CodebookMatch match, ActorMention source,
        ActorMention target, Func<TextSpan, (PartialDate? Date, string Rule)>? dateOf)
    {
        TextSpan words = TextSpan.FromBounds(sentence.Tokens[match.First].Span.Start, sentence.Tokens[match.Last].Span.End);
        (PartialDate? date, string dateRule) = dateOf?.Invoke(words) ?? (null, "dates not read");
        Modality modality = EventModality.Of(sentence, match.First);
        string content = $"{match.Rule.Type}|{source.State}|{target.State}|{date}|{modality}";
        return new EventObservation
        {
            Id = ObservationId.Create(document.Id, "event", words, content),
            Evidence = new Evidence(document.Id, sentence.Span, document.Body.BytesOf(sentence.Span),
                sentence.Span.Of(document.Body.Text).ToString(), match.Rule.Id + Version),
            Type = match.Rule.Type,
            Mode = match.Rule.Mode,
            Cameo = match.Rule.Cameo,
            Dimension = match.Rule.Dimension,
            Intensity = match.Rule.Intensity,
            Source = source,
            Target = target,
            Date = date,
            DateRule = dateRule,
            Modality = modality,
        };
    }
}
