using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Measures.IdealPoints;

/// <summary>
/// Likelihood and draws of the latent positions y* ~ N(m, 1) of the votes of one item. Votes yes (below γ₁) and no (above γ₂) are tails,
/// seen from their own side (+1, −1); abstentions lie in the band between. Spans are whole lanes; means are replaced by draws in place.
/// </summary>
internal static class LatentVotes
{
    // A product of so many ratios cannot overflow: with cut points that move by some 0.2 one ratio stays below e⁸.
    private const int FactorsPerLog = 64;
    private static readonly Vector256<double> Bound = Vector256.Create(9.0);
    private static readonly Vector256<double> Least = Vector256.Create(1e-300);

    /// <summary>Log likelihood of the tail at another cut point less that at this one; the first <paramref name="count"/> means count.</summary>
    public static double TailLogRatio(ReadOnlySpan<double> means, int count, double side, double cut, double other)
    {
        Vector256<double> s = Vector256.Create(side), here = Vector256.Create(side * cut), there = Vector256.Create(side * other);
        var sum = new LogProduct();
        ReadOnlySpan<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(means);
        for (int i = 0; i < lanes.Length; i++)
        {
            Vector256<double> m = s * lanes[i];
            sum.Multiply(NormalLanes.Cdf(there - m) / NormalLanes.Cdf(here - m), count - (i * Vector256<double>.Count));
        }
        return sum.Log();
    }

    /// <summary>Log likelihood of the band at other cut points less that at these.</summary>
    public static double BandLogRatio(ReadOnlySpan<double> means, int count, (double Low, double High) cuts, (double Low, double High) others)
    {
        var sum = new LogProduct();
        ReadOnlySpan<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(means);
        for (int i = 0; i < lanes.Length; i++)
        {
            Vector256<double> ratio = Band(lanes[i], others.Low, others.High, out _, out _) / Band(lanes[i], cuts.Low, cuts.High, out _, out _);
            sum.Multiply(ratio, count - (i * Vector256<double>.Count));
        }
        return sum.Log();
    }

    /// <summary>Draws the tail's positions by inversion.</summary>
    public static void DrawTail(Span<double> means, double side, double cut, in CounterRandom random, int index)
    {
        Vector256<double> s = Vector256.Create(side), here = Vector256.Create(side * cut);
        Span<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(means);
        for (int i = 0; i < lanes.Length; i++)
        {
            Vector256<double> p = random.Uniforms(index + (i * Vector256<double>.Count)) * NormalLanes.Cdf(here - (s * lanes[i]));
            lanes[i] = Clip(lanes[i] + (s * NormalLanes.Quantile(Vector256.Max(p, Least))));
        }
    }

    /// <summary>Draws the band's positions by inversion, from the side on which its probability is exact.</summary>
    public static void DrawBand(Span<double> means, double low, double high, in CounterRandom random, int index)
    {
        Span<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(means);
        for (int i = 0; i < lanes.Length; i++)
        {
            Vector256<double> width = Band(lanes[i], low, high, out Vector256<double> from, out Vector256<double> side);
            Vector256<double> p = from + (random.Uniforms(index + (i * Vector256<double>.Count)) * width);
            lanes[i] = Clip(lanes[i] + (side * NormalLanes.Quantile(Vector256.Min(Vector256.Max(p, Least), Vector256.Create(1 - 1e-16)))));
        }
    }

    // Mirrored where the band lies above the mean, so that its ends are probabilities of a lower tail.
    private static Vector256<double> Band(Vector256<double> mean, double low, double high, out Vector256<double> from, out Vector256<double> side)
    {
        Vector256<double> a = Vector256.Create(low) - mean, b = Vector256.Create(high) - mean;
        Vector256<double> mirrored = Vector256.GreaterThan(a + b, Vector256<double>.Zero);
        side = Vector256.ConditionalSelect(mirrored, -Vector256<double>.One, Vector256<double>.One);
        from = NormalLanes.Cdf(Vector256.ConditionalSelect(mirrored, -b, a));
        return Vector256.Max(NormalLanes.Cdf(Vector256.ConditionalSelect(mirrored, -a, b)) - from, Least);
    }

    private static Vector256<double> Clip(Vector256<double> x) => Vector256.Min(Vector256.Max(x, -Bound), Bound);

    private struct LogProduct()
    {
        private static readonly Vector256<double> Index = Vector256.Create(0.0, 1, 2, 3);
        private Vector256<double> _product = Vector256<double>.One;
        private Vector256<double> _log = Vector256<double>.Zero;
        private int _factors;

        public void Multiply(Vector256<double> ratio, int left)
        {
            if (left < Vector256<double>.Count)
                ratio = Vector256.ConditionalSelect(Vector256.LessThan(Index, Vector256.Create((double)left)), ratio, Vector256<double>.One);
            _product *= ratio;
            if (++_factors % FactorsPerLog == 0) Fold();
        }

        public double Log()
        {
            Fold();
            return _log[0] + _log[1] + _log[2] + _log[3];
        }

        private void Fold()
        {
            _log += Vector256.Log(_product);
            _product = Vector256<double>.One;
        }
    }
}
