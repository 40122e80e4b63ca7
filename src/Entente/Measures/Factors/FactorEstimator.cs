namespace Entente.Measures.Factors;

/// <summary>
/// Learns a factor model by expectation maximisation over many dyads: the smoother gives the states, then each item's loading, thresholds
/// and noise, and the innovation variances, are set to what the states imply. Deterministic: the same series give the same parameters on
/// any number of threads.
/// </summary>
public static class FactorEstimator
{
    /// <summary>Loadings stay above this, which is what fixes their sign.</summary>
    public const double LeastLoading = 0.02;

    /// <summary>Variance of the half-normal prior of an ordinal item's loading.</summary>
    public const double LoadingPrior = 4;

    /// <summary>Noise of a Gaussian item stays above this share of its variance.</summary>
    public const double LeastNoise = 0.1;

    private const int ChunkSize = 64;

    /// <summary>Learns the parameters.</summary>
    /// <param name="initial">Where to start (<see cref="FactorModel.Initial"/>).</param>
    /// <param name="series">The dyads.</param>
    /// <param name="weights">How many dyads each stands for.</param>
    /// <param name="rounds">Rounds of expectation maximisation.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    /// <param name="say">Told each round's alignment drift and largest change of a loading.</param>
    public static FactorModel Learn(FactorModel initial, IReadOnlyList<FactorSeries> series, IReadOnlyList<double> weights, int rounds, int threads, Action<string>? say = null)
    {
        ArgumentNullException.ThrowIfNull(initial);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(weights);
        FactorModel model = initial;
        var measure = new FactorSmoother(initial);
        float[][] memory = [.. series.Select(s => new float[measure.MemoryOf(s)])];
        for (int round = 0; round < rounds; round++)
        {
            FactorModel now = model;
            var chunks = new FactorMoments[(series.Count + ChunkSize - 1) / ChunkSize];
            Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new FactorSmoother(now), (chunk, _, smoother) =>
            {
                var moments = new FactorMoments(now);
                for (int i = chunk * ChunkSize; i < Math.Min(series.Count, (chunk + 1) * ChunkSize); i++)
                {
                    smoother.Smooth(series[i], round == 0 ? 4 : 1, memory: memory[i]);
                    moments.Add(smoother, series[i], weights[i]);
                }
                chunks[chunk] = moments;
                return smoother;
            }, _ => { });
            var total = new FactorMoments(now);
            foreach (FactorMoments chunk in chunks) total.Add(chunk);
            model = total.Step(now);
            int most = Enumerable.Range(0, model.Items.Length).MaxBy(j => Math.Abs(model.Learned[j].Loading - now.Learned[j].Loading));
            say?.Invoke(FormattableString.Invariant($"round {round + 1}: largest change of a loading {Math.Abs(model.Learned[most].Loading - now.Learned[most].Loading):0.0000} ({model.Items[most].Id}), drift {model.Drift:0.00000}"));
        }
        return model;
    }
}
