using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>Reads stated conditions of a change between two states. Linear in the text but for the few actors of a sentence; never throws on any text.</summary>
/// <remarks>
/// A conditional counts only where its sentence speaks of a relation (ties, alignment, partnership, …). The dyad is the two states that the
/// consequence names, else those of its sentence, else the pair the document names together most often, provided one of them is in the sentence.
/// </remarks>
public static class ConditionalReader
{
    /// <summary>Name and version, as stored with evidence.</summary>
    public const string Rule = "conditionals@1";

    /// <summary>The conditionals of a document about two states, in order of position.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="actors">Actors named in it, in order of position.</param>
    public static IEnumerable<ConditionalObservation> Read(Document doc, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(actors);
        string text = doc.Body.Text;
        List<TextSpan> quotes = QuotedStretches.Find(text);
        List<TextSpan> passages = Passages.Join(text, sentences, quotes);
        List<List<ActorMention>> mentions = MentionsOf(passages, actors);
        UndirectedDyad? main = MostDiscussed(mentions);
        List<AttributedQuotation> said = [.. QuotationReader.ReadAttributed(doc, sentences, actors)];
        int firstSaid = 0;
        for (int i = 0; i < passages.Count; i++)
        {
            while (firstSaid < said.Count && said[firstSaid].Observation.Evidence.Span.End <= passages[i].Start) firstSaid++;
            AttributedQuotation? quotation = null;
            for (int q = firstSaid; q < said.Count && said[q].ContentSpan.Start < passages[i].End && quotation is null; q++)
                if (said[q].ContentSpan.Overlaps(passages[i])) quotation = said[q];
            TextSpan scope = passages[i];
            string? speaker = null;
            if (quotation is { } enclosing && ConditionClauses.Find(text, enclosing.ContentSpan) is not null)
                (scope, speaker) = (enclosing.ContentSpan, enclosing.Observation.Speaker);
            if (ConditionClauses.Find(text, scope) is not { } clauses || !RelationWords.SpeaksOfRelation(scope.Of(text).ToString())) continue;
            List<ActorMention> here = [.. mentions[i].Where(m => scope.Overlaps(m.Span))];
            if (DyadOf(here, clauses, main) is not { } dyad) continue;
            string context = TextSpan.FromBounds(scope.Start, Math.Max(scope.Start, clauses.Consequence.Start)).Of(text).ToString();
            string consequence = clauses.Consequence.Of(text).ToString(), condition = clauses.Condition.Of(text).ToString();
            yield return new ConditionalObservation
            {
                Id = ObservationId.Create(doc.Id, "conditional", scope, condition + "\u001f" + consequence),
                Evidence = new Evidence(doc.Id, scope, doc.Body.BytesOf(scope), scope.Of(text).ToString(), Rule),
                Dyad = dyad,
                Condition = condition,
                ConditionSpan = clauses.Condition,
                Consequence = consequence,
                ConsequenceSpan = clauses.Consequence,
                Direction = RelationWords.DirectionOf(consequence, clauses.Necessary, context, condition),
                Necessary = clauses.Necessary,
                Speaker = speaker,
                ThirdParties = [.. here.Where(m => clauses.Condition.Overlaps(m.Span) && (m.State is { } s ? !dyad.Contains(s) : m.Kind is ActorKind.Group or ActorKind.Organization))
                    .DistinctBy(m => m.ActorId ?? m.Text, StringComparer.Ordinal)],
            };
        }
    }

    private static UndirectedDyad? DyadOf(List<ActorMention> here, ConditionClauses clauses, UndirectedDyad? main)
    {
        List<StateId> inConsequence = States(here.Where(m => clauses.Consequence.Overlaps(m.Span)));
        if (inConsequence.Count == 2) return new UndirectedDyad(inConsequence[0], inConsequence[1]);
        List<StateId> all = States(here);
        if (main is { } m && inConsequence.All(m.Contains) && all.Exists(m.Contains)) return main;
        return all.Count == 2 ? new UndirectedDyad(all[0], all[1]) : null;
    }

    private static List<StateId> States(IEnumerable<ActorMention> mentions) => [.. mentions.Select(m => m.State).OfType<StateId>().Distinct()];

    private static List<List<ActorMention>> MentionsOf(List<TextSpan> passages, IReadOnlyList<ActorMention> actors)
    {
        var all = new List<List<ActorMention>>();
        int a = 0;
        foreach (TextSpan p in passages)
        {
            var here = new List<ActorMention>();
            while (a < actors.Count && actors[a].Span.Start < p.End)
                if (actors[a++] is { } m && m.Span.Start >= p.Start) here.Add(m);
            all.Add(here);
        }
        return all;
    }

    private static UndirectedDyad? MostDiscussed(List<List<ActorMention>> mentions)
    {
        var counts = new Dictionary<UndirectedDyad, int>();
        foreach (List<ActorMention> here in mentions)
        {
            List<StateId> states = States(here);
            if (states.Count > 6) continue;
            for (int i = 0; i < states.Count; i++)
                for (int j = i + 1; j < states.Count; j++)
                    counts[new UndirectedDyad(states[i], states[j])] = counts.GetValueOrDefault(new UndirectedDyad(states[i], states[j])) + 1;
        }
        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.First).ThenBy(c => c.Key.Second).First().Key;
    }
}
