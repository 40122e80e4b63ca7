namespace Entente.Scenarios.Simulation;

/// <summary>The yearly surprises of every dyad: a table of standard errors for each cell of the error library, the cell of each dyad position, and its size in each year ahead. Immutable.</summary>
/// <param name="Tables">Table after table, <see cref="Steps"/> entries each: quantiles at (i + ½) / Steps.</param>
/// <param name="Table">Number of each dyad position's table.</param>
/// <param name="Size">By year ahead (0 for the first) and dyad position, in points; the last year stands for all later.</param>
public sealed record Innovations(float[] Tables, int[] Table, float[][] Size)
{
    /// <summary>Bits of a random number that choose an entry.</summary>
    internal const int Bits = 10;

    /// <summary>Entries of a table.</summary>
    public const int Steps = 1 << Bits;

    /// <summary>Sizes of one year ahead.</summary>
    public float[] SizeOf(int year) => Size[Math.Min(year, Size.Length) - 1];
}
