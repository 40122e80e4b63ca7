using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Measures;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>
/// Simulates every so-many-th draw, one after the other: the world without and the world with the shocks side by side, under the same
/// surprises. Which draws belong to a stream is fixed, so that sums do not depend on the number of threads.
/// </summary>
/// <remarks>
/// A year of a dyad: a' = a + c₀ + c₁ max(a, 0) + c₂ min(a, 0) + c₃ (a − before) + c₄ balance + c₅ threat + static terms + shock of the year + surprise, kept
/// within −1 and 1. Balance and threat run over the chosen third states as they stand in the draw, and over the others as they stand on the mean path.
/// All lanes do the same operations in the same order at any vector width.
/// </remarks>
internal sealed class WorldStream
{
    /// <summary>Cells whose surprises are drawn at once.</summary>
    private const int Stretch = 32 * WorldLayout.Lanes;

    private readonly SimulationSetup _setup;
    private readonly WorldLayout _layout;
    private readonly World _base, _scenario;
    private readonly float[] _static, _staticScenario;
    private readonly float[] _c = new float[Terms.Count];
    private readonly int[] _entries = new int[Stretch];
    private readonly float[] _errors = new float[Stretch];
    private float _gap;

    public WorldStream(SimulationSetup setup)
    {
        (_setup, _layout) = (setup, setup.Layout);
        (_base, _scenario) = (new World(setup), new World(setup));
        (_static, _staticScenario) = (new float[_layout.Length], new float[_layout.Length]);
        (Sum, Squares) = (new float[_layout.Length], new float[_layout.Length]);
    }

    /// <summary>Sum over draws of scenario less baseline in the last year, by cell.</summary>
    public float[] Sum { get; }

    /// <summary>Sum of its squares.</summary>
    public float[] Squares { get; }

    /// <summary>Runs one draw and writes the dyad asked for; the worlds of the end can be read until the next.</summary>
    public void Run(int draw, DrawRecord record)
    {
        Parameters(draw);
        _base.Begin(_setup);
        _scenario.Begin(_setup);
        int years = _setup.Plan.Years;
        for (int year = 1; year <= years; year++)
        {
            YearSetup context = _setup.Context[year - 1];
            _base.Gather(_layout, _setup.ThirdStates);
            _scenario.Gather(_layout, _setup.ThirdStates);
            Account(draw, year, context, record);
            float shift = (float)(_setup.YearDeviation * Tail(new CounterRandom((ulong)_setup.Seed, draw, 1), year));
            ulong key = BitConverter.DoubleToUInt64Bits(new CounterRandom((ulong)_setup.Seed, draw, 2).Uniform(year));
            Step(year, context, ScenarioStatics(context), shift, (uint)key, (uint)(key >> 20));
            Force(year);
            if (year == years) Tally();
            record.Write(draw, year, _base.Alignment[_setup.Target], _scenario.Alignment[_setup.Target]);
            record.Close(draw, year, _gap);
        }
    }

    /// <summary>Scores 0–100 of the last draw's end, dyad after dyad.</summary>
    public void Scores(bool scenario, Span<float> scores)
    {
        float[] a = scenario ? _scenario.Alignment : _base.Alignment;
        for (int i = 0, p = 0; i < _layout.Size; i++)
            for (int j = i + 1; j < _layout.Size; j++, p++)
                scores[p] = _layout.Mask[_layout.At(i, j)] > 0 ? 50 + (50 * a[_layout.At(i, j)]) : float.NaN;
    }

    private void Parameters(int draw)
    {
        var random = new CounterRandom((ulong)_setup.Seed, draw, 0);
        Span<double> z = stackalloc double[Terms.Count];
        for (int k = 0; k < Terms.Count; k++) z[k] = random.Normal(k);
        for (int k = 0; k < Terms.Count; k++)
        {
            double value = _setup.Mean[k];
            for (int l = 0; l <= k; l++) value += _setup.Root[(k * Terms.Count) + l] * z[l];
            _c[k] = (float)value;
        }
        for (int p = 0; p < _static.Length; p += WorldLayout.Lanes)
        {
            var sum = Vector512.Create(_c[Terms.Constant]);
            for (int k = 0; k < SimulationSetup.Static.Length; k++) sum = Vector512.FusedMultiplyAdd(Vector512.Create(_c[SimulationSetup.Static[k]]), Load(_setup.StaticTerms[k], p), sum);
            (sum * Load(_layout.Mask, p)).StoreUnsafe(ref _static[p]);
        }
    }

    // Where no shock moves the context of a year, both worlds have the same static terms.
    private float[] ScenarioStatics(YearSetup context)
    {
        if (context.Changes.Length == 0) return _static;
        _static.AsSpan().CopyTo(_staticScenario);
        foreach ((int cell, int term, float change) in context.Changes) _staticScenario[cell] += _c[term] * change;
        return _staticScenario;
    }

    // Student's t with 4 degrees of freedom, put to variance 1, by its quantile function.
    private static double Tail(CounterRandom random, int year)
    {
        double p = random.Uniform(year), alpha = 4 * p * (1 - p), root = Math.Sqrt(alpha);
        double q = Math.Cos(Math.Acos(root) / 3) / root;
        return Math.Sign(p - 0.5) * 2 * Math.Sqrt(Math.Max(0, q - 1)) / Math.Sqrt(2);
    }

    // What each mechanism does to the difference of the two worlds in the dyad asked for.
    private void Account(int draw, int year, YearSetup context, DrawRecord record)
    {
        int t = _setup.Target;
        (float b, float s) = (_base.Alignment[t], _scenario.Alignment[t]);
        Span<float> parts = record.Parts(draw, year);
        parts[(int)Mechanism.Persistence] = (_c[Terms.Warm] * (Math.Max(0, s) - Math.Max(0, b))) + (_c[Terms.Cold] * (Math.Min(0, s) - Math.Min(0, b)))
            + (_c[Terms.Momentum] * (s - _scenario.Before[t] - b + _base.Before[t]));
        parts[(int)Mechanism.Balance] = _c[Terms.Balance] * (_scenario.Balance(_setup, context.BalanceScenario, context.RestBalanceScenario) - _base.Balance(_setup, context.Balance, context.RestBalance));
        parts[(int)Mechanism.Threat] = _c[Terms.Threat] * (_scenario.Threat(_setup, context.ThreatScenario, context.RestThreatScenario) - _base.Threat(_setup, context.Threat, context.RestThreat));
        foreach ((int cell, int term, float change) in context.Changes)
            if (cell == t) parts[(int)Terms.All[term].Mechanism] += _c[term] * change;
        _gap = s - b;
    }

    private void Force(int year)
    {
        foreach ((int i, int j, RelationShock shock) in _setup.Plan.Relations)
        {
            int c = _layout.At(i, j);
            _scenario.Alignment[c] = _setup.Plan.Force(shock, year, _setup.Start[c], _scenario.Alignment[c], _base.Alignment[c]);
        }
    }

    private void Tally()
    {
        for (int p = 0; p < Sum.Length; p += WorldLayout.Lanes)
        {
            Vector512<float> gap = Load(_scenario.Alignment, p) - Load(_base.Alignment, p);
            (Load(Sum, p) + gap).StoreUnsafe(ref Sum[p]);
            Vector512.FusedMultiplyAdd(gap, gap, Load(Squares, p)).StoreUnsafe(ref Squares[p]);
        }
    }

    private void Step(int year, YearSetup context, float[] scenarioStatics, float shift, uint key0, uint key1)
    {
        _base.Weigh(_layout, context.Balance, context.Threat, _c[Terms.Balance], _c[Terms.Threat]);
        _scenario.Weigh(_layout, context.BalanceScenario, context.ThreatScenario, _c[Terms.Balance], _c[Terms.Threat]);
        float[] size = _setup.Sizes[Math.Min(year, _setup.Sizes.Length) - 1], mask = _layout.Mask;
        ref float baseA = ref MemoryMarshal.GetArrayDataReference(_base.Alignment), baseBefore = ref MemoryMarshal.GetArrayDataReference(_base.Before);
        ref float sceneA = ref MemoryMarshal.GetArrayDataReference(_scenario.Alignment), sceneBefore = ref MemoryMarshal.GetArrayDataReference(_scenario.Before);
        Vector512<float> c1 = Vector512.Create(_c[Terms.Warm]), c2 = Vector512.Create(_c[Terms.Cold]), c3 = Vector512.Create(_c[Terms.Momentum]);
        Vector512<float> c4 = Vector512.Create(_c[Terms.Balance]), c5 = Vector512.Create(_c[Terms.Threat]), low = Vector512.Create(-1f), high = Vector512.Create(1f), move = Vector512.Create(shift);
        for (int first = 0; first < _layout.Length; first += Stretch)
        {
            int end = Math.Min(first + Stretch, _layout.Length);
            Draw(first, end, key0, key1);
            for (int p = first; p < end; p += WorldLayout.Lanes)
            {
                Vector512<float> masked = Load(mask, p);
                Vector512<float> surprise = Vector512.FusedMultiplyAdd(Load(_errors, p - first), Load(size, p), move * masked);

                Vector512<float> a = Vector512.LoadUnsafe(ref baseA, (nuint)p);
                Vector512<float> v = Load(_static, p) + surprise + Load(_base.Pull, p);
                v = Vector512.FusedMultiplyAdd(c1, Vector512.Max(a, Vector512<float>.Zero), v);
                v = Vector512.FusedMultiplyAdd(c2, Vector512.Min(a, Vector512<float>.Zero), v);
                v = Vector512.FusedMultiplyAdd(c3, a - Vector512.LoadUnsafe(ref baseBefore, (nuint)p), v);
                v = Vector512.FusedMultiplyAdd(c4, Load(context.RestBalance, p), v);
                v = Vector512.FusedMultiplyAdd(c5, Load(context.RestThreat, p), v);
                a.StoreUnsafe(ref baseBefore, (nuint)p);
                Vector512.Min(high, Vector512.Max(low, Vector512.FusedMultiplyAdd(v, masked, a))).StoreUnsafe(ref baseA, (nuint)p);

                Vector512<float> s = Vector512.LoadUnsafe(ref sceneA, (nuint)p);
                v = Load(scenarioStatics, p) + surprise + Load(_scenario.Pull, p);
                v = Vector512.FusedMultiplyAdd(c1, Vector512.Max(s, Vector512<float>.Zero), v);
                v = Vector512.FusedMultiplyAdd(c2, Vector512.Min(s, Vector512<float>.Zero), v);
                v = Vector512.FusedMultiplyAdd(c3, s - Vector512.LoadUnsafe(ref sceneBefore, (nuint)p), v);
                v = Vector512.FusedMultiplyAdd(c4, Load(context.RestBalanceScenario, p), v);
                v = Vector512.FusedMultiplyAdd(c5, Load(context.RestThreatScenario, p), v);
                s.StoreUnsafe(ref sceneBefore, (nuint)p);
                Vector512.Min(high, Vector512.Max(low, Vector512.FusedMultiplyAdd(v, masked, s))).StoreUnsafe(ref sceneA, (nuint)p);
            }
        }
    }

    // Standard errors of some cells, chosen by a hash of the cell and the keys of draw and year; a stretch at a time, so that looking up does not wait for the hash.
    private void Draw(int first, int end, uint key0, uint key1)
    {
        ref int table = ref MemoryMarshal.GetArrayDataReference(_setup.Table);
        for (int p = first; p < end; p += WorldLayout.Lanes)
        {
            Vector512<uint> x = (Vector512.Create((uint)p) + Vector512<uint>.Indices) * 0x9E3779B9u + Vector512.Create(key0);
            x = (x ^ (x >>> 16)) * 0x7FEB352Du;
            x = (x ^ (x >>> 15) ^ Vector512.Create(key1)) * 0x846CA68Bu;
            x ^= x >>> 16;
            ((x >>> (32 - Innovations.Bits)).AsInt32() + Vector512.LoadUnsafe(ref table, (nuint)p)).StoreUnsafe(ref _entries[p - first]);
        }
        float[] tables = _setup.Innovations.Tables;
        for (int l = 0; l < end - first; l++) _errors[l] = tables[_entries[l]];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(float[] array, int at) => Vector512.LoadUnsafe(ref array[at]);
}
