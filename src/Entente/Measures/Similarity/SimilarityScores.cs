namespace Entente.Measures.Similarity;

/// <summary>All measures of one pair of profiles.</summary>
/// <param name="Weight">Sum of weights of the targets both have; the number of them when unweighted.</param>
/// <param name="S">Signorino and Ritter's S, absolute.</param>
/// <param name="SSquared">S, squared.</param>
/// <param name="Kappa">Cohen's κ, squared weights.</param>
/// <param name="KappaLinear">Cohen's κ, linear weights.</param>
/// <param name="Pi">Scott's π, nominal.</param>
/// <param name="PiWeighted">Scott's π in Häge's form, squared weights.</param>
/// <param name="PiLinear">The same, linear weights.</param>
/// <param name="TauB">Kendall's τ_b.</param>
/// <param name="A">Benati and Capurri's A, absolute.</param>
/// <param name="ASquared">A, squared.</param>
/// <param name="Agreement">Mean of 1 − |x−y| / d.</param>
public readonly record struct SimilarityScores(double Weight, double? S, double? SSquared, double? Kappa, double? KappaLinear,
    double? Pi, double? PiWeighted, double? PiLinear, double? TauB, double? A, double? ASquared, double? Agreement)
{
    /// <summary>The value of a measure, or null when it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such measure.</exception>
    public double? this[SimilarityMeasure measure] => measure switch
    {
        SimilarityMeasure.S => S,
        SimilarityMeasure.SSquared => SSquared,
        SimilarityMeasure.Kappa => Kappa,
        SimilarityMeasure.KappaLinear => KappaLinear,
        SimilarityMeasure.Pi => Pi,
        SimilarityMeasure.PiWeighted => PiWeighted,
        SimilarityMeasure.PiLinear => PiLinear,
        SimilarityMeasure.TauB => TauB,
        SimilarityMeasure.A => A,
        SimilarityMeasure.ASquared => ASquared,
        SimilarityMeasure.Agreement => Agreement,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    /// <summary>Why the measure has no value.</summary>
    public NoSimilarity Reason(SimilarityMeasure measure) =>
        this[measure] is not null ? NoSimilarity.None
        : !(Weight > 0) ? NoSimilarity.NothingShared
        : Kappa is null ? NoSimilarity.BothConstant
        : NoSimilarity.OneConstant;

    /// <summary>Computes every measure from a joint table.</summary>
    /// <param name="table">Weights of the pairs of levels, row by row: rows the first profile's level, columns the second's; levels one apart.</param>
    /// <param name="levels">Levels of the scale, two or more; its range d is one less.</param>
    /// <exception cref="ArgumentException">The table is not levels by levels.</exception>
    public static SimilarityScores Of(ReadOnlySpan<double> table, int levels)
    {
        if (levels < 2 || table.Length != levels * levels) throw new ArgumentException($"A table of {levels} levels has {levels * levels} cells; {table.Length} were given.", nameof(table));
        Span<double> margins = levels <= 16 ? stackalloc double[2 * levels] : new double[2 * levels];
        Span<double> row = margins[..levels], column = margins[levels..];
        row.Clear();
        column.Clear();
        double weight = 0;
        for (int i = 0; i < levels; i++)
            for (int j = 0; j < levels; j++)
            {
                double w = table[(i * levels) + j];
                row[i] += w;
                column[j] += w;
                weight += w;
            }
        if (!(weight > 0)) return default;

        double linear = 0, squared = 0, byChance = 0, byChanceSquared = 0, byMean = 0, byMeanSquared = 0, same = 0, sameByMean = 0;
        for (int i = 0; i < levels; i++)
        {
            double mean = (row[i] + column[i]) / 2;
            same += table[(i * levels) + i];
            sameByMean += mean * mean;
            for (int j = 0; j < levels; j++)
            {
                double distance = Math.Abs(i - j), cell = table[(i * levels) + j], expected = row[i] * column[j], meanExpected = mean * (row[j] + column[j]) / 2;
                linear += distance * cell;
                squared += distance * distance * cell;
                byChance += distance * expected;
                byChanceSquared += distance * distance * expected;
                byMean += distance * meanExpected;
                byMeanSquared += distance * distance * meanExpected;
            }
        }
        double range = levels - 1, n = weight;
        bool bothConstant = IsConstant(row) && IsConstant(column);
        double? ChanceCorrected(double observed, double expected) => bothConstant ? null : 1 - (observed * n / expected);
        return new SimilarityScores(
            weight,
            1 - (2 * linear / (range * n)),
            1 - (2 * squared / (range * range * n)),
            ChanceCorrected(squared, byChanceSquared),
            ChanceCorrected(linear, byChance),
            bothConstant ? null : ((same * n) - sameByMean) / ((n * n) - sameByMean),
            ChanceCorrected(squared, byMeanSquared),
            ChanceCorrected(linear, byMean),
            OrderedTau(table, levels, row, column, n),
            bothConstant ? null : 2 * ((byChance / n) - linear) / (range * n),
            bothConstant ? null : 2 * ((byChanceSquared / n) - squared) / (range * range * n),
            1 - (linear / (range * n)));
    }

    private static bool IsConstant(ReadOnlySpan<double> margin)
    {
        int filled = 0;
        foreach (double m in margin)
            if (m > 0) filled++;
        return filled == 1;
    }

    // τ_b = (C − D) / √((T − Tx)(T − Ty)), in doubled weights: T = n² − Σ, ties by margins.
    private static double? OrderedTau(ReadOnlySpan<double> table, int levels, ReadOnlySpan<double> row, ReadOnlySpan<double> column, double n)
    {
        double score = 0, tiedX = 0, tiedY = 0;
        for (int i = 0; i < levels; i++)
        {
            tiedX += row[i] * row[i];
            tiedY += column[i] * column[i];
            for (int j = 0; j < levels; j++)
            {
                double cell = table[(i * levels) + j];
                if (cell == 0) continue;
                for (int k = i + 1; k < levels; k++)
                    for (int l = 0; l < levels; l++)
                        score += cell * table[(k * levels) + l] * Math.Sign(l - j);
            }
        }
        return IsConstant(row) || IsConstant(column) ? null : 2 * score / Math.Sqrt(((n * n) - tiedX) * ((n * n) - tiedY));
    }
}
