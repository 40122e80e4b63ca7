using Entente.Measures;

namespace Entente.Order;

/// <summary>When a value ties two states: a positive tie where it lies wholly above <paramref name="Above"/>, a negative one where wholly below <paramref name="Below"/>, else none.</summary>
/// <param name="Below">Negative below it; −∞ where nothing makes a negative tie.</param>
/// <param name="Above">Positive above it; +∞ where nothing makes a positive tie.</param>
/// <param name="Hostile">The value counts hostility: above <paramref name="Above"/> the tie is negative, below <paramref name="Below"/> positive.</param>
public sealed record TieRule(double Below, double Above, bool Hostile = false)
{
    /// <summary>
    /// For alignment, 0 to 100: midway between the anchors of its scale, so nearer to a defence pact than to no tie (above 65), nearer to a strategic rivalry than to
    /// no tie (below 37.5).
    /// </summary>
    public static TieRule OfAlignment { get; } = new((50 + AlignmentScale.RivalryScore) / 2, (50 + AlignmentScale.PactScore) / 2);

    /// <summary>+1, −1, or 0 for no tie. A value that is not a number makes none.</summary>
    /// <param name="low">Lower end of the value's interval.</param>
    /// <param name="high">Upper end; the same for a value without one.</param>
    public int Sign(double low, double high)
    {
        int sign = low > Above ? 1 : high < Below ? -1 : 0;
        return Hostile ? -sign : sign;
    }

    /// <summary>The rule, checked.</summary>
    /// <exception cref="ArgumentException">Its bounds cross or are no numbers.</exception>
    public static TieRule Checked(TieRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Below <= rule.Above ? rule
            : throw new ArgumentException(FormattableString.Invariant($"A tie below {rule.Below} of one sign and above {rule.Above} of the other would overlap: the first must not exceed the second."), nameof(rule));
    }
}
