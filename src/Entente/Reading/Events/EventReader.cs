using System.Globalization;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>Reads events between two states from a parsed sentence: words of the codebook, parties by the tree, types by the scorer.</summary>
public static class EventReader
{
    /// <summary>Version of the rules of this reader, as stored with every event.</summary>
    public const string Version = "@3";

    /// <summary>Types of one-word patterns that the scorer trusts less than this are left out; of longer patterns, a fifth of it. Set on the development sentences.</summary>
    public const double Threshold = 0.15;

    /// <summary>Events whose confidence is less are left out. Set on the calibration sentences.</summary>
    public const double Least = 0.6;

    private const int MostPairs = 12;
    private const int MostMutual = 4;
    private static readonly EventReading Nothing = new([], null);

    /// <summary>The events of a sentence, or why it has none.</summary>
    /// <param name="document">The document the sentence stands in.</param>
    /// <param name="sentence">The sentence, parsed.</param>
    /// <param name="actors">Its actors; those without a state are passed over.</param>
    /// <param name="dates">Dates of the sentence, or of the document.</param>
    /// <param name="least">Least confidence of an event; 0 keeps all, for the fitting of confidence itself.</param>
    public static EventReading Read(Document document, ParsedSentence sentence, IReadOnlyList<ActorMention> actors, IReadOnlyList<DateMention> dates, double least = Least)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(dates);
        if (!NamesTwoStates(actors)) return Nothing;
        List<CodebookMatch> matches = EventCodebook.Default.Match(sentence);
        if (matches.Count == 0) return Silent(sentence, NoEventReason.NoPredicate, null);
        if (!sentence.IsParsed) return Silent(sentence, NoEventReason.NotParsed, null);
        if (OtherTopics.Has(sentence, actors)) return Silent(sentence, NoEventReason.OtherTopic, null);
        var predicates = PredicateSet.Of(sentence, matches);
        var finder = new RoleFinder(sentence, new SentenceParties(sentence, actors));
        var events = new List<EventObservation>();
        var signs = new List<EventSigns>();
        (NoEventReason Reason, int At) nearest = (NoEventReason.NoParties, -1);
        foreach (int at in predicates.Anchors)
        {
            // A noun written as a name is one: "the Security Dialogue among four states".
            if (at > 0 && sentence.Tokens[at].Upos is Upos.Propn or Upos.Noun && char.IsUpper(sentence.Tokens[at].Text[0])) continue;
            (List<Candidate> candidates, NoEventReason reason) = Candidates(sentence, predicates, finder, at, least);
            Presentation shown = EventModality.Of(sentence, at, predicates);
            if (candidates.Count > 0 && shown.Withheld is { } withheld) reason = withheld;
            if (candidates.Count == 0 || shown.Withheld is not null)
            {
                if (reason >= nearest.Reason) nearest = (reason, at);
                continue;
            }
            foreach (Candidate candidate in candidates)
                Add(candidate, shown.Modality, at);
            if (shown.Modality is not Modality.Reported || !Claims.IsHarm(candidates[0].Match.Rule) || Claims.Of(sentence, finder, at, candidates[0].Source) is not { } claim) continue;
            var accusation = new Candidate(claim.Match, claim.Match.First, claim.Speaker, candidates[0].Source, candidates[0].Signs);
            Add(accusation, Modality.Asserted, claim.Match.First);
        }
        return events.Count > 0 ? new EventReading(events, null) { Signs = signs } : Silent(sentence, nearest.Reason, nearest.At < 0 ? null : sentence.Tokens[nearest.At].Text);

        void Add(Candidate candidate, Modality modality, int at)
        {
            if (events.Exists(e => Same(e, candidate))) return;
            events.Add(Make(document, sentence, candidate, modality, EventDates.Of(sentence, at, dates)));
            signs.Add(candidate.Signs);
        }
    }

    private static (List<Candidate> Found, NoEventReason Reason) Candidates(ParsedSentence sentence, PredicateSet predicates, RoleFinder finder, int at, double least)
    {
        var best = new List<Candidate>();
        double top = double.NegativeInfinity;
        NoEventReason reason = NoEventReason.NoParties;
        foreach (CodebookMatch match in predicates.At(at))
        {
            finder.Far = false;
            List<(Party Source, Party Target)> pairs = Pairs(finder, at, match.Rule);
            if (reason < NoEventReason.SameState && (pairs.Count > 0 ? pairs.TrueForAll(IsOneState) : finder.TurnsOnItself(at, match.Rule))) reason = NoEventReason.SameState;
            pairs.RemoveAll(IsOneState);
            if (pairs.Count == 0) continue;
            double[]? scores = EventScorer.Default?.Probabilities(EventFeatures.Of(sentence, pairs[0].Source.Actor.Span, pairs[0].Target.Actor.Span, predicates.All));
            double probability = scores is null ? 0.5 : EventScorer.Default!.Trust(match.Rule.Type, scores);
            // A longer pattern is the better witness; the scorer decides between equals.
            double worth = match.Words + probability;
            if (worth <= top) continue;
            top = worth;
            best = [.. pairs.Take(MostPairs).Select(p => new Candidate(match, at, p.Source, p.Target, new EventSigns(probability, match.Words, finder.Far, pairs.Count)))];
        }
        if (best.Count > 0 && (best[0].Signs.Trust < (best[0].Match.Words > 1 ? Threshold / 5 : Threshold) || EventConfidence.Default.Of(best[0].Signs) < least)) return ([], NoEventReason.BelowThreshold);
        return (best, reason);
    }

    // The Soviet Union and Russia are one line of states.
    private static bool IsOneState((Party Source, Party Target) pair) => pair.Source.State == pair.Target.State
        || StateRegistry.Default.Lineage(pair.Source.State).Any(s => s.Id == pair.Target.State)
        || StateRegistry.Default.Lineage(pair.Target.State).Any(s => s.Id == pair.Source.State);

    private static List<(Party Source, Party Target)> Pairs(RoleFinder finder, int at, CodebookRule rule)
    {
        var pairs = new List<(Party, Party)>();
        List<Party> sources = finder.Sources(at);
        if (sources.Count == 0 && rule.Type is PloverType.Cooperate or PloverType.Consult or PloverType.Agree or PloverType.Support) sources = finder.Between(at);
        if (sources.Count == 0) return pairs;
        List<Party> targets = finder.Targets(at, rule, sources);
        // Two subjects of a mutual act are its parties; what stands beside is a third: "agreed on a truce in Ukraine".
        if (rule.Roles == EventRoles.Mutual && (targets.Count == 0 || sources.Count > 1 && !finder.IsWith(targets[0].Token, at)) || sources.Count > 1 && targets.Count == 0 && rule.Type is PloverType.Cooperate or PloverType.Consult or PloverType.Agree or PloverType.Support or PloverType.Retreat)
        {
            // A gathering of many is no event between any two of them.
            if (sources.Count > MostMutual) return pairs;
            for (int i = 0; i < sources.Count; i++)
                for (int j = i + 1; j < sources.Count; j++) pairs.Add((sources[i], sources[j]));
            return pairs;
        }
        foreach (Party source in sources)
            foreach (Party target in targets) pairs.Add(rule.Roles == EventRoles.Reverse ? (target, source) : (source, target));
        return pairs;
    }

    private static EventObservation Make(Document document, ParsedSentence sentence, Candidate candidate, Modality modality, (PartialDate? Date, string Rule) date)
    {
        CodebookRule rule = candidate.Match.Rule;
        TextSpan words = TextSpan.FromBounds(sentence.Tokens[candidate.Match.First].Span.Start, sentence.Tokens[candidate.Match.Last].Span.End);
        string content = $"{rule.Type}|{candidate.Source.State}|{candidate.Target.State}|{date.Date}|{modality}";
        return new EventObservation
        {
            Id = ObservationId.Create(document.Id, "event", words, content),
            Evidence = new Evidence(document.Id, sentence.Span, document.Body.BytesOf(sentence.Span), sentence.Span.Of(document.Body.Text).ToString(), rule.Id + Version),
            Type = rule.Type,
            Mode = rule.Mode,
            Cameo = rule.Cameo,
            Dimension = rule.Dimension,
            Intensity = rule.Intensity,
            Source = candidate.Source.Actor,
            Target = candidate.Target.Actor,
            Date = date.Date,
            DateRule = date.Rule,
            Modality = modality,
            Confidence = Math.Round(EventConfidence.Default.Of(candidate.Signs), 3),
            Decision = string.Create(CultureInfo.InvariantCulture, $"“{words.Of(document.Body.Text)}” is {rule.Id}; source “{candidate.Source.Actor.Text}”, target “{candidate.Target.Actor.Text}” by the tree; the scorer gives {rule.Type.ToString().ToUpperInvariant()} {candidate.Signs.Trust:0.00}"),
        };
    }

    private static bool Same(EventObservation known, Candidate candidate) => known.Type == candidate.Match.Rule.Type
        && (known.Source.State == candidate.Source.State && known.Target!.State == candidate.Target.State
            || candidate.Match.Rule.Roles == EventRoles.Mutual && known.Source.State == candidate.Target.State && known.Target!.State == candidate.Source.State);

    private static bool NamesTwoStates(IReadOnlyList<ActorMention> actors)
    {
        StateId? first = null;
        foreach (ActorMention actor in actors)
        {
            if (actor.State is not { } state) continue;
            first ??= state;
            if (state != first) return true;
        }
        return false;
    }

    private static EventReading Silent(ParsedSentence sentence, NoEventReason reason, string? predicate) => new([], new EventSilence(sentence.Span, reason, predicate));

    /// <summary>An event that may be one.</summary>
    private readonly record struct Candidate(CodebookMatch Match, int At, Party Source, Party Target, EventSigns Signs);
}
