using Entente.Measures;
using Entente.Record;
using Entente.Scenarios;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary>The system of states with what was learned of it up to an origin.</summary>
internal sealed class SystemSession
{
    private readonly string _panel;
    private readonly RollingForecaster _forecaster;

    private SystemSession(string panel, StateSystem system, RollingForecaster forecaster, Predictions made)
    {
        (_panel, System, _forecaster, Made) = (panel, system, forecaster, made);
        Origin = new SystemState(system, made.Origin.Year);
        if (made.Origin.Year == system.LastYear) PutToScores(panel);
    }

    public StateSystem System { get; }

    public int Year => Made.Origin.Year;

    public Predictions Made { get; }

    public SystemState Origin { get; }

    public DynamicsModel Dynamics => _forecaster.Dynamics!;

    public Innovations Innovations => _forecaster.Innovations();

    /// <summary>Reads the system and learns from every year up to the origin; null, with the reason said, where the origin is out of range.</summary>
    public static SystemSession? Open(string panel, string nowcasts, DateOnly? asOf)
    {
        StateSystem system = SystemStore.Read(panel, nowcasts);
        if (!NowcastStore.ReadModel(panel, nowcasts).IsOfPanel)
            Console.Error.WriteLine("The nowcasts were computed with another alignment model than the panel's; `entente forecast build` makes them anew. What is learned rests on the former, scores on the latter.");
        return Of(panel, system, DyadArguments.LastYear(asOf, system.LastYear));
    }

    /// <summary>Learns from every year of a system up to an origin.</summary>
    public static SystemSession? Of(string panel, StateSystem system, int origin)
    {
        if (origin < system.FirstYear + 8)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"Nothing can be learned from so few years: the record of alignments begins in {system.FirstYear}; --as-of takes {system.FirstYear + 8}-12-31 and later days."));
            return null;
        }
        var forecaster = new RollingForecaster(system);
        Predictions? made = null;
        for (int year = system.FirstYear; year <= origin; year++) made = forecaster.Advance(year);
        return new SystemSession(panel, system, forecaster, made!);
    }

    /// <summary>Sizes of shocks, from what had happened by the origin.</summary>
    public ShockSizes Sizes() => ShockSizeEstimator.Of(System, BreakStore.Read(_panel), PanelRecordStore.Open(_panel).ReadEpisodes()
        .SelectMany(d => d.Value.Where(e => e.Kind == EpisodeKind.ArmedConflict).Select(e => (d.Key, e))), Year);

    /// <summary>Position of a dyad with an alignment at the origin; null, with the reason said.</summary>
    public int? Position(UndirectedDyad dyad)
    {
        int one = System.IndexOf(dyad.First), other = System.IndexOf(dyad.Second);
        if (one >= 0 && other >= 0 && System.PositionOf(one, other) is var p && !float.IsNaN(Made.Origin.Score[p])) return p;
        foreach (StateId state in new[] { dyad.First, dyad.Second })
            if (StateRegistry.Default[state] is { ContinuedBy: { } next } ended && !ended.ExistedIn(Year))
                Console.Error.WriteLine(FormattableString.Invariant($"{ended.Name} does not exist in {Year}; {StateRegistry.Default[next].Name} ({next}) continues it."));
        Console.Error.WriteLine(FormattableString.Invariant($"The record gives no alignment of {dyad} in {Year}, so that there is nothing to forecast from."));
        return null;
    }

    // At the end of the record the scores printed everywhere are as free of hindsight as nowcasts, and differ from them by what the latter's window
    // settles (docs/methods.md): the world begins where they are, with the last year's change as it was.
    private void PutToScores(string panel)
    {
        AlignmentScale scale = AlignmentStore.OpenModel(panel).Scale;
        foreach (AlignmentRow row in AlignmentStore.Open(panel).ReadYear(Year, null))
        {
            int i = Array.IndexOf(Origin.Members, System.IndexOf(row.Dyad.First)), j = Array.IndexOf(Origin.Members, System.IndexOf(row.Dyad.Second));
            if (i < 0 || j < 0 || !Origin.Known[(i * Origin.Size) + j]) continue;
            float now = SystemState.Centred((float)scale.Score(row.Mean)), was = now - Origin.Alignment[(i * Origin.Size) + j] + Origin.Before[(i * Origin.Size) + j];
            foreach (int c in (ReadOnlySpan<int>)[(i * Origin.Size) + j, (j * Origin.Size) + i]) (Origin.Alignment[c], Origin.Before[c]) = (now, was);
        }
    }

    public static string NowcastsOf(DirectoryInfo? given) => given?.FullName ?? Path.Combine(AppContext.BaseDirectory, "data", "forecasts");
}
