using Entente.Reading.Quotations;

namespace Entente.Reading.Conditionals;

/// <summary>Which way the two states would move if the condition held.</summary>
internal static class ConsequenceDirection
{
    private static readonly string[] Threatening = ["threaten", "threatens", "threatened", "threatening", "warn", "warns", "warned", "warning", "retaliate"];

    /// <summary>The direction: that of the consequence; turned round where the condition averts it.</summary>
    /// <param name="consequence">The consequence.</param>
    /// <param name="whole">The same with the clause that reports it; a threat leads apart whatever it threatens.</param>
    /// <param name="before">What the sentence says before: a mere change of a stated partnership leads apart.</param>
    /// <param name="condition">The condition, to tell what a mere change would change.</param>
    /// <param name="averts">Whether the consequence stands while the condition fails.</param>
    public static Direction Of(IReadOnlyList<Word> consequence, IReadOnlyList<Word> whole, IReadOnlyList<Word> before, IReadOnlyList<Word> condition, bool averts)
    {
        Direction stated = RelationWords.ToneOf(consequence);
        if (whole.Any(w => Threatening.Contains(w.Lower))) stated = Direction.Apart;
        else if (stated == Direction.Unclear && consequence.Any(w => w.Lower.StartsWith("chang", StringComparison.Ordinal) || w.Lower.StartsWith("shift", StringComparison.Ordinal)))
            stated = RelationWords.ToneOf(before) == Direction.Closer || RelationWords.ToneOf(condition) == Direction.Apart ? Direction.Apart : Direction.Unclear;
        return !averts ? stated : stated switch { Direction.Closer => Direction.Apart, Direction.Apart => Direction.Closer, _ => Direction.Unclear };
    }
}
