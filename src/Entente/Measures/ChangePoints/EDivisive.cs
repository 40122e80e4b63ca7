namespace Entente.Measures.ChangePoints;

/// <summary>
/// E-divisive (Matteson and James 2014, Journal of the American Statistical Association 109: 334–345), α = 1: splits where the energy distance between
/// what lies before and a stretch after is greatest, while a permutation within segments seldom does as well.
/// </summary>
internal static class EDivisive
{
    public static int[] Find(double[] scores, ChangePointOptions options)
    {
        int shortest = Math.Max(2, options.ShortestSegment);
        var ends = new SortedSet<int> { 0, scores.Length };
        for (int round = 0; ; round++)
        {
            int[] bounds = [.. ends];
            (double gain, int at) = Best(scores, bounds, shortest);
            if (at < 0) break;
            int asGood = 0;
            double[] shuffled = new double[scores.Length];
            for (int p = 0; p < options.Permutations; p++)
            {
                scores.CopyTo(shuffled, 0);
                Shuffle(shuffled, bounds, new CounterRandom(options.Seed, round, p));
                if (Best(shuffled, bounds, shortest).Gain >= gain) asGood++;
            }
            if ((1 + asGood) / (1.0 + options.Permutations) > options.Significance) break;
            ends.Add(at);
        }
        return [.. ends.Where(e => e > 0 && e < scores.Length)];
    }

    private static (double Gain, int At) Best(double[] scores, int[] bounds, int shortest)
    {
        (double gain, int at) = (double.NegativeInfinity, -1);
        for (int s = 0; s + 1 < bounds.Length; s++)
            if (BestSplit(scores.AsSpan(bounds[s], bounds[s + 1] - bounds[s]), shortest) is { At: >= 0 } best && best.Gain > gain)
                (gain, at) = (best.Gain, bounds[s] + best.At);
        return (gain, at);
    }

    // Of all first parts [0, t) and stretches [t, k) of at least the shortest length: the greatest mn/(m+n)·E.
    private static (double Gain, int At) BestSplit(ReadOnlySpan<double> x, int shortest)
    {
        int n = x.Length;
        (double gain, int at) = (double.NegativeInfinity, -1);
        if (n < 2 * shortest) return (gain, at);
        // within[i]: distances among the first i. across[k]: distances from [0, t) to [t, k), carried from t to t + 1.
        double[] fromStart = new double[n + 1];
        for (int i = 0; i < n; i++)
        {
            double d = 0;
            for (int j = 0; j < i; j++) d += Math.Abs(x[i] - x[j]);
            fromStart[i + 1] = fromStart[i] + d;
        }
        double[] tail = new double[n + 1], toFirst = new double[n + 1];
        for (int t = shortest; t <= n - shortest; t++)
        {
            // tail[k]: distances within [t, k), by adding each observation's to those of the stretch before it.
            double m = t, first = 2 * fromStart[t] / (m * (m - 1));
            if (t == shortest) Start(x, t, tail, toFirst);
            else Move(x, t, tail, toFirst);
            for (int k = t + shortest; k <= n; k++)
            {
                double l = k - t;
                double value = m * l / (m + l) * ((2 * toFirst[k] / (m * l)) - first - (2 * tail[k] / (l * (l - 1))));
                if (value > gain) (gain, at) = (value, t);
            }
        }
        return (gain, at);
    }

    private static void Start(ReadOnlySpan<double> x, int t, double[] tail, double[] toFirst)
    {
        for (int k = t; k < x.Length; k++)
        {
            double within = 0, across = 0;
            for (int j = t; j < k; j++) within += Math.Abs(x[k] - x[j]);
            for (int j = 0; j < t; j++) across += Math.Abs(x[k] - x[j]);
            tail[k + 1] = tail[k] + within;
            toFirst[k + 1] = toFirst[k] + across;
        }
    }

    // The observation before t leaves the stretch for the first part.
    private static void Move(ReadOnlySpan<double> x, int t, double[] tail, double[] toFirst)
    {
        int moved = t - 1;
        double towards = 0;
        for (int j = 0; j < moved; j++) towards += Math.Abs(x[moved] - x[j]);
        double along = 0;
        tail[t] = 0;
        toFirst[t] = 0;
        for (int k = t; k < x.Length; k++)
        {
            along += Math.Abs(x[k] - x[moved]);
            tail[k + 1] -= along;
            toFirst[k + 1] += along - towards;
        }
    }

    private static void Shuffle(double[] x, int[] bounds, CounterRandom random)
    {
        int draw = 0;
        for (int s = 0; s + 1 < bounds.Length; s++)
            for (int i = bounds[s + 1] - 1; i > bounds[s]; i--)
            {
                int j = bounds[s] + (int)(random.Uniform(draw++) * (i - bounds[s] + 1));
                (x[i], x[j]) = (x[j], x[i]);
            }
    }
}
