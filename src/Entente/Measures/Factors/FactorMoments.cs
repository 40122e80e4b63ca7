namespace Entente.Measures.Factors;

/// <summary>Expected sufficient statistics of the whole model, added up over dyads.</summary>
internal sealed class FactorMoments
{
    private readonly ItemMoments[] _items;
    private double _drift, _steps;

    public FactorMoments(FactorModel model) => _items = [.. model.Items.Select(i => new ItemMoments(Math.Max(0, i.Levels - 1)))];

    /// <summary>Adds a dyad just smoothed.</summary>
    public void Add(FactorSmoother smoother, FactorSeries series, double weight)
    {
        FactorModel model = smoother.Model;
        int items = model.Items.Length;
        for (int t = 0; t < series.Years; t++)
        {
            if (t > 0)
            {
                (double mean, double variance) = smoother.Jump(t, FactorModel.AlignmentAt);
                _drift += weight * ((mean * mean) + variance) * smoother.JumpWeight(t);
                _steps += weight;
            }
            for (int j = 0; j < items; j++)
            {
                if (smoother.OwnAt(j) is >= 0 and int own)
                {
                    (double mean, double variance) = smoother.Jump(t, own);
                    if (t == 0) _items[j].AddOwnStart(weight, (mean * mean) + variance);
                    else _items[j].AddOwnDrift(weight, (mean * mean) + variance);
                }
                float y = series.Values[(t * items) + j];
                if (float.IsNaN(y)) continue;
                if (model.Items[j].IsOrdinal) _items[j].AddOrdinal(weight, (int)y, model.Learned[j], smoother.Part(t, j));
                else _items[j].AddGaussian(weight, y, smoother.Part(t, j));
            }
        }
    }

    /// <summary>Adds what another counted.</summary>
    public void Add(FactorMoments other)
    {
        for (int j = 0; j < _items.Length; j++) _items[j].Add(other._items[j]);
        (_drift, _steps) = (_drift + other._drift, _steps + other._steps);
    }

    /// <summary>The parameters these moments imply.</summary>
    public FactorModel Step(FactorModel old) => old with
    {
        Learned = [.. old.Items.Select((item, j) => _items[j].Step(item, old.Learned[j]))],
        Drift = Math.Clamp(_drift / Math.Max(_steps, 1), 1e-5, 1),
    };
}
