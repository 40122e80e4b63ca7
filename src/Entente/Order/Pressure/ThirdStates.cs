using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Order.Pressure;

/// <summary>A third state and its ties to the two.</summary>
/// <param name="State">The state.</param>
/// <param name="ToA">What is known of it and the first.</param>
/// <param name="ToB">What is known of it and the second.</param>
/// <param name="Weight">Its capabilities against those of the weaker of the two, at most 1; 1 where they are unknown.</param>
/// <param name="WeightKnown">Whether they are known.</param>
internal sealed record ThirdState(StateId State, StateTie ToA, StateTie ToB, double Weight, bool WeightKnown)
{
    /// <summary>Product of the two ties, each from −1 to 1: below zero it is closer to one than to none, and further from the other.</summary>
    public double Product => (ToA.Value - 50) / 50 * ((ToB.Value - 50) / 50);
}

/// <summary>Third states close to one of the two and distant from the other (Heider 1946; Cartwright and Harary 1956).</summary>
internal static class ThirdStates
{
    private const double LeastFrom50 = 5;

    /// <summary>Third states of which enough is known.</summary>
    public static IEnumerable<ThirdState> Of(PressureInput input)
    {
        double? weaker = input.Capabilities.TryGetValue(input.A, out double a) && input.Capabilities.TryGetValue(input.B, out double b) ? Math.Min(a, b) : null;
        foreach (StateId state in input.Network.States)
        {
            if (state == input.A || state == input.B || input.Network.Look(input.A, state) is not { } toA || input.Network.Look(input.B, state) is not { } toB) continue;
            bool known = input.Capabilities.TryGetValue(state, out double own) && weaker > 0;
            yield return new ThirdState(state, toA, toB, known ? Math.Min(1, own / weaker!.Value) : 1, known);
        }
    }

    /// <summary>What third states do together: the mean of 50 times the product of their ties, by weight, in points; null where there are none.</summary>
    public static double? Pull(PressureInput input, IReadOnlyCollection<StateId> without)
    {
        double sum = 0, weights = 0;
        foreach (ThirdState t in Of(input))
        {
            weights += t.Weight;
            if (!without.Contains(t.State)) sum += 50 * t.Weight * t.Product;
        }
        return weights > 0 ? sum / weights : null;
    }

    public static string IdOf(ThirdState third) => $"third:{third.State}";

    public static IEnumerable<PressurePoint> Find(PressureInput input)
    {
        double? pull = Pull(input, []);
        foreach (ThirdState t in Of(input))
        {
            double a = t.ToA.Value - 50, b = t.ToB.Value - 50;
            if (t.Product >= 0 || Math.Min(Math.Abs(a), Math.Abs(b)) < LeastFrom50) continue;
            StateTie? own = input.Network.Look(input.A, input.B);
            bool ties = t.ToA.Sign * t.ToB.Sign < 0;
            // Two enemies of whom a third is friend to one are at rest: only an alignment is pulled apart.
            if (own is { Sign: < 0 } || own is { Value: < 50 }) continue;
            bool frustrated = ties && own is { Sign: > 0 };
            string third = input.Network.NameOf(t.State), friend = Name(input, a > 0 ? input.A : input.B), foe = Name(input, a > 0 ? input.B : input.A);
            (StateTie near, StateTie far) = a > 0 ? (t.ToA, t.ToB) : (t.ToB, t.ToA);
            string text = $"{third} and {friend} {Number(near)}{Trend(input, near)}; {third} and {foe} {Number(far)}{Trend(input, far)}. {(frustrated ? Cost(input, own!.Value, near, far, third, friend, foe) + " " : "")}{Weight(input, t, third)}";
            var evidence = ImmutableArray.Create<PressureEvidence>(new ScoreEvidence(near, input.Year), new ScoreEvidence(far, input.Year));
            if (own is { } o) evidence = evidence.Add(new ScoreEvidence(o, input.Year));
            yield return new PressurePoint(IdOf(t), frustrated ? PressureKind.FrustratedTriangle : PressureKind.DivergingTie,
                $"{third}: {(near.Sign > 0 ? "friend of" : "closer to")} {friend}, {(far.Sign < 0 ? "foe of" : "distant from")} {foe}", text, 100 * t.Weight * -t.Product, input.Year, input.Year, evidence,
                pull is { } with && Pull(input, [t.State]) is { } without ? new PressureEffect(PressureFinder.PullName, with, without) : null);
        }
    }

    private static string Name(PressureInput input, StateId state) => input.Network.NameOf(state);

    private static string Number(StateTie tie) => string.Create(CultureInfo.InvariantCulture, $"{tie.Value:0} ({tie.Low:0}–{tie.High:0})");

    private static string Trend(PressureInput input, StateTie tie) => input.Before?.Look(tie.Dyad.First, tie.Dyad.Second) is not { } then ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {tie.Value - then.Value:+0;−0;±0} since {input.Before.Year}");

    // Of the three ties, the one that needs to move least to stop being what it is.
    private static string Cost(PressureInput input, StateTie own, StateTie near, StateTie far, string third, string friend, string foe)
    {
        TieRule rule = input.Network.Rules[0].Rule;
        (double Points, string Move)[] ways =
        [
            (own.Value - rule.Above, string.Create(CultureInfo.InvariantCulture, $"the two drop to {rule.Above:0.#}")),
            (near.Value - rule.Above, string.Create(CultureInfo.InvariantCulture, $"{third} and {friend} drop to {rule.Above:0.#}")),
            (rule.Below - far.Value, string.Create(CultureInfo.InvariantCulture, $"{third} and {foe} rise to {rule.Below:0.#}")),
        ];
        (double points, string move) = ways.OrderBy(w => w.Points).First();
        return string.Create(CultureInfo.InvariantCulture, $"The triangle is unbalanced; least would end it if {move}, {points:0} points.");
    }

    private static string Weight(PressureInput input, ThirdState third, string name) => third.WeightKnown
        ? string.Create(CultureInfo.InvariantCulture, $"{name} has {input.Capabilities[third.State]:P1} of the world's material capabilities.")
        : "Its capabilities are unknown and count as much as those of the weaker of the two.";
}
