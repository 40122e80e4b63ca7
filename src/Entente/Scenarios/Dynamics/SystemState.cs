using System.Numerics;

namespace Entente.Scenarios.Dynamics;

/// <summary>The states present in a year, their alignments as a square matrix, and the terms that hang on them. Mutable: it is stepped through the years.</summary>
public sealed class SystemState
{
    private readonly float[] _balance, _threat, _hostile;

    /// <summary>The state of the system in a year; a dyad without an alignment stands at 0 and is not <see cref="Known"/>.</summary>
    public SystemState(StateSystem system, int year)
    {
        ArgumentNullException.ThrowIfNull(system);
        SystemYear now = system[year], before = year > system.FirstYear ? system[year - 1] : now;
        bool[] present = new bool[system.States.Count];
        for (int p = 0; p < now.Score.Length; p++)
            if (!float.IsNaN(now.Score[p])) present[system.First[p]] = present[system.Second[p]] = true;
        Members = [.. Enumerable.Range(0, present.Length).Where(i => present[i])];
        int n = Members.Length, size = n * n;
        (Alignment, Before, Known) = (new float[size], new float[size], new bool[size]);
        (Dependence, Asymmetry, Neighbour, Position) = (new float[size], new float[size], new float[size], new int[size]);
        (Capability, Regime) = ([.. Members.Select(i => now.Capability[i])], [.. Members.Select(i => now.Regime[i])]);
        (_balance, _threat, _hostile) = (new float[size], new float[size], new float[size]);
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                int p = system.PositionOf(Members[i], Members[j]);
                float a = Centred(now.Score[p]), was = Centred(before.Score[p]);
                Both(Alignment, i, j, float.IsNaN(a) ? 0 : a);
                Both(Before, i, j, float.IsNaN(a) ? 0 : float.IsNaN(was) ? a : was);
                Both(Dependence, i, j, float.IsNaN(now.Dependence[p]) ? 0 : now.Dependence[p] + 4);
                Both(Asymmetry, i, j, float.IsNaN(now.Asymmetry[p]) ? 0 : now.Asymmetry[p]);
                Both(Neighbour, i, j, now.Neighbour[p]);
                (Known[(i * n) + j], Known[(j * n) + i]) = (!float.IsNaN(a), !float.IsNaN(a));
                (Position[(i * n) + j], Position[(j * n) + i]) = (p, p);
            }

        void Both(float[] matrix, int i, int j, float value) => (matrix[(i * n) + j], matrix[(j * n) + i]) = (value, value);
    }

    private SystemState(SystemState other)
    {
        (Members, Known, Position, Neighbour) = (other.Members, other.Known, other.Position, other.Neighbour);
        (Alignment, Before) = ([.. other.Alignment], [.. other.Before]);
        (Dependence, Asymmetry) = ([.. other.Dependence], [.. other.Asymmetry]);
        (Capability, Regime) = ([.. other.Capability], [.. other.Regime]);
        (_balance, _threat, _hostile) = (new float[other.Alignment.Length], new float[other.Alignment.Length], new float[other.Alignment.Length]);
    }

    /// <summary>State positions of the states present.</summary>
    public int[] Members { get; }

    /// <summary>Number of states present.</summary>
    public int Size => Members.Length;

    /// <summary>Alignment less 50 over 50, from −1 to 1.</summary>
    public float[] Alignment { get; }

    /// <summary>The same a year before.</summary>
    public float[] Before { get; }

    /// <summary>Whether the dyad has an alignment.</summary>
    public bool[] Known { get; }

    /// <summary>Term of dependence.</summary>
    public float[] Dependence { get; }

    /// <summary>Term of asymmetry.</summary>
    public float[] Asymmetry { get; }

    /// <summary>Term of neighbours.</summary>
    public float[] Neighbour { get; }

    /// <summary>Dyad position of each cell.</summary>
    public int[] Position { get; }

    /// <summary>Share of capabilities, by state present.</summary>
    public float[] Capability { get; }

    /// <summary>Electoral democracy, by state present.</summary>
    public float[] Regime { get; }

    /// <summary>A copy that is stepped on its own.</summary>
    public SystemState Copy() => new(this);

    /// <summary>Weight of each third state in balance: half by number, half by capability.</summary>
    public float[] BalanceWeights()
    {
        float all = Capability.Where(c => !float.IsNaN(c)).DefaultIfEmpty(0).Sum();
        return [.. Capability.Select(c => (0.5f / Size) + (all > 0 && !float.IsNaN(c) ? 0.5f * c / all : 0))];
    }

    /// <summary>Computes the terms that run through third parties anew.</summary>
    public void Refresh()
    {
        int n = Size;
        float[] weights = BalanceWeights();
        for (int c = 0; c < _hostile.Length; c++) _hostile[c] = Math.Max(0, -Alignment[c]);
        Product(Alignment, weights, _balance, n);
        Product(_hostile, ThreatWeights(), _threat, n);
    }

    /// <summary>Weight of each third state in threat: its share of capabilities.</summary>
    public float[] ThreatWeights() => [.. Capability.Select(c => float.IsNaN(c) ? 0 : c)];

    /// <summary>Balance of a cell, as refreshed last.</summary>
    public float BalanceAt(int cell) => _balance[cell];

    /// <summary>Threat of a cell, as refreshed last.</summary>
    public float ThreatAt(int cell) => _threat[cell];

    /// <summary>The terms of a cell; <see cref="Refresh"/> must have been called since the alignments changed.</summary>
    public void Read(int i, int j, Span<float> terms)
    {
        int c = (i * Size) + j;
        float a = Alignment[c];
        terms[Terms.Constant] = 1;
        terms[Terms.Warm] = Math.Max(0, a);
        terms[Terms.Cold] = Math.Min(0, a);
        terms[Terms.Momentum] = a - Before[c];
        terms[Terms.Balance] = _balance[c];
        terms[Terms.Threat] = _threat[c];
        terms[Terms.Dependence] = Dependence[c];
        terms[Terms.Asymmetry] = Asymmetry[c];
        terms[Terms.Regime] = Difference(Regime[i], Regime[j]);
        terms[Terms.Power] = Difference(Log(Capability[i]), Log(Capability[j]));
        terms[Terms.Neighbour] = Neighbour[c];
    }

    /// <summary>Moves every dyad a year on by the expected change.</summary>
    public void Step(ReadOnlySpan<double> coefficients)
    {
        Refresh();
        int n = Size;
        Span<float> terms = stackalloc float[Terms.Count];
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                int c = (i * n) + j;
                if (!Known[c]) continue;
                Read(i, j, terms);
                double change = 0;
                for (int k = 0; k < Terms.Count; k++) change += coefficients[k] * terms[k];
                float next = Math.Clamp(Alignment[c] + (float)change, -1, 1);
                (Before[c], Before[(j * n) + i]) = (Alignment[c], Alignment[c]);
                (Alignment[c], Alignment[(j * n) + i]) = (next, next);
            }
    }

    /// <summary>Score 0–100 to alignment −1 to 1.</summary>
    public static float Centred(float score) => (score - 50) / 50;

    private static float Log(float capability) => float.IsNaN(capability) ? float.NaN : MathF.Log10(capability + 1e-5f);

    private static float Difference(float one, float other) => float.IsNaN(one) || float.IsNaN(other) ? 0 : Math.Abs(one - other);

    // out_ij = Σ_k w_k m_ik m_kj of a symmetric matrix with nothing on the diagonal.
    internal static void Product(float[] matrix, float[] weights, float[] to, int n)
    {
        float[] by = new float[n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++) by[k] = weights[k] * matrix[(i * n) + k];
            // The product is symmetric: from the diagonal on, then mirrored. Four sums at once, since each addition waits for the one before it.
            int lanes = Vector<float>.Count, j = i / lanes * lanes;
            for (; j + (4 * lanes) <= n; j += 4 * lanes)
            {
                Vector<float> a = Vector<float>.Zero, b = a, c = a, d = a;
                for (int k = 0; k < n; k++)
                {
                    if (by[k] == 0) continue;
                    var scale = new Vector<float>(by[k]);
                    ReadOnlySpan<float> from = matrix.AsSpan((k * n) + j, 4 * lanes);
                    a += scale * new Vector<float>(from);
                    b += scale * new Vector<float>(from[lanes..]);
                    c += scale * new Vector<float>(from[(2 * lanes)..]);
                    d += scale * new Vector<float>(from[(3 * lanes)..]);
                }
                Span<float> row = to.AsSpan((i * n) + j, 4 * lanes);
                a.CopyTo(row);
                b.CopyTo(row[lanes..]);
                c.CopyTo(row[(2 * lanes)..]);
                d.CopyTo(row[(3 * lanes)..]);
            }
            for (; j + lanes <= n; j += lanes)
            {
                Vector<float> sum = Vector<float>.Zero;
                for (int k = 0; k < n; k++) sum += new Vector<float>(by[k]) * new Vector<float>(matrix.AsSpan((k * n) + j, lanes));
                sum.CopyTo(to.AsSpan((i * n) + j, lanes));
            }
            for (; j < n; j++)
            {
                float sum = 0;
                for (int k = 0; k < n; k++) sum += by[k] * matrix[(k * n) + j];
                to[(i * n) + j] = sum;
            }
        }
        for (int i = 1; i < n; i++)
            for (int j = 0; j < i; j++) to[(i * n) + j] = to[(j * n) + i];
    }
}
