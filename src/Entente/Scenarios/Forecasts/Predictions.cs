using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Forecasts;

/// <summary>The forecasts of every dyad from one origin. Arrays are by horizon (0 for one year) and dyad position.</summary>
public sealed class Predictions
{
    private const int SizeCells = 24, LevelCells = 8, DriftCells = 5;
    private const int TrendYears = 10;

    /// <summary>Number of cells of the error library.</summary>
    public const int Cells = SizeCells * LevelCells * DriftCells;

    private readonly float[] _marks, _signs;
    private readonly float[][][] _errors, _changes, _trendErrors;
    private readonly float[] _slope;
    private readonly StateSystem _system;

    internal Predictions(StateSystem system, SystemYear origin, SystemState state, DynamicsModel? dynamics, RestlessnessTracker tracker, SizeModel[] sizes,
        float[][][] errors, float[][][] changes, float[][][] trendErrors, MeanModel[] means)
    {
        (_system, Origin, _errors, _changes, _trendErrors) = (system, origin, errors, changes, trendErrors);
        int dyads = origin.Score.Length;
        _marks = new float[dyads * SizeModel.Marks];
        _signs = new float[dyads * MeanModel.Marks];
        Centre = [.. Enumerable.Range(0, RollingForecaster.Horizons).Select(_ => (float[])[.. origin.Score])];
        Expected = [.. Enumerable.Range(0, RollingForecaster.Horizons).Select(_ => new float[dyads])];
        Size = [.. Enumerable.Range(0, RollingForecaster.Horizons).Select(_ => new float[dyads])];
        for (int h = 0; h < Centre.Length && dynamics is not null; h++)
        {
            state.Step(dynamics.Mean.AsSpan());
            for (int i = 0; i < state.Size; i++)
                for (int j = i + 1; j < state.Size; j++)
                    if (state.Known[(i * state.Size) + j] && state.Position[(i * state.Size) + j] is var q)
                        Expected[h][q] = 50 + (50 * state.Alignment[(i * state.Size) + j]) - origin.Score[q];
        }
        for (int p = 0; p < dyads; p++)
        {
            if (float.IsNaN(origin.Score[p])) continue;
            tracker.Marks(p, origin, _marks.AsSpan(p * SizeModel.Marks, SizeModel.Marks));
            Span<float> signs = _signs.AsSpan(p * MeanModel.Marks, MeanModel.Marks);
            tracker.Signs(p, origin, signs);
            for (int h = 0; h < Size.Length; h++)
            {
                signs[0] = Expected[h][p];
                Centre[h][p] = Math.Clamp(origin.Score[p] + (float)means[h].Change(signs), 0, 100);
                Size[h][p] = (float)Math.Exp(sizes[h].LogSize(MarksOf(p)));
            }
        }
        _slope = Slopes();
    }

    /// <summary>The year forecast from.</summary>
    public SystemYear Origin { get; }

    /// <summary>Expected path.</summary>
    public float[][] Centre { get; }

    /// <summary>Change expected by the dynamics.</summary>
    public float[][] Expected { get; }

    /// <summary>Expected size of the error.</summary>
    public float[][] Size { get; }

    /// <summary>Marks of a dyad.</summary>
    public ReadOnlySpan<float> MarksOf(int position) => _marks.AsSpan(position * SizeModel.Marks, SizeModel.Marks);

    /// <summary>Signed marks of a dyad, the change expected at a horizon first.</summary>
    internal void SignsOf(int horizon, int position, Span<float> signs)
    {
        _signs.AsSpan(position * MeanModel.Marks, MeanModel.Marks).CopyTo(signs);
        signs[0] = Expected[horizon][position];
    }

    /// <summary>Cell of the error library.</summary>
    public int CellOf(int horizon, int position)
    {
        int size = Math.Clamp((int)((Math.Log(Size[horizon][position]) + 3) / 0.25), 0, SizeCells - 1);
        float score = Origin.Score[position];
        return (size * LevelCells * DriftCells) + Group(position, score);
    }

    // Below 50 by steps, above by steps, allies apart; each by where it has been going.
    private int Group(int position, float score)
    {
        bool ally = Origin.Kind[position] == DyadKind.Allies;
        int level = ally ? (score < 65 ? 6 : 7) : score switch { < 42 => 0, < 48 => 1, < 51 => 2, < 55 => 3, < 60 => 4, _ => 5 };
        int drift = MarksOf(position)[SizeModel.Drift] switch { > 1 => 4, > 0.15f => 3, < -1 => 0, < -0.15f => 1, _ => 2 };
        return (level * DriftCells) + drift;
    }

    /// <summary>Straight line on: the score at the origin and the mean yearly change of ten years.</summary>
    public float Trend(int horizon, int position) => Math.Clamp(Origin.Score[position] + ((horizon + 1) * _slope[position]), 0, 100);

    /// <summary>The surprises of a year and their sizes over the years ahead, for simulations: those of one year ahead, spread over later years so that they add up to the forecasts' own sizes.</summary>
    internal Simulation.Innovations Innovations(float[] tables)
    {
        int dyads = Origin.Score.Length;
        int[] table = new int[dyads];
        float[][] sizes = [.. Enumerable.Range(0, RollingForecaster.Horizons).Select(_ => new float[dyads])];
        for (int p = 0; p < dyads; p++)
        {
            if (float.IsNaN(Origin.Score[p])) continue;
            table[p] = CellOf(0, p);
            double own = Spread(0, p), before = 0;
            for (int h = 0; h < sizes.Length; h++)
            {
                double square = Math.Pow(Spread(h, p) / own, 2);
                sizes[h][p] = (float)(Size[0][p] * Math.Sqrt(Math.Max(0.05, square - before)));
                before = Math.Max(before, square);
            }
            // Later years move as those after the first have done on average.
            sizes[^1][p] = (float)Math.Sqrt(sizes.Skip(1).Average(s => s[p] * s[p]));
        }
        return new Simulation.Innovations(tables, table, sizes);

        // Width of the central 90 % of a forecast.
        double Spread(int horizon, int position)
        {
            if (_errors[horizon].Length == 0) return Size[horizon][position];
            float[] points = _errors[horizon][CellOf(horizon, position)];
            return Math.Max(1e-6, Size[horizon][position] * (Ensemble.Quantile(points, 0.95) - Ensemble.Quantile(points, 0.05)));
        }
    }

    /// <summary>Writes the points of the forecast, rising; false while nothing has been learned.</summary>
    public bool Write(int horizon, int position, Span<float> points) =>
        _errors[horizon].Length > 0 && Write(_errors[horizon][CellOf(horizon, position)], Centre[horizon][position], Size[horizon][position], points);

    /// <summary>The empirical random walk: the score at the origin and all changes that dyads have made over as many years.</summary>
    public bool WriteRandomWalk(int horizon, int position, Span<float> points) =>
        _changes[horizon].Length > 0 && Write(_changes[horizon][0], Origin.Score[position], 1, points);

    /// <summary>The trend with its own past errors.</summary>
    public bool WriteTrend(int horizon, int position, Span<float> points) =>
        _trendErrors[horizon].Length > 0 && Write(_trendErrors[horizon][0], Trend(horizon, position), 1, points);

    /// <summary>Climatology: the dyad's own scores of all years up to the origin, as points of equal weight.</summary>
    public bool WriteClimate(int position, Span<float> points)
    {
        var past = new List<float>();
        for (int year = _system.FirstYear; year <= Origin.Year; year++)
            if (_system[year].Score[position] is var s && !float.IsNaN(s)) past.Add(s);
        past.Sort();
        for (int i = 0; i < points.Length; i++) points[i] = past[(int)((i + 0.5) / points.Length * past.Count)];
        return true;
    }

    private static bool Write(float[] errors, float centre, float size, Span<float> points)
    {
        for (int i = 0; i < points.Length; i++) points[i] = Math.Clamp(centre + (size * errors[i]), 0, 100);
        return true;
    }

    private float[] Slopes()
    {
        var slopes = new float[Origin.Score.Length];
        for (int p = 0; p < slopes.Length; p++)
        {
            int year = Origin.Year;
            while (year > _system.FirstYear && Origin.Year - year < TrendYears && !float.IsNaN(_system[year - 1].Score[p])) year--;
            if (year < Origin.Year) slopes[p] = (Origin.Score[p] - _system[year].Score[p]) / (Origin.Year - year);
        }
        return slopes;
    }
}
