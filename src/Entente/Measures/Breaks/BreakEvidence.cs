using System.Collections.Immutable;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>The yearly values of a dyad that turns are told from: its indicators as the alignment model sees them, and its smoothed alignment.</summary>
public sealed class BreakSeries
{
    private readonly FactorSeries _values;
    private readonly double[] _means;
    private readonly int _columns;

    /// <summary>Takes the means and jumps over from a smoother that has just smoothed the series.</summary>
    public BreakSeries(FactorSmoother smoother, FactorSeries series)
    {
        ArgumentNullException.ThrowIfNull(smoother);
        ArgumentNullException.ThrowIfNull(series);
        _values = series;
        _columns = 1 + smoother.Model.Groups;
        _means = new double[series.Years * _columns];
        for (int t = 0; t < series.Years; t++)
            for (int c = 0; c < _columns; c++) _means[(t * _columns) + c] = smoother.Alignment(t, c == 0 ? null : c - 1).Mean;
        Jumps = [.. Enumerable.Range(1, Math.Max(0, series.Years - 1)).Select(t => AlignmentJump.Of(smoother, series.FirstYear, t))];
    }

    /// <summary>Smooths a series and takes over what it says.</summary>
    public static BreakSeries Of(AlignmentModel model, FactorSeries series)
    {
        ArgumentNullException.ThrowIfNull(model);
        var smoother = new FactorSmoother(model.Factors);
        smoother.Smooth(series, AlignmentModel.Passes);
        return new BreakSeries(smoother, series);
    }

    /// <summary>First year with a value.</summary>
    public int FirstYear => _values.FirstYear;

    /// <summary>Last year with a value.</summary>
    public int LastYear => _values.FirstYear + _values.Years - 1;

    /// <summary>The jumps of overall alignment.</summary>
    public ImmutableArray<AlignmentJump> Jumps { get; }

    /// <summary>Alignment of a year in latent units, overall (null) or of a dimension; not a number outside the series.</summary>
    public double Mean(int year, Dimension? dimension) =>
        year < FirstYear || year > LastYear ? double.NaN : _means[((year - FirstYear) * _columns) + (dimension is { } d ? 1 + (int)d : 0)];

    /// <summary>An indicator's value of a year as the model sees it; not a number where unknown.</summary>
    public double Value(int year, Indicator indicator) =>
        year < FirstYear || year > LastYear ? double.NaN : _values.Values[((year - FirstYear) * AlignmentItems.All.Length) + Indicators.All.IndexOf(indicator)];

    /// <summary>Whether the two were at war in a year: hostility 5 of a dispute, or intensity 2 of an armed conflict.</summary>
    public bool IsWar(int year) => Value(year, Indicators.DisputeHostility) >= 3 || Value(year, Indicators.ArmedConflict) >= 2;
}

/// <summary>What turns are told from beside the dyad's own record: who the two are, and what changed within them.</summary>
/// <param name="States">Context of both by year; the dyad's two states are looked up.</param>
/// <param name="Proximities">Spells of nearness of the dyad.</param>
public sealed record DyadContext(IReadOnlyDictionary<(StateId State, int Year), StateYear> States, IReadOnlyList<Proximity> Proximities)
{
    /// <summary>Of nothing anything is known.</summary>
    public static DyadContext None { get; } = new(ImmutableDictionary<(StateId State, int Year), StateYear>.Empty, []);

    /// <summary>The context of one dyad out of that of all.</summary>
    public static DyadContext Of(UndirectedDyad dyad, IReadOnlyDictionary<(StateId State, int Year), StateYear> states, IReadOnlyDictionary<UndirectedDyad, IReadOnlyList<Proximity>> proximities)
    {
        ArgumentNullException.ThrowIfNull(proximities);
        return new(states, proximities.GetValueOrDefault(dyad) ?? []);
    }

    /// <summary>The two states' years that are known.</summary>
    public IEnumerable<StateYear> Of(UndirectedDyad dyad, int year)
    {
        if (States.TryGetValue((dyad.First, year), out StateYear? a)) yield return a;
        if (States.TryGetValue((dyad.Second, year), out StateYear? b)) yield return b;
    }

    /// <summary>Whether the two touch by land or over 24 miles of water at most; the nearest year with a value speaks.</summary>
    public bool AreNeighbours(int year)
    {
        Proximity? spell = Proximities.Where(p => p.Contiguity is not null).MinBy(p => year < p.FirstYear ? p.FirstYear - year : Math.Max(0, year - p.LastYear));
        return spell?.Contiguity is >= 1 and <= 3;
    }
}

/// <summary>Everything that the turns of one dyad are told from.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Episodes">Its episodes.</param>
/// <param name="Series">Its yearly values; null when there are none.</param>
/// <param name="Context">Who the two are.</param>
/// <param name="UntilYear">Last year; nothing later is used.</param>
public sealed record BreakEvidence(UndirectedDyad Dyad, IReadOnlyList<Episode> Episodes, BreakSeries? Series, DyadContext Context, int UntilYear);
