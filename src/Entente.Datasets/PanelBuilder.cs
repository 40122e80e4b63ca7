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
    private readonly List<PanelStateYear> _states = [];
    private readonly List<PanelProximity> _proximities = [];

    private PanelBuilder(RecordDirectory record, Action<string> say) => (_record, _say) = (record, say);

    /// <summary>What the panel is made of, in the order in which it is read: each step fills the columns of its indicators and nothing else.</summary>
    private static readonly PanelStep[] s_steps =
    [
        new("votes", ["unga-votes"], [Indicators.VoteAgreement], b => b.ReadVotes()),
        new("regimes", ["regimes"], [Indicators.RegimeSimilarity], b => b.ReadRegimes()),
        new("trade", ["trade", "trade-itpde"], [Indicators.TradeDependence], b => b.ReadTrade()),
        new("trade agreements", ["desta"], [Indicators.TradeAgreement], b => b.ReadTradeAgreements()),
        new("sanctions", ["sanctions", "igo-spells"], [Indicators.Sanctions], b => b.ReadSanctions()),
        new("alliances", ["atop", "atop-members"], [Indicators.Alliance], b => b.ReadAlliances()),
        new("disputes", ["mid"], [Indicators.DisputeHostility], b => b.ReadDisputes()),
        new("rivalries", ["rivalries"], [Indicators.Rivalry], b => b.ReadRivalries()),
        new("arms", ["arms"], [Indicators.ArmsTransfers], b => b.ReadArms()),
        new("exercises", ["exercises"], [Indicators.JointExercises], b => b.ReadExercises()),
        new("visits", ["visits-us", "visits-china", "visits-us-state"], [Indicators.LeaderVisits, Indicators.MinisterVisits], b => b.ReadVisits()),
        new("organizations", ["igo", "igo-spells"], [Indicators.SharedOrganizations], b => b.ReadOrganizations()),
        new("conflicts", ["conflicts", "state-codes"], [Indicators.ArmedConflict], b => b.ReadConflicts()),
        new("troops", ["troops"], [Indicators.Troops], b => b.ReadTroops()),
        new("nuclear cooperation", ["nuclear-cooperation"], [Indicators.NuclearCooperation], b => b.ReadNuclearCooperation()),
        new("signals", ["signals"], [], b => b.ReadSignals()),
        new("context of states", ["capabilities", "regimes", "leaders-reign", "regime-spells"], [], b => b._states.AddRange(b.ReadStateYears())),
        new("context of dyads", ["distance", "contiguity"], [], b => b._proximities.AddRange(b.ReadProximities())),
    ];

    /// <summary>Whether a dataset has a part in the panel.</summary>
    public static bool Uses(string datasetId) => s_steps.Any(s => s.Datasets.Contains(datasetId, StringComparer.Ordinal));

    /// <summary>Computes the panel.</summary>
    /// <param name="record">The imported datasets.</param>
    /// <param name="say">Told what is being read, for a person who waits.</param>
    /// <param name="cache">Keeps columns, so that only those are computed whose datasets changed; null computes all. The panel is the same.</param>
    public static BuiltPanel Build(RecordDirectory record, Action<string> say, ColumnCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(say);
        var builder = new PanelBuilder(record, say);
        DatasetInfo[] used = [.. record.Datasets.Where(d => Uses(d.Id))];
        foreach (PanelStep step in s_steps) builder.Take(step, used, cache);
        cache?.Forget();
        var episodes = builder._episodes
            .OrderBy(e => e.CowA).ThenBy(e => e.CowB).ThenBy(e => e.Episode.Kind).ThenBy(e => e.Episode.FirstYear)
            .ThenBy(e => e.Episode.RowKey, StringComparer.Ordinal).ThenBy(e => e.Episode.Label, StringComparer.Ordinal).ToList();
        say($"{builder._grid.Dropped} values of dyad-years outside the state system were passed over.");
        return new BuiltPanel(used, builder._grid.Rows(), episodes, builder._states, builder._proximities);
    }

    private void Take(PanelStep step, DatasetInfo[] used, ColumnCache? cache)
    {
        string key = ColumnCache.Key(step, used);
        if (cache?.Find(key) is { } kept)
        {
            _grid.Put(kept.Cells, kept.Dropped);
            _episodes.AddRange(kept.Episodes);
            _states.AddRange(kept.States);
            _proximities.AddRange(kept.Proximities);
            _say($"{step.Name}: as before, nothing of {string.Join(", ", step.Datasets)} has changed.");
            return;
        }
        long dropped = _grid.Dropped;
        (int episodes, int states, int proximities) = (_episodes.Count, _states.Count, _proximities.Count);
        step.Read(this);
        cache?.Keep(key, new PanelPart(_grid.Cells(step.Indicators), _grid.Dropped - dropped, _episodes[episodes..], _states[states..], _proximities[proximities..]));
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
