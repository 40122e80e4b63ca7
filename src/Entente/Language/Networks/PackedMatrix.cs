namespace Entente.Language.Networks;

/// <summary>A matrix laid out for <see cref="MatrixProduct"/>: panels of <see cref="PanelWidth"/> columns, each row by row, the last padded with zeros.</summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int PanelWidth = 16;

    /// <summary>Rows: the inner dimension of the product.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the product.</summary>
    public int Columns { get; private set; }

    /// <summary>The panels, one after the other; longer than needed when reused.</summary>
    public float[] Panels { get; private set; } = [];

    /// <summary>A packed copy of a row-major matrix of <paramref name="rows"/> × <paramref name="columns"/>.</summary>
    public static PackedMatrix Of(ReadOnlySpan<float> source, int rows, int columns)
    {
        var packed = new PackedMatrix();
        packed.Pack(source, rows, columns, columns);
        return packed;
    }

    /// <summary>Packs a row-major matrix whose rows begin <paramref name="stride"/> elements apart.</summary>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Resize(rows, columns);
        for (int panel = 0, first = 0; first < columns; panel++, first += PanelWidth)
        {
            int width = Math.Min(PanelWidth, columns - first);
            Span<float> target = Panels.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
            if (width < PanelWidth) target.Clear();
            for (int r = 0; r < rows; r++)
                source.Slice(r * stride + first, width).CopyTo(target[(r * PanelWidth)..]);
        }
    }

    /// <summary>Packs the transpose of a row-major matrix of <paramref name="columns"/> × <paramref name="rows"/> whose rows begin <paramref name="stride"/> elements apart.</summary>
    public void PackTransposed(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Resize(rows, columns);
        for (int panel = 0, first = 0; first < columns; panel++, first += PanelWidth)
        {
            int width = Math.Min(PanelWidth, columns - first);
            Span<float> target = Panels.AsSpan(panel * rows * PanelWidth, rows * PanelWidth);
            if (width < PanelWidth) target.Clear();
            for (int c = 0; c < width; c++)
            {
                ReadOnlySpan<float> line = source.Slice((first + c) * stride, rows);
                for (int r = 0, at = c; r < line.Length; r++, at += PanelWidth) target[at] = line[r];
            }
        }
    }

    private void Resize(int rows, int columns)
    {
        int size = (columns + PanelWidth - 1) / PanelWidth * rows * PanelWidth;
        if (Panels.Length < size) Panels = new float[size];
        (Rows, Columns) = (rows, columns);
    }
}
