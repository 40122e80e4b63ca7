namespace Entente.Scenarios.Forecasts;

/// <summary>How much each dyad has moved so far, followed year by year; gives the marks of <see cref="SizeModel"/>.</summary>
public sealed class RestlessnessTracker
{
    private const float Recent = 0.35f;

    private readonly StateSystem _system;
    private readonly float[] _recent, _sum, _age, _jump, _drift;
    private readonly float[] _last;
    private readonly float[] _state;
    private float _all = 0.5f, _allDrift;
    private readonly float[] _stateDrift;

    /// <summary>Makes it for a system; nothing has been observed yet.</summary>
    public RestlessnessTracker(StateSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        int dyads = StateSystem.Dyads(system.States.Count);
        (_recent, _sum, _age, _jump, _last) = (new float[dyads], new float[dyads], new float[dyads], new float[dyads], new float[dyads]);
        _drift = new float[dyads];
        _state = new float[system.States.Count];
        Array.Fill(_last, float.NaN);
        Array.Fill(_state, 0.5f);
        _stateDrift = new float[_state.Length];
    }

    /// <summary>Takes in a year's scores.</summary>
    public void Observe(float[] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        float[] moves = new float[_state.Length], counts = new float[_state.Length];
        float all = 0, count = 0, drift = 0;
        float[] drifts = new float[_state.Length];
        for (int p = 0; p < scores.Length; p++)
        {
            if (float.IsNaN(scores[p]) || float.IsNaN(_last[p])) continue;
            // Roots: one war must not make a state's every dyad restless.
            float moved = MathF.Sqrt(Math.Abs(scores[p] - _last[p]));
            (int i, int j) = (_system.First[p], _system.Second[p]);
            (moves[i], counts[i], moves[j], counts[j]) = (moves[i] + moved, counts[i] + 1, moves[j] + moved, counts[j] + 1);
            (all, count) = (all + moved, count + 1);
            float signed = Math.Clamp(scores[p] - _last[p], -3, 3);
            drift += signed;
            drifts[i] += signed;
            drifts[j] += signed;
        }
        for (int i = 0; i < moves.Length; i++)
            if (counts[i] > 0) _state[i] += Recent * (MathF.Pow(moves[i] / counts[i], 2) - _state[i]);
        for (int i = 0; i < moves.Length; i++)
            if (counts[i] > 0) _stateDrift[i] += Recent * ((drifts[i] / counts[i]) - _stateDrift[i]);
        if (count > 0) _allDrift += Recent * ((drift / count) - _allDrift);
        if (count > 0) _all += Recent * (MathF.Pow(all / count, 2) - _all);
        for (int p = 0; p < scores.Length; p++)
        {
            if (float.IsNaN(scores[p]))
            {
                if (!float.IsNaN(_last[p])) (_drift[p], _recent[p], _sum[p], _age[p], _jump[p]) = (0, 0, 0, 0, 0);
            }
            else if (!float.IsNaN(_last[p]))
            {
                float moved = Math.Abs(scores[p] - _last[p]);
                _drift[p] += Recent * (scores[p] - _last[p] - _drift[p]);
                _recent[p] = _age[p] == 0 ? moved : _recent[p] + (Recent * (moved - _recent[p]));
                _sum[p] += moved;
                _age[p]++;
                _jump[p] = Math.Max(_jump[p] * 0.8f, moved);
            }
            _last[p] = scores[p];
        }
    }

    /// <summary>Writes what tells which way a dyad goes; the first place is left to the dynamics.</summary>
    public void Signs(int position, SystemYear year, Span<float> signs)
    {
        ArgumentNullException.ThrowIfNull(year);
        signs[1] = 1;
        signs[2] = Math.Clamp(_drift[position], 0, 5);
        signs[3] = Math.Clamp(_drift[position], -5, 0);
        signs[4] = _stateDrift[_system.First[position]] + _stateDrift[_system.Second[position]];
        signs[5] = _allDrift;
        signs[6] = (year.Score[position] - 50) / 50;
        signs[7] = year.Kind[position] == DyadKind.Allies ? 1 : 0;
        signs[8] = year.Kind[position] == DyadKind.Rivals ? 1 : 0;
        signs[9] = Math.Max(0, 47 - year.Score[position]) / 50;
    }

    /// <summary>Writes the marks of a dyad in a year.</summary>
    public void Marks(int position, SystemYear year, Span<float> marks)
    {
        ArgumentNullException.ThrowIfNull(year);
        float score = year.Score[position], mean = _age[position] > 0 ? _sum[position] / _age[position] : 0.5f;
        marks[0] = 1;
        marks[1] = MathF.Log(0.05f + _recent[position]);
        marks[2] = MathF.Log(0.05f + mean);
        marks[3] = MathF.Log(0.02f + year.Deviation[position]);
        marks[4] = Math.Abs(score - 50) / 50;
        marks[5] = Math.Max(0, 50 - score) / 50;
        marks[6] = MathF.Log(1 + _age[position]);
        marks[7] = MathF.Log(0.05f + _jump[position]);
        marks[8] = year.Kind[position] == DyadKind.Rivals ? 1 : 0;
        marks[9] = year.Kind[position] == DyadKind.Allies ? 1 : 0;
        marks[10] = year.Kind[position] == DyadKind.MajorPowers ? 1 : 0;
        marks[11] = year.Neighbour[position];
        float one = _state[_system.First[position]], other = _state[_system.Second[position]];
        marks[12] = MathF.Log(0.05f + Math.Max(one, other));
        marks[13] = MathF.Log(0.05f + Math.Min(one, other));
        marks[SizeModel.Drift] = _drift[position];
        marks[14] = MathF.Log(0.05f + _all);
    }
}
