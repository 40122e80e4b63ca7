using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Scenarios.Simulation;

/// <summary>One world of one draw: alignments now and a year ago, and the rows of the third states.</summary>
internal sealed class World
{
    private readonly int _width, _count;
    private readonly float[] _rows, _hostile, _weights, _hostileWeights;
    private readonly int[] _active;
    private int _actives;

    public World(SimulationSetup setup)
    {
        (_width, _count) = (setup.Layout.Width, setup.ThirdStates.Length);
        (Alignment, Before) = (new float[setup.Layout.Length], new float[setup.Layout.Length]);
        (_rows, _hostile) = (new float[_count * _width], new float[_count * _width]);
        (_weights, _hostileWeights, _active) = (new float[_count], new float[_count], new int[_count]);
    }

    /// <summary>Alignment −1 to 1, by cell.</summary>
    public float[] Alignment { get; }

    /// <summary>A year ago.</summary>
    public float[] Before { get; }

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
            for (int j = 0; j < state; j++) _rows[row + j] = Alignment[layout.At(j, state)];
            _rows[row + state] = 0;
            int from = state + 1, count = layout.Size - from;
            if (count > 0) Alignment.AsSpan(layout.At(state, from), count).CopyTo(_rows.AsSpan(row + from));
        }
        for (int c = 0; c < _rows.Length; c++) _hostile[c] = Math.Max(0, -_rows[c]);
    }

    /// <summary>Weights of the third states' rows for the dyads of a state.</summary>
    public void Weigh(int state, float[] balance, float[] threat, float byBalance, float byThreat)
    {
        _actives = 0;
        for (int k = 0; k < _count; k++)
        {
            _weights[k] = byBalance * balance[k] * _rows[(k * _width) + state];
            _hostileWeights[k] = byThreat * threat[k] * _hostile[(k * _width) + state];
            if (_hostileWeights[k] != 0) _active[_actives++] = k;
        }
    }

    /// <summary>Adds what the third states do to sixteen dyads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Third(int column, Vector512<float> sum)
    {
        ref float row = ref _rows[column];
        for (int k = 0; k < _weights.Length; k++)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(_weights[k]), Vector512.LoadUnsafe(ref row, (nuint)(k * _width)), sum);
        ref float hostile = ref _hostile[column];
        for (int n = 0; n < _actives; n++)
        {
            int k = _active[n];
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(_hostileWeights[k]), Vector512.LoadUnsafe(ref hostile, (nuint)(k * _width)), sum);
        }
        return sum;
    }

    /// <summary>Balance of the dyad asked for.</summary>
    public float Balance(SimulationSetup setup, float[] weights, float[] rest) => Sum(_rows, setup, weights) + rest[setup.Target];

    /// <summary>Threat of the dyad asked for.</summary>
    public float Threat(SimulationSetup setup, float[] weights, float[] rest) => Sum(_hostile, setup, weights) + rest[setup.Target];

    private float Sum(float[] rows, SimulationSetup setup, float[] weights)
    {
        float sum = 0;
        for (int k = 0; k < _count; k++) sum += weights[k] * rows[(k * _width) + setup.TargetOne] * rows[(k * _width) + setup.TargetOther];
        return sum;
    }
}
