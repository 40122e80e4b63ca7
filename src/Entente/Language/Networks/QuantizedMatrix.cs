namespace Entente.Language.Networks;

/// <summary>A matrix of weights in 16-bit whole numbers with a scale for each column, laid out for <see cref="QuantizedProduct"/>.</summary>
/// <remarks>Panels of 16 columns; in a panel two rows at a time, column by column. A column's scale is the finest for which a row of inputs, each at
/// most 1, cannot overflow a 32-bit sum.</remarks>
internal sealed class QuantizedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int PanelWidth = 16;

    /// <summary>What an input of 1 is as a whole number.</summary>
    public const int One = 8191;

    private QuantizedMatrix(int rows, int columns)
    {
        int panels = (columns + PanelWidth - 1) / PanelWidth;
        (Rows, Columns) = (rows, columns);
        Panels = new short[panels * Pairs * 2 * PanelWidth];
        Scales = new float[panels * PanelWidth];
    }

    /// <summary>Rows: the inner dimension of the product.</summary>
    public int Rows { get; }

    /// <summary>Columns of the product.</summary>
    public int Columns { get; }

    /// <summary>Pairs of rows; an odd last row is paired with zeros.</summary>
    public int Pairs => (Rows + 1) / 2;

    /// <summary>The panels, one after the other.</summary>
    public short[] Panels { get; }

    /// <summary>What a sum of products in whole numbers is multiplied with, by column.</summary>
    public float[] Scales { get; }

    /// <summary>Rounds a row-major matrix whose rows begin <paramref name="stride"/> elements apart.</summary>
    public static QuantizedMatrix Of(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        var matrix = new QuantizedMatrix(rows, columns);
        for (int c = 0; c < columns; c++)
        {
            double sum = 0, most = 0;
            for (int r = 0; r < rows; r++)
            {
                double weight = Math.Abs((double)source[r * stride + c]);
                (sum, most) = (sum + weight, Math.Max(most, weight));
            }
            // Rounding adds at most a half to each weight.
            double unit = Math.Min(short.MaxValue / Math.Max(most, 1e-9), ((double)int.MaxValue / One - rows) / Math.Max(sum, 1e-9));
            matrix.Scales[c] = (float)(1 / (unit * One));
            int panel = c / PanelWidth * matrix.Pairs * 2 * PanelWidth, at = c % PanelWidth * 2;
            for (int r = 0; r < rows; r++)
                matrix.Panels[panel + r / 2 * 2 * PanelWidth + at + r % 2] = (short)Math.Round(source[r * stride + c] * unit);
        }
        return matrix;
    }
}
