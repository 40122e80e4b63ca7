using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Scenarios.Simulation;

/// <summary>One world of one draw: alignments now and a year ago, and the rows of the third states.</summary>
internal sealed class World
{
    private const int Lanes = WorldLayout.Lanes;
    private const int Stretch = 4 * Lanes;

    private readonly int _width, _count;
    // Rows of the third states' ties, then of the hostile part of each.
    private readonly float[] _ties;
    private readonly float[] _weights;
    // By state: the rows with a weight for it, and how many they are.
    private readonly int[] _rows, _counts;

    public World(SimulationSetup setup)
    {
        (_width, _count) = (setup.Layout.Width, setup.ThirdStates.Length);
        (Alignment, Before, Pull) = (new float[setup.Layout.Length], new float[setup.Layout.Length], new float[setup.Layout.Length]);
        (_ties, _weights) = (new float[2 * _count * _width], new float[2 * _count * _width]);
        (_rows, _counts) = (new int[setup.Layout.Size * 2 * _count], new int[setup.Layout.Size]);
        for (int i = 0; i < setup.Layout.Size; i++)
            for (int k = 0; k < _count; k++) _rows[(i * 2 * _count) + k] = k * _width;
    }

    /// <summary>Alignment −1 to 1, by cell.</summary>
    public float[] Alignment { get; }

    /// <summary>A year ago.</summary>
    public float[] Before { get; }

    /// <summary>What the third states do, by cell.</summary>
    public float[] Pull { get; }

    /// <summary>Puts the world at the origin.</summary>
    public void Begin(SimulationSetup setup)
    {
        setup.Start.CopyTo(Alignment, 0);
        setup.StartBefore.CopyTo(Before, 0);
    }

    /// <summary>Copies the ties of the third states into rows.</summary>
    public void Gather(WorldLayout layout, int[] thirdStates)
    {
        for (int k = 0; k < thirdStates.Length; k++)
        {
            int state = thirdStates[k], row = k * _width;
            for (int j = 0; j < state; j++) _ties[row + j] = Alignment[layout.At(j, state)];
            _ties[row + state] = 0;
            int from = state + 1, count = layout.Size - from;
            if (count > 0) Alignment.AsSpan(layout.At(state, from), count).CopyTo(_ties.AsSpan(row + from));
        }
        int half = _count * _width;
        for (int c = 0; c < half; c += Lanes)
            Vector512.Max(Vector512<float>.Zero, -Vector512.LoadUnsafe(ref _ties[c])).StoreUnsafe(ref _ties[half + c]);
    }

    /// <summary>Sums what the third states do to every dyad, by balance and by threat.</summary>
    public void Weigh(WorldLayout layout, float[] balance, float[] threat, float byBalance, float byThreat)
    {
        for (int k = 0; k < 2 * _count; k++)
        {
            var by = Vector512.Create(k < _count ? byBalance * balance[k] : byThreat * threat[k - _count]);
            for (int c = k * _width; c < (k + 1) * _width; c += Lanes) (by * Vector512.LoadUnsafe(ref _ties[c])).StoreUnsafe(ref _weights[c]);
        }
        // Few ties are hostile, so that most of the second half is zero.
        for (int i = 0; i < layout.Size; i++)
        {
            int first = i * 2 * _count, n = _count;
            for (int k = _count; k < 2 * _count; k++)
                if (_weights[(k * _width) + i] != 0) _rows[first + n++] = k * _width;
            _counts[i] = n;
        }
        // A stretch of columns for all states before the next stretch: the ties of a stretch stay in the nearest cache.
        for (int column = 0; column < _width; column += Stretch)
            for (int i = 0; i < layout.Size && layout.From[i] < column + Stretch; i++)
            {
                int from = Math.Max(column, layout.From[i]), to = Math.Min(column + Stretch, _width);
                if (to - from == Stretch) Four(i, from, layout.Offset[i] + from);
                else
                    for (; from < to; from += Lanes) One(i, from, layout.Offset[i] + from);
            }
    }

    // Each addition waits for the one before it, and a weight is loaded once for all four.
    private void Four(int i, int column, int at)
    {
        ref float ties = ref _ties[column], weights = ref _weights[i];
        Vector512<float> a = Vector512<float>.Zero, b = a, c = a, d = a;
        foreach (int row in _rows.AsSpan(i * 2 * _count, _counts[i]))
        {
            var weight = Vector512.Create(Unsafe.Add(ref weights, row));
            a = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref ties, (nuint)row), a);
            b = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref ties, (nuint)(row + Lanes)), b);
            c = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref ties, (nuint)(row + (2 * Lanes))), c);
            d = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref ties, (nuint)(row + (3 * Lanes))), d);
        }
        a.StoreUnsafe(ref Pull[at]);
        b.StoreUnsafe(ref Pull[at + Lanes]);
        c.StoreUnsafe(ref Pull[at + (2 * Lanes)]);
        d.StoreUnsafe(ref Pull[at + (3 * Lanes)]);
    }

    private void One(int i, int column, int at)
    {
        ref float ties = ref _ties[column], weights = ref _weights[i];
        Vector512<float> sum = Vector512<float>.Zero;
        foreach (int row in _rows.AsSpan(i * 2 * _count, _counts[i]))
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref weights, row)), Vector512.LoadUnsafe(ref ties, (nuint)row), sum);
        sum.StoreUnsafe(ref Pull[at]);
    }

    /// <summary>Balance of the dyad asked for.</summary>
    public float Balance(SimulationSetup setup, float[] weights, float[] rest) => Sum(0, setup, weights) + rest[setup.Target];

    /// <summary>Threat of the dyad asked for.</summary>
    public float Threat(SimulationSetup setup, float[] weights, float[] rest) => Sum(_count, setup, weights) + rest[setup.Target];

    private float Sum(int first, SimulationSetup setup, float[] weights)
    {
        float sum = 0;
        for (int k = 0; k < _count; k++) sum += weights[k] * _ties[((first + k) * _width) + setup.TargetOne] * _ties[((first + k) * _width) + setup.TargetOther];
        return sum;
    }
}
