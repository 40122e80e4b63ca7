using System.Collections.Immutable;

namespace Entente.Record;

/// <summary>Everything the record holds of two states over time: each indicator by year, and the dated episodes behind them. Immutable.</summary>
/// <remarks>A continued state's years are joined (China–SUN, then China–RUS), so that a series does not break where a name changed.</remarks>
public sealed class DyadPanel
{
    private readonly ImmutableDictionary<(string Indicator, bool Forward, int Year), Measurement> _values;
    private readonly ImmutableArray<Measurement> _cells = [];

    /// <summary>Makes the panel.</summary>
    /// <param name="dyad">The two states, as they are named today.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <param name="values">Values by indicator, direction (true from <see cref="UndirectedDyad.First"/> to Second; undirected indicators use true) and year.</param>
    /// <param name="episodes">Dated episodes.</param>
    public DyadPanel(UndirectedDyad dyad, int firstYear, int lastYear,
        IEnumerable<KeyValuePair<(string Indicator, bool Forward, int Year), Measurement>> values, IEnumerable<Episode> episodes)
    {
        Dyad = dyad;
        FirstYear = firstYear;
        LastYear = lastYear;
        _values = values.ToImmutableDictionary();
        Episodes = [.. episodes.OrderBy(e => e.FirstYear)];
    }

    /// <summary>Makes the panel from whole rows of the panel's columns; the light form that a cross-section of every dyad needs.</summary>
    /// <param name="dyad">The two states, as they are named today.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <param name="cells">Year after year, a value for each of <see cref="PanelColumns.All"/>; forward is from <see cref="UndirectedDyad.First"/> to Second.</param>
    /// <param name="episodes">Dated episodes.</param>
    /// <exception cref="ArgumentException">The cells are not years times columns.</exception>
    public DyadPanel(UndirectedDyad dyad, int firstYear, int lastYear, ImmutableArray<Measurement> cells, ImmutableArray<Episode> episodes)
    {
        if (cells.Length != (lastYear - firstYear + 1) * PanelColumns.All.Length)
            throw new ArgumentException("A value for each year and column is expected.", nameof(cells));
        Dyad = dyad;
        FirstYear = firstYear;
        LastYear = lastYear;
        _values = ImmutableDictionary<(string Indicator, bool Forward, int Year), Measurement>.Empty;
        _cells = cells;
        Episodes = episodes;
    }

    /// <summary>The two states.</summary>
    public UndirectedDyad Dyad { get; }

    /// <summary>First year of the panel.</summary>
    public int FirstYear { get; }

    /// <summary>Last year of the panel.</summary>
    public int LastYear { get; }

    /// <summary>Alliances, disputes, rivalries, visits and the like, each with its row.</summary>
    public ImmutableArray<Episode> Episodes { get; }

    /// <summary>The value of an undirected indicator.</summary>
    public Measurement this[Indicator indicator, int year] => Get(indicator, true, year);

    /// <summary>The value of a directed indicator from one of the two to the other.</summary>
    /// <exception cref="ArgumentException">The source is not one of the two.</exception>
    public Measurement this[Indicator indicator, StateId source, int year] => Dyad.Contains(source)
        ? Get(indicator, source == Dyad.First, year)
        : throw new ArgumentException($"{source} is not in {Dyad}.", nameof(source));

    /// <summary>The panel as it stood at the end of a year: no later value, no episode that had not begun, and no end that had not come.</summary>
    public DyadPanel Until(int year)
    {
        int last = Math.Min(LastYear, year);
        Episode[] known = [.. Episodes.Where(e => e.FirstYear <= year).Select(e => e.LastYear > year ? e with { LastYear = null } : e)];
        if (last < FirstYear) return new DyadPanel(Dyad, FirstYear, FirstYear, [], known);
        return _cells.IsEmpty
            ? new DyadPanel(Dyad, FirstYear, last, _values.Where(v => v.Key.Year <= last), known)
            : new DyadPanel(Dyad, FirstYear, last, _cells[..((last - FirstYear + 1) * PanelColumns.All.Length)], [.. known]);
    }

    /// <summary>The panel from the datasets alone whose version was surely out on a day; what others say, be it silence, is unknown for that reason, and their episodes are gone.</summary>
    /// <param name="day">The day.</param>
    /// <param name="datasets">What the panel was computed from.</param>
    public DyadPanel PublishedBy(DateOnly day, IReadOnlyList<DatasetInfo> datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        var outThen = new Dictionary<(string Indicator, int Year), bool>();
        Episode[] known = [.. Episodes.Where(e => datasets.Any(d => d.Id == e.DatasetId && d.WasOut(day)))];
        if (_cells.IsEmpty)
            return new DyadPanel(Dyad, FirstYear, LastYear, _values.Select(v => KeyValuePair.Create(v.Key, Masked(v.Value, Indicators.ById(v.Key.Indicator), v.Key.Year))), known);
        var cells = ImmutableArray.CreateBuilder<Measurement>(_cells.Length);
        for (int year = FirstYear; year <= LastYear; year++)
            for (int c = 0; c < PanelColumns.All.Length; c++)
                cells.Add(Masked(_cells[((year - FirstYear) * PanelColumns.All.Length) + c], PanelColumns.All[c].Indicator, year));
        return new DyadPanel(Dyad, FirstYear, LastYear, cells.MoveToImmutable(), [.. known]);

        Measurement Masked(Measurement value, Indicator indicator, int year)
        {
            // Even why a later dataset is silent is told by it alone.
            if (value.Reason == Unknown.NotAState) return value;
            if (!outThen.TryGetValue((indicator.Id, year), out bool was))
            {
                DatasetInfo[] behind = [.. IndicatorDatasets.Of(indicator, datasets, year)];
                if (behind.Length == 0) behind = [.. IndicatorDatasets.Of(indicator, datasets)];
                outThen[(indicator.Id, year)] = was = behind.All(d => d.WasOut(day)) && (behind.Length > 0 || !value.IsKnown);
            }
            return was ? value : Measurement.Missing(Unknown.NotYetPublished);
        }
    }

    private Measurement Get(Indicator indicator, bool forward, int year)
    {
        if (!_cells.IsEmpty && year >= FirstYear && year <= LastYear && PanelColumns.IndexOf(indicator.Id, forward) is >= 0 and int column)
            return _cells[((year - FirstYear) * PanelColumns.All.Length) + column];
        return _values.TryGetValue((indicator.Id, forward, year), out Measurement value) ? value : Measurement.Missing(Unknown.OutsideCoverage);
    }
}

/// <summary>A dated fact of the record about two states, with the row it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year; null while it lasts or where the dataset ends before it.</param>
/// <param name="Level">Size on the indicator's scale (hostility level, alliance commitment, TIV); 1 where there is none.</param>
/// <param name="Label">What to print (<c>militarized dispute 349, use of force</c>).</param>
/// <param name="DatasetId">The dataset.</param>
/// <param name="RowKey">The row in the published file (<c>dispnum 349</c>).</param>
/// <param name="Fatality">Most deaths of either side in a dispute, on COW's scale (0 none, 1 to 25, 2 to 100, 3 to 250, 4 to 500, 5 to 999, 6 more); null where unknown and for other kinds.</param>
public sealed record Episode(EpisodeKind Kind, int FirstYear, int? LastYear, double Level, string Label, string DatasetId, string RowKey, int? Fatality = null);

/// <summary>Kinds of episode.</summary>
public enum EpisodeKind
{
    /// <summary>An alliance treaty in force.</summary>
    Alliance,
    /// <summary>A militarized interstate dispute.</summary>
    Dispute,
    /// <summary>A strategic rivalry.</summary>
    Rivalry,
    /// <summary>Years of arms deliveries.</summary>
    ArmsDeliveries,
    /// <summary>A joint exercise.</summary>
    Exercise,
    /// <summary>A visit of a leader.</summary>
    Visit,
    /// <summary>A trade agreement.</summary>
    TradeAgreement,
    /// <summary>A sanctions case.</summary>
    Sanction,
    /// <summary>Common membership of a security organisation.</summary>
    SecurityOrganization,
    /// <summary>An armed conflict between the two.</summary>
    ArmedConflict,
    /// <summary>Troops of one stationed with the other, told from the yearly values.</summary>
    Deployment,
}
