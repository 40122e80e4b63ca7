using Entente.Record;

namespace Entente.Datasets;

/// <summary>A computed panel.</summary>
/// <param name="Datasets">What it was computed from.</param>
/// <param name="Rows">Dyad-years, by year and numbers.</param>
/// <param name="Episodes">Episodes, in a fixed order.</param>
/// <param name="States">State-years, by number and year.</param>
/// <param name="Proximities">Spells of distance and contiguity, by numbers and year.</param>
public sealed record BuiltPanel(IReadOnlyList<DatasetInfo> Datasets, IEnumerable<PanelRow> Rows, IReadOnlyList<PanelEpisode> Episodes,
    IReadOnlyList<PanelStateYear> States, IReadOnlyList<PanelProximity> Proximities);

/// <summary>Computes the dyadic panel from the datasets in a record directory; a dataset that is not there leaves its columns unknown.</summary>
/// <remarks>The same record gives the same rows in the same order.</remarks>
public sealed partial class PanelBuilder
{
    private readonly RecordDirectory _record;
    private readonly Action<string> _say;
    private readonly PanelGrid _grid = new(StateRegistry.Default);
    private readonly List<PanelEpisode> _episodes = [];

    private PanelBuilder(RecordDirectory record, Action<string> say) => (_record, _say) = (record, say);

    /// <summary>Computes the panel.</summary>
    /// <param name="record">The imported datasets.</param>
    /// <param name="say">Told what is being read, for a person who waits.</param>
    public static BuiltPanel Build(RecordDirectory record, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(record);
        var builder = new PanelBuilder(record, say);
        builder.ReadVotes();
        builder.ReadRegimes();
        builder.ReadTrade();
        builder.ReadTradeAgreements();
        builder.ReadSanctions();
        builder.ReadAlliances();
        builder.ReadDisputes();
        builder.ReadRivalries();
        builder.ReadArms();
        builder.ReadExercises();
        builder.ReadVisits();
        builder.ReadOrganizations();
        builder.ReadConflicts();
        builder.ReadTroops();
        builder.ReadNuclearCooperation();
        builder.ReadSignals();
        IReadOnlyList<PanelStateYear> states = builder.ReadStateYears();
        IReadOnlyList<PanelProximity> proximities = builder.ReadProximities();
        var episodes = builder._episodes
            .OrderBy(e => e.CowA).ThenBy(e => e.CowB).ThenBy(e => e.Episode.Kind).ThenBy(e => e.Episode.FirstYear)
            .ThenBy(e => e.Episode.RowKey, StringComparer.Ordinal).ThenBy(e => e.Episode.Label, StringComparer.Ordinal).ToList();
        say($"{builder._grid.Dropped} values of dyad-years outside the state system were passed over.");
        return new BuiltPanel(record.Datasets, builder._grid.Rows(), episodes, states, proximities);
    }

    /// <summary>Reads a dataset's rows, if it was imported; says how many were malformed.</summary>
    private bool ReadRows(string id, Action<DatasetTable> row)
    {
        DatasetDefinition definition = DatasetCatalogue.Find(id) ?? throw new KeyNotFoundException($"No dataset is called '{id}'.");
        if (_record.FileOf(definition) is not { } file)
        {
            _say($"{id}: not imported.");
            return false;
        }
        using var table = new DatasetTable(definition, file);
        while (table.Read()) row(table);
        _say(FormattableString.Invariant($"{id}: {table.Rows} rows, {table.Malformed} malformed."));
        return true;
    }

    private static DatasetInfo About(string id) => (DatasetCatalogue.Find(id) ?? throw new KeyNotFoundException($"No dataset is called '{id}'.")).About;

    private void AddEpisode(int one, int other, Episode episode)
    {
        if (one == other) return;
        _episodes.Add(new PanelEpisode(Math.Min(one, other), Math.Max(one, other), episode));
    }

    private static double? Higher(double? known, double value) => known is { } k && k >= value ? k : value;

    private static double? Plus(double? known, double value) => (known ?? 0) + value;
}
