using Entente.Measures.Breaks;
using Entente.Training.Breaks;

namespace Entente.Training.Tests;

public class BreakLearningTests
{
    [Fact]
    public void Fit_SignalThatGoesWithTurns_IsWeighedAndOneThatGoesAgainstThemIsNot()
    {
        int n = BreakModel.SignalsOf(Turn.Rift).Length;
        // Signal 0 stands in nine turns of ten and one other year of ten; signal 1 only in years without.
        LogisticRow[] rows = [.. Enumerable.Range(0, 200).Select(i => new LogisticRow(Year(n, i % 2 == 0 ? i % 20 != 0 : i % 20 == 1, i % 2 == 1 && i % 3 == 0), i % 2 == 0, 1))];
        TurnWeights weights = Logistic.Fit(rows, new TurnWeights(0, [.. new double[n]], [.. new double[BreakModel.Circumstances.Length]]), 0.1, 100);
        Assert.InRange(weights.Signals[0], 3, 5.5);
        Assert.Equal(0, weights.Signals[1]);
        Assert.All(weights.Signals.Skip(2), w => Assert.Equal(0, w));
    }

    private static BreakYear Year(int signals, bool first, bool second)
    {
        var sizes = new double[signals];
        (sizes[0], sizes[1]) = (first ? 1 : 0, second ? 1 : 0);
        return new BreakYear(2000, [.. new BreakSignal?[signals]], sizes, new double[BreakModel.Circumstances.Length]);
    }
}
