using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>Reads stated conditions of a change between two states. Linear in the text but for the few actors of a sentence; never throws on any text.</summary>
/// <remarks>
/// A conditional counts where its consequence, or the sentence around it, says something of a relation: ties, talks, aid, sanctions, force.
/// Questions and asides ("if necessary", "if I may") are none.
/// </remarks>
public static class ConditionalReader
{
    /// <summary>Name and version, as stored with evidence.</summary>
    public const string Rule = "conditionals@2";

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
        List<TextSpan> passages = Passages.Join(text, sentences, QuotedStretches.Find(text));
        List<List<ActorMention>> mentions = MentionsOf(passages, actors);
        UndirectedDyad? main = MostDiscussed(mentions);
        StateId? house = doc.Outlet is { } outlet ? ActorReader.Resolve(outlet, null, doc.Published?.Day).State : null;
        IReadOnlyList<AttributedQuotation>? said = null;
        int firstSaid = 0;
        for (int i = 0; i < passages.Count; i++)
        {
            if (ConditionClauses.Find(text, passages[i]) is null) continue;
            said ??= QuotationReader.ReadAttributed(doc, sentences, actors);
            while (firstSaid < said.Count && said[firstSaid].Observation.Evidence.Span.End <= passages[i].Start) firstSaid++;
            (TextSpan scope, QuotationObservation? quotation) = Scope(text, passages[i], said, firstSaid);
            if (ConditionClauses.Find(text, scope) is not { } clauses) continue;
            // Who reports it may be a party: "Iran says it will retaliate if …".
            if (quotation is not null && scope.Start > passages[i].Start) clauses = clauses with { Main = TextSpan.FromBounds(Math.Min(passages[i].Start, clauses.Main.Start), clauses.Main.End) };
            List<ActorMention> here = mentions[i];
            if (Make(doc, scope, clauses, here, main, quotation?.SpeakerState ?? house, quotation?.Speaker) is { } found) yield return found;
        }
    }

    // Who says it: the attribution that holds the condition and its consequence both.
    private static (TextSpan Scope, QuotationObservation? Quotation) Scope(string text, TextSpan passage, IReadOnlyList<AttributedQuotation> said, int first)
    {
        for (int q = first; q < said.Count && said[q].ContentSpan.Start < passage.End; q++)
            if (said[q].ContentSpan.Overlaps(passage) && said[q].Observation.Attitude is null or Attitude.Speech or Attitude.Belief or Attitude.Evidence or Attitude.Feeling
                && ConditionClauses.Find(text, said[q].ContentSpan) is not null) return (said[q].ContentSpan, said[q].Observation);
        return (passage, null);
    }

    private static ConditionalObservation? Make(Document doc, TextSpan scope, ConditionClauses clauses, List<ActorMention> here, UndirectedDyad? main, StateId? speakerState, string? speaker)
    {
        string text = doc.Body.Text;
        if (text.AsSpan(scope.Start, scope.Length).TrimEnd("”\"’' ").EndsWith('?')) return null;
        List<Word> consequence = Words.Cut(text, clauses.Consequence.Start, clauses.Consequence.End), whole = Words.Cut(text, clauses.Main.Start, clauses.Main.End);
        List<Word> before = Words.Cut(text, scope.Start, Math.Max(scope.Start, clauses.Consequence.Start)), condition = Words.Cut(text, clauses.Condition.Start, clauses.Condition.End);
        if (!RelationWords.SpeaksOfRelation(consequence) && !RelationWords.SpeaksOfRelation(whole) && !RelationWords.SpeaksOfRelation(before)) return null;
        ConditionalStrength strength = StrengthReader.Of(whole, clauses.Marker.Averts);
        // "If you have been watching, you have seen …" conditions nothing.
        if (strength == ConditionalStrength.Unstated && clauses.Marker.Text is "if" or "should") return null;
        if (ConditionalDyad.Of(text, here, clauses, main, speakerState) is not { } dyad) return null;
        return new ConditionalObservation
        {
            Id = ObservationId.Create(doc.Id, "conditional", scope, clauses.Condition.Of(text).ToString() + "\u001f" + clauses.Consequence.Of(text).ToString()),
            Evidence = new Evidence(doc.Id, scope, doc.Body.BytesOf(scope), scope.Of(text).ToString(), Rule),
            Dyad = dyad,
            Condition = clauses.Condition.Of(text).ToString(),
            ConditionSpan = clauses.Condition,
            Consequence = clauses.Consequence.Of(text).ToString(),
            ConsequenceSpan = clauses.Consequence,
            Direction = ConsequenceDirection.Of(consequence, whole, before, condition, clauses.Marker.Averts),
            Necessary = clauses.Marker.Necessary,
            Sufficient = clauses.Marker.Sufficient,
            Marker = clauses.Marker.Text,
            Strength = strength,
            Shocks = ShockReader.Read(text, clauses.Condition, [.. here.Where(m => clauses.Condition.Overlaps(m.Span))], dyad),
            Speaker = speaker,
            ThirdParties = [.. here.Where(m => clauses.Condition.Overlaps(m.Span) && (m.State is { } s ? !dyad.Contains(s) : m.Kind is ActorKind.Group or ActorKind.Organization))
                .DistinctBy(m => m.ActorId ?? m.Text, StringComparer.Ordinal)],
        };
    }

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
            List<StateId> states = [.. here.Select(m => m.State).OfType<StateId>().Distinct()];
            if (states.Count > 6) continue;
            for (int i = 0; i < states.Count; i++)
                for (int j = i + 1; j < states.Count; j++)
                    counts[new UndirectedDyad(states[i], states[j])] = counts.GetValueOrDefault(new UndirectedDyad(states[i], states[j])) + 1;
        }
        // One sentence is no discussion.
        return counts.Count == 0 || counts.Values.Max() < 2 ? null : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.First).ThenBy(c => c.Key.Second).First().Key;
    }
}
