using Entente.Record;

namespace Entente.Measures.IdealPoints;

/// <summary>
/// Ideal points of states in the General Assembly: the dynamic ordinal item-response model of Bailey, Strezhnev and Voeten (2017),
/// Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict Resolution 61(2): 430–456, sampled by Gibbs steps
/// with a Metropolis step for the cut points (Cowles 1996).
/// </summary>
public static class IdealPointModel
{
    // One roll call by one rump of members: too little to place anyone.
    private const int BrokenSession = 19;

    /// <summary>Fits the model to roll calls, tied together by matched resolutions.</summary>
    /// <param name="rollCalls">In any order; unanimous ones and session 19 are left out, so that session 20 follows 18.</param>
    /// <param name="matched">Pairs of nearly the same text; those that name other roll calls are passed over.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the number of sweeps made, each hundred.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="ArgumentException">No roll call is left, or the options contradict each other; the message says which.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IdealPointFit Fit(IEnumerable<RollCall> rollCalls, IEnumerable<MatchedResolutions> matched, IdealPointOptions options, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rollCalls);
        ArgumentNullException.ThrowIfNull(options);
        if (options.BurnIn < 0 || options.Thin < 1 || options.Iterations <= options.BurnIn)
            throw new ArgumentException($"{options.Iterations} iterations with a burn-in of {options.BurnIn} leave none to keep: ask for more iterations.", nameof(options));
        RollCall[] calls = [.. rollCalls
            .Where(c => c.Session != BrokenSession && (options.Sessions is not { } s || (c.Session >= s.First && c.Session <= s.Last)) && !c.IsUnanimous)
            .OrderBy(c => c.Session).ThenBy(c => c.Id)];
        if (calls.Length == 0) throw new ArgumentException("There is no roll call on which states differed in the sessions asked for.", nameof(rollCalls));
        var layout = new VoteLayout(calls, matched);
        var chain = new IdealPointChain(layout, options, cancellation);
        var kept = new List<float[]>((options.Iterations - options.BurnIn) / options.Thin);
        for (int iteration = 0; iteration < options.Iterations; iteration++)
        {
            chain.Sweep(iteration);
            if (iteration >= options.BurnIn && (iteration - options.BurnIn) % options.Thin == 0) kept.Add(Copy(chain.Points));
            if ((iteration + 1) % 100 == 0) progress?.Invoke(iteration + 1);
        }
        IdealPoint[] points = [.. layout.Slots.Select((slot, i) => Summary(slot.Ccode, layout.Sessions[slot.Session], slot.Votes, kept, i)).OrderBy(p => p.Ccode).ThenBy(p => p.Session)];
        return new IdealPointFit(points, calls.Length, layout.Items.Length, chain.Taken / ((double)options.Iterations * layout.Items.Length));
    }

    private static float[] Copy(ReadOnlySpan<double> points)
    {
        float[] copy = new float[points.Length];
        for (int i = 0; i < copy.Length; i++) copy[i] = (float)points[i];
        return copy;
    }

    private static IdealPoint Summary(int ccode, int session, int votes, List<float[]> kept, int slot)
    {
        float[] draws = [.. kept.Select(k => k[slot])];
        Array.Sort(draws);
        return new IdealPoint(ccode, session, votes, draws.Average(d => (double)d), Quantile(draws, 0.05), Quantile(draws, 0.5), Quantile(draws, 0.95));
    }

    // Linear between order statistics (Hyndman and Fan's type 7).
    private static double Quantile(float[] sorted, double p)
    {
        double at = p * (sorted.Length - 1);
        int low = (int)at, high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
