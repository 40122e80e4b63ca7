using Entente.Measures.Breaks;

namespace Entente.Training.Breaks;

/// <summary>A dyad's year to learn from.</summary>
/// <param name="Year">Signals and circumstances.</param>
/// <param name="Turned">Whether a turn is listed for it.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record LogisticRow(BreakYear Year, bool Turned, double Weight);

/// <summary>Ridge logistic regression by coordinate descent, the weights of signals held at 0 or above.</summary>
internal static class Logistic
{
    public static TurnWeights Fit(IReadOnlyList<LogisticRow> rows, TurnWeights start, double ridge, int sweeps)
    {
        int signals = start.Signals.Length, columns = signals + start.Circumstances.Length;
        double[] w = [.. start.Signals, .. start.Circumstances];
        double intercept = start.Intercept;
        var column = new List<(int Row, double X)>[columns];
        for (int j = 0; j < columns; j++)
        {
            column[j] = [];
            for (int i = 0; i < rows.Count; i++)
                if ((j < signals ? rows[i].Year.Sizes[j] : rows[i].Year.Circumstances[j - signals]) is var x && x != 0) column[j].Add((i, x));
        }
        double[] score = [.. rows.Select(r => r.Year.Score(new TurnWeights(intercept, [.. w.Take(signals)], [.. w.Skip(signals)])))];
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            double g = 0, h = 1e-6;
            for (int i = 0; i < rows.Count; i++) Add(i, 1, ref g, ref h);
            double step = Math.Clamp(g / h, -1, 1);
            intercept += step;
            for (int i = 0; i < rows.Count; i++) score[i] += step;
            for (int j = 0; j < columns; j++)
            {
                (g, h) = (-ridge * w[j], ridge);
                foreach ((int i, double x) in column[j]) Add(i, x, ref g, ref h);
                double moved = w[j] + Math.Clamp(g / h, -1, 1);
                if (j < signals) moved = Math.Max(0, moved);
                double by = moved - w[j];
                if (by == 0) continue;
                w[j] = moved;
                foreach ((int i, double x) in column[j]) score[i] += by * x;
            }
        }
        return new TurnWeights(intercept, [.. w.Take(signals)], [.. w.Skip(signals)]);

        void Add(int i, double x, ref double g, ref double h)
        {
            double p = 1 / (1 + Math.Exp(-score[i]));
            g += rows[i].Weight * ((rows[i].Turned ? 1 : 0) - p) * x;
            h += rows[i].Weight * p * (1 - p) * x * x;
        }
    }
}
