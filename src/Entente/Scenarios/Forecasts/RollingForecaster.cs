using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Forecasts;

/// <summary>
/// Goes through the years once: takes in a year, learns from every forecast that fell due in it, and forecasts from it. What it forecasts
/// from a year rests on nothing later than that year's nowcasts.
/// </summary>
/// <remarks>
/// The centre of a forecast is the dynamics' expected path, as far as it has been borne out, with the recent drift of the dyad and its states
/// (<see cref="MeanModel"/>). Its spread is empirical: past errors of this forecaster at the same horizon, put to their expected size
/// (<see cref="SizeModel"/>), in cells of expected size, level and recent drift (<see cref="ErrorLibrary"/>).
/// </remarks>
public sealed class RollingForecaster
{
    /// <summary>Longest horizon, in years.</summary>
    public const int Horizons = 5;

    /// <summary>Errors of a year ago count so much as those of this year.</summary>
    public const double Memory = 0.96;

    /// <summary>Errors of all cells that each cell leans on.</summary>
    public const double Borrowed = 150;

    private readonly StateSystem _system;
    private readonly RestlessnessTracker _tracker;
    private readonly DynamicsEstimator _estimator = new();
    private readonly SizeModel[] _sizes;
    private readonly ErrorLibrary[] _errors, _changes, _trendErrors;
    private readonly Queue<Predictions> _pending = new();
    private readonly MeanModel[] _means = [.. Enumerable.Range(0, Horizons).Select(_ => new MeanModel())];
    private SystemState? _before;
    private Predictions? _last;

    /// <summary>Makes it for a system; nothing is learned yet.</summary>
    public RollingForecaster(StateSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        _tracker = new RestlessnessTracker(system);
        _sizes = [.. Enumerable.Range(0, Horizons).Select(_ => new SizeModel())];
        _errors = [.. Enumerable.Range(0, Horizons).Select(_ => new ErrorLibrary(Predictions.Cells, Borrowed))];
        _changes = [.. Enumerable.Range(0, Horizons).Select(_ => new ErrorLibrary(1, 0))];
        _trendErrors = [.. Enumerable.Range(0, Horizons).Select(_ => new ErrorLibrary(1, 0))];
    }

    /// <summary>Forecasts that have fallen due when the last year was taken in, with the year they were made in.</summary>
    public IReadOnlyCollection<Predictions> Pending => _pending;

    /// <summary>The dynamics as learned so far; null before the third year.</summary>
    public DynamicsModel? Dynamics { get; private set; }

    /// <summary>Takes in a year, the one after the last taken in, and forecasts from it.</summary>
    public Predictions Advance(int year) => Take(year, spread: true);

    /// <summary>Takes in a year as <see cref="Advance"/> does, where its forecasts are only to be learned from: their spread is not worked out.</summary>
    public void Pass(int year) => Take(year, spread: false);

    private Predictions Take(int year, bool spread)
    {
        SystemYear now = _system[year];
        Learn(now);
        _tracker.Observe(now.Score);
        foreach (SizeModel size in _sizes) size.Fit();
        foreach (MeanModel mean in _means) mean.Fit();
        var state = new SystemState(_system, year);
        _before = new SystemState(_system, year);
        var made = new Predictions(_system, now, state, Dynamics, _tracker, _sizes, Past(_errors, spread), Past(_changes, spread), Past(_trendErrors, spread), _means);
        _last = made;
        _pending.Enqueue(made);
        if (_pending.Count > Horizons) _pending.Dequeue();
        return made;
    }

    /// <summary>The surprises for a simulation from the last year taken in.</summary>
    /// <exception cref="InvalidOperationException">Too few years were taken in.</exception>
    public Simulation.Innovations Innovations()
    {
        if (_last is null || _errors[0].Points(Simulation.Innovations.Steps) is not { } tables) throw new InvalidOperationException("At least two years must be taken in first.");
        return _last.Innovations([.. tables.SelectMany(t => t)]);
    }

    // What each horizon learns, and the dynamics, touch nothing of each other: at the same time, in the same order within.
    private void Learn(SystemYear now) => Parallel.Invoke([() => LearnDynamics(now), .. Enumerable.Range(0, Horizons).Select(h => (Action)(() => LearnHorizon(now, h)))]);

    private void LearnHorizon(SystemYear now, int h)
    {
        _sizes[h].Fade(Memory);
        _errors[h].Fade(Memory);
        _means[h].Fade(Memory);
        if (_pending.FirstOrDefault(m => m.Origin.Year == now.Year - 1 - h) is not { } made) return;
        Span<float> signs = stackalloc float[MeanModel.Marks];
        for (int p = 0; p < now.Score.Length; p++)
        {
            if (float.IsNaN(now.Score[p]) || float.IsNaN(made.Origin.Score[p])) continue;
            double error = now.Score[p] - made.Centre[h][p];
            double weight = 1 / (0.04 + (made.Size[h][p] * made.Size[h][p]));
            made.SignsOf(h, p, signs);
            _means[h].Add(signs, now.Score[p] - made.Origin.Score[p], weight);
            _sizes[h].Add(made.MarksOf(p), error);
            _errors[h].Add(made.CellOf(h, p), error / made.Size[h][p]);
            _changes[h].Add(0, now.Score[p] - made.Origin.Score[p]);
            _trendErrors[h].Add(0, now.Score[p] - made.Trend(h, p));
        }
    }

    private void LearnDynamics(SystemYear now)
    {
        if (_before is null || _last is null) return;
        var weights = new float[now.Score.Length];
        for (int p = 0; p < weights.Length; p++) weights[p] = 1 / ((0.2f * 0.2f) + (_last.Size[0][p] * _last.Size[0][p]));
        _estimator.Add(_before, now.Score, weights);
        if (_estimator.Years > 2) Dynamics = _estimator.Fit();
    }

    private static float[][][] Past(ErrorLibrary[] libraries, bool spread) => [.. libraries.Select(l => (spread ? l.Points() : null) ?? [])];
}
