using System.Collections.Immutable;
using System.Text;

namespace Entente.Briefings;

/// <summary>A series as one line of block characters; an unknown year is a blank, never a low bar.</summary>
public static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>Draws the series on at most <paramref name="width"/> cells; where years share a cell, their mean is drawn.</summary>
    /// <param name="values">One value per year; null where unknown.</param>
    /// <param name="width">Cells, at least 1.</param>
    public static string Draw(ImmutableArray<double?> values, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.IsDefaultOrEmpty) return "";
        int cells = Math.Min(width, values.Length);
        var means = new double?[cells];
        for (int c = 0; c < cells; c++)
        {
            int from = (int)((long)c * values.Length / cells), to = (int)((long)(c + 1) * values.Length / cells);
            double[] known = [.. values.AsSpan(from, to - from).ToArray().Where(v => v.HasValue).Select(v => v!.Value)];
            if (known.Length > 0) means[c] = known.Average();
        }
        double low = means.Min() ?? 0, high = means.Max() ?? 0;
        var line = new StringBuilder(cells);
        foreach (double? mean in means)
            line.Append(mean is not { } v ? ' ' : high <= low ? Bars[v == 0 ? 0 : 3] : Bars[(int)Math.Min(7, (v - low) / (high - low) * 8)]);
        return line.ToString();
    }
}
