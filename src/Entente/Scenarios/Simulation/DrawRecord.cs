namespace Entente.Scenarios.Simulation;

/// <summary>The dyad asked for in every draw and year: its alignment in both worlds, and what made the difference. Alignments are −1 to 1.</summary>
internal sealed class DrawRecord
{
    /// <summary>Parts of a difference: one a mechanism, and what the shocks set themselves.</summary>
    public const int PartCount = 7;

    /// <summary>Place of what the shocks set.</summary>
    public const int Direct = 6;

    private readonly float[] _parts;
    private readonly bool _forced;

    public DrawRecord(int draws, int years, bool forced)
    {
        (Draws, Years, _forced) = (draws, years, forced);
        (Baseline, Scenario, _parts) = (new float[draws * years], new float[draws * years], new float[draws * years * PartCount]);
    }

    public int Draws { get; }

    public int Years { get; }

    public float[] Baseline { get; }

    public float[] Scenario { get; }

    /// <summary>Parts of a draw at the end of a year (from 1).</summary>
    public Span<float> Parts(int draw, int year) => _parts.AsSpan(((draw * Years) + year - 1) * PartCount, PartCount);

    /// <summary>Writes both worlds at the end of a year.</summary>
    public void Write(int draw, int year, float baseline, float scenario) =>
        (Baseline[(draw * Years) + year - 1], Scenario[(draw * Years) + year - 1]) = (baseline, scenario);

    /// <summary>Adds the parts of the years before, and what is left: set by a shock, or cut off where alignment ends.</summary>
    public void Close(int draw, int year, float before)
    {
        Span<float> parts = Parts(draw, year);
        float rest = Scenario[(draw * Years) + year - 1] - Baseline[(draw * Years) + year - 1] - before;
        for (int k = 0; k < Direct; k++) rest -= parts[k];
        parts[_forced ? Direct : 0] += rest;
        if (year == 1) return;
        ReadOnlySpan<float> last = Parts(draw, year - 1);
        for (int k = 0; k < PartCount; k++) parts[k] += last[k];
    }
}
