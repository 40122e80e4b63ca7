using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Simulation;

/// <summary>How the dyads of a system lie in memory: row i holds the cells (i, j), j above i, from a multiple of <see cref="Lanes"/> on, so that rows are worked in whole vectors. Cells that are no dyads are masked.</summary>
internal sealed class WorldLayout
{
    /// <summary>Cells worked at once.</summary>
    public const int Lanes = 16;

    public WorldLayout(SystemState origin)
    {
        Size = origin.Size;
        Width = (Size + Lanes - 1) / Lanes * Lanes;
        (Offset, From) = (new int[Size], new int[Size]);
        int length = 0;
        for (int i = 0; i < Size; i++)
        {
            From[i] = (i + 1) / Lanes * Lanes;
            Offset[i] = length - From[i];
            length += Math.Max(0, Width - From[i]);
        }
        Length = length;
        Mask = new float[length];
        for (int i = 0; i < Size; i++)
            for (int j = i + 1; j < Size; j++) Mask[Offset[i] + j] = origin.Known[(i * Size) + j] ? 1 : 0;
    }

    /// <summary>Number of states.</summary>
    public int Size { get; }

    /// <summary>States, up to whole vectors.</summary>
    public int Width { get; }

    /// <summary>Length of an array of cells.</summary>
    public int Length { get; }

    /// <summary>Where row i would begin if it began at column 0.</summary>
    public int[] Offset { get; }

    /// <summary>First column of row i.</summary>
    public int[] From { get; }

    /// <summary>1 for a dyad with an alignment, 0 elsewhere.</summary>
    public float[] Mask { get; }

    /// <summary>Place of a dyad, i below j.</summary>
    public int At(int i, int j) => Offset[i] + j;

    /// <summary>Lays out a square matrix.</summary>
    public float[] Pack(ReadOnlySpan<float> matrix)
    {
        var packed = new float[Length];
        for (int i = 0; i < Size; i++)
            for (int j = i + 1; j < Size; j++) packed[Offset[i] + j] = matrix[(i * Size) + j];
        return packed;
    }

    /// <summary>Lays out values by cell.</summary>
    public float[] Pack(Func<int, int, float> value)
    {
        var packed = new float[Length];
        for (int i = 0; i < Size; i++)
            for (int j = i + 1; j < Size; j++) packed[Offset[i] + j] = value(i, j);
        return packed;
    }
}
