using Entente.Record;

namespace Entente.Datasets;

/// <summary>The panel while it is computed: which dyads existed when, and a cell for each indicator.</summary>
/// <remarks>A dyad-year exists when both Correlates of War numbers were members on some day of the year; what is said of others is dropped and counted.</remarks>
internal sealed class PanelGrid
{
    /// <summary>First year of alliances and disputes.</summary>
    public const int EarliestYear = 1816;

    /// <summary>First year of everything else.</summary>
    public const int FirstYear = 1946;

    /// <summary>Last year.</summary>
    public const int LastYear = 2024;

    private const int Years = LastYear - EarliestYear + 1;

    private readonly int[] _cows;
    private readonly Dictionary<int, int> _index = [];
    private readonly bool[][] _member;
    private readonly double?[]?[] _cells;

    public PanelGrid(StateRegistry registry)
    {
        _cows = [.. registry.All.Select(s => s.Cow).Distinct().Order()];
        for (int i = 0; i < _cows.Length; i++) _index[_cows[i]] = i;
        _member = [.. _cows.Select(cow => Enumerable.Range(EarliestYear, Years).Select(y => registry.ByCow(cow, y) is not null).ToArray())];
        _cells = new double?[Years * _cows.Length * _cows.Length][];
    }

    /// <summary>Values said of dyad-years that do not exist.</summary>
    public long Dropped { get; private set; }

    public bool IsMember(int cow, int year) => year is >= EarliestYear and <= LastYear && _index.TryGetValue(cow, out int i) && _member[i][year - EarliestYear];

    /// <summary>The members of a year, by number.</summary>
    public int[] Members(int year) => [.. _cows.Where(c => IsMember(c, year))];

    /// <summary>Changes the value from one state to the other (undirected indicators: in either order).</summary>
    public void Set(Indicator indicator, int source, int target, int year, Func<double?, double?> change)
    {
        if (source == target || !IsMember(source, year) || !IsMember(target, year))
        {
            Dropped++;
            return;
        }
        int a = Math.Min(source, target);
        int column = PanelColumns.IndexOf(indicator.Id, !indicator.Directed || source == a);
        ref double?[]? cells = ref _cells[Slot(a, Math.Max(source, target), year)];
        cells ??= new double?[PanelColumns.All.Length];
        cells[column] = change(cells[column]);
    }

    /// <summary>Puts zero where nothing is said, in the years in which silence means none.</summary>
    public void ZeroWhereSilent(Indicator indicator, int firstYear, int lastYear)
    {
        for (int year = Math.Max(firstYear, EarliestYear); year <= Math.Min(lastYear, LastYear); year++)
            ForEachDyad(year, (a, b) =>
            {
                Set(indicator, a, b, year, v => v ?? 0);
                if (indicator.Directed) Set(indicator, b, a, year, v => v ?? 0);
            });
    }

    /// <summary>Every dyad of a year, lower number first.</summary>
    public void ForEachDyad(int year, Action<int, int> visit)
    {
        int[] members = Members(year);
        for (int i = 0; i < members.Length; i++)
            for (int j = i + 1; j < members.Length; j++) visit(members[i], members[j]);
    }

    /// <summary>What the columns of some indicators hold, column after column.</summary>
    public IReadOnlyList<PanelCells> Cells(IEnumerable<Indicator> indicators)
    {
        var columns = new List<PanelCells>();
        foreach (int column in Enumerable.Range(0, PanelColumns.All.Length).Where(c => indicators.Contains(PanelColumns.All[c].Indicator)))
        {
            var slots = new List<int>();
            var values = new List<double>();
            for (int slot = 0; slot < _cells.Length; slot++)
            {
                if (_cells[slot]?[column] is not { } value) continue;
                slots.Add(slot);
                values.Add(value);
            }
            columns.Add(new PanelCells(PanelColumns.All[column].Name, [.. slots], [.. values]));
        }
        return columns;
    }

    /// <summary>Puts columns in place as <see cref="Cells"/> gave them.</summary>
    public void Put(IEnumerable<PanelCells> columns, long dropped)
    {
        foreach (PanelCells cells in columns)
        {
            int column = Enumerable.Range(0, PanelColumns.All.Length).First(c => PanelColumns.All[c].Name == cells.Column);
            for (int i = 0; i < cells.Slots.Length; i++) (_cells[cells.Slots[i]] ??= new double?[PanelColumns.All.Length])[column] = cells.Values[i];
        }
        Dropped += dropped;
    }

    /// <summary>The rows, by year and numbers.</summary>
    public IEnumerable<PanelRow> Rows()
    {
        for (int year = EarliestYear; year <= LastYear; year++)
        {
            int[] members = Members(year);
            for (int i = 0; i < members.Length; i++)
                for (int j = i + 1; j < members.Length; j++)
                    yield return new PanelRow(members[i], members[j], year, _cells[Slot(members[i], members[j], year)] ?? new double?[PanelColumns.All.Length]);
        }
    }

    private int Slot(int a, int b, int year) => ((((year - EarliestYear) * _cows.Length) + _index[a]) * _cows.Length) + _index[b];
}
