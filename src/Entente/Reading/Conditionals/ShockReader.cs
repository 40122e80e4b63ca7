using System.Collections.Immutable;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading.Conditionals;

/// <summary>Reads what a condition would do to states and dyads, in terms that a scenario can run.</summary>
internal static class ShockReader
{
    private static readonly string[] Both = ["their", "both", "respective", "they", "two"];

    /// <summary>The shocks of a condition, in order; none where it names no state or no change.</summary>
    /// <param name="text">The document.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="actors">The actors in it, in order.</param>
    /// <param name="dyad">The dyad whose alignment the conditional speaks of.</param>
    public static ImmutableArray<ConditionalShock> Read(string text, TextSpan condition, IReadOnlyList<ActorMention> actors, UndirectedDyad dyad)
    {
        var shocks = ImmutableArray.CreateBuilder<ConditionalShock>();
        foreach (TextSpan part in Parts(text, condition))
        {
            List<Word> words = Words.Cut(text, part.Start, part.End);
            List<string> named = [.. actors.Where(a => part.Overlaps(a.Span)).Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal)];
            Direction tone = RelationWords.ToneOf(words);
            RelationClass all = words.Where(w => w.IsWord).Aggregate(RelationClass.None, (c, w) => c | RelationWords.ClassOf(w.Lower));
            bool relational = (all & RelationClass.Relation) != RelationClass.None || words.Any(w => w.Lower.StartsWith("tension", StringComparison.Ordinal));
            if (!relational && named.Count >= 1 && (all & (RelationClass.PowerDown | RelationClass.PowerUp)) is var power and (RelationClass.PowerDown or RelationClass.PowerUp))
                Add(new ConditionalShock(named[^1], null, ShockVariable.Power, power == RelationClass.PowerUp ? ShockChange.Up : ShockChange.Down));
            else if (tone != Direction.Unclear)
                foreach ((string first, string second) in Pairs(named, words, dyad))
                    Add(new ConditionalShock(Least(first, second), Least(first, second) == first ? second : first, ShockVariable.Relations, tone == Direction.Closer ? ShockChange.Up : ShockChange.Down));
        }
        return shocks.ToImmutable();

        void Add(ConditionalShock shock)
        {
            if (!shocks.Contains(shock)) shocks.Add(shock);
        }
    }

    // A relation has no order; its two are written in the order of their ids.
    private static string Least(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    // "their respective relations with the U.S. and Europe": each of the dyad with each named.
    private static IEnumerable<(string First, string Second)> Pairs(List<string> named, List<Word> words, UndirectedDyad dyad)
    {
        string one = "state:" + dyad.First.Code, two = "state:" + dyad.Second.Code;
        List<string> outside = [.. named.Where(n => n != one && n != two)];
        if (outside.Count > 0 && outside.Count == named.Count && words.Any(w => Both.Contains(w.Lower)))
            return outside.SelectMany(o => new[] { (one, o), (two, o) });
        if (named.Count == 2) return [(named[0], named[1])];
        if (named.Count == 1) return named[0] == one ? [(one, two)] : named[0] == two ? [(two, one)] : [];
        return named.Count == 0 ? [(one, two)] : [(named[0], named[1])];
    }

    // Coordinate predicates change different things: "depletes Russia and further undermines China's ties with Europe".
    private static IEnumerable<TextSpan> Parts(string text, TextSpan condition)
    {
        List<Word> words = Words.Cut(text, condition.Start, condition.End);
        int from = 0;
        for (int k = 2; k + 2 < words.Count; k++)
        {
            if (words[k].Lower is not ("and" or "or")) continue;
            int next = k + 1;
            while (next + 1 < words.Count && words[next].Lower.EndsWith("ly", StringComparison.Ordinal) || next + 1 < words.Count && words[next].Lower is "further" or "then" or "also") next++;
            if (words[next].IsCapital || !IsPredicate(words[next].Lower)) continue;
            yield return TextSpan.FromBounds(words[from].Start, words[k - 1].End);
            from = k + 1;
        }
        if (words.Count > from) yield return TextSpan.FromBounds(words[from].Start, words[^1].End);
    }

    private static bool IsPredicate(string lower) => lower is "starts" or "begins" or "continues" or "becomes" or "is" or "has"
        || lower.EndsWith('s') && (RelationWords.ClassOf(lower) & (RelationClass.Closer | RelationClass.Apart | RelationClass.Falls | RelationClass.PowerDown | RelationClass.PowerUp)) != RelationClass.None && lower is not ("ties" or "sanctions" or "talks" or "relations" or "tensions");

    private static string? IdOf(ActorMention m) => m.State is { } state ? "state:" + state.Code : m.Kind is ActorKind.Group or ActorKind.Organization ? m.ActorId : null;
}
