using Entente.Measures;
using Entente.Reading;
using Entente.Record;
using Entente.Scenarios;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Forecasts;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;
using Entente.Storage;

namespace Entente.Questions;

/// <summary>The system of states at the end of the record, with what was learned of how it moves: what a scenario is run in. Immutable once open; thread-safe.</summary>
public sealed class ScenarioSystem
{
    private readonly StateSystem _system;
    private readonly DynamicsModel _dynamics;
    private readonly Innovations _innovations;
    private readonly SystemState _origin;

    private ScenarioSystem(StateSystem system, DynamicsModel dynamics, Innovations innovations, SystemState origin, ShockSizes sizes) =>
        (_system, _dynamics, _innovations, _origin, Sizes) = (system, dynamics, innovations, origin, sizes);

    /// <summary>The nowcasts that ship with the program.</summary>
    public static string ShippedNowcasts => Path.Combine(AppContext.BaseDirectory, "data", "forecasts");

    /// <summary>The last year known, after which a scenario begins.</summary>
    public int Year => _system.LastYear;

    /// <summary>Sizes of shocks that give none, from past turns.</summary>
    public ShockSizes Sizes { get; }

    /// <summary>Reads the system and learns from every year of it; takes some seconds.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="nowcasts">Directory of the nowcasts.</param>
    /// <exception cref="IOException">A file is missing; the message says how to make it.</exception>
    public static ScenarioSystem Open(ReferencePanel reference, string nowcasts)
    {
        ArgumentNullException.ThrowIfNull(reference);
        StateSystem system = SystemStore.Read(reference.Directory, nowcasts);
        var forecaster = new RollingForecaster(system);
        for (int year = system.FirstYear; year <= system.LastYear; year++) forecaster.Advance(year);
        ShockSizes sizes = ShockSizeEstimator.Of(system, BreakStore.Read(reference.Directory), reference.Record.ReadEpisodes()
            .SelectMany(d => d.Value.Where(e => e.Kind == EpisodeKind.ArmedConflict).Select(e => (d.Key, e))), system.LastYear);
        return new ScenarioSystem(system, forecaster.Dynamics!, forecaster.Innovations(), Origin(system, reference), sizes);
    }

    /// <summary>The shock that a line describes.</summary>
    /// <exception cref="ShockException">It describes none; the message says what can be written.</exception>
    public Shock Parse(string line) => ShockText.Parse(line, Sizes);

    /// <summary>The shocks that a conditional of a text supposes.</summary>
    /// <exception cref="ShockException">It supposes none that can be run; the message says why.</exception>
    public IReadOnlyList<Shock> Of(ConditionalObservation conditional) => ConditionalShocks.Of(conditional, Sizes, _system, _origin.Copy(), new DateOnly(Year, 12, 31));

    /// <summary>Runs shocks and tells what they do to a dyad and to those they drag along.</summary>
    /// <exception cref="ShockException">They cannot be run; the message says why.</exception>
    public ScenarioResult Run(UndirectedDyad dyad, IReadOnlyList<Shock> shocks, int years, ScenarioOptions options, CancellationToken cancellation)
    {
        SystemState origin = _origin.Copy();
        return ScenarioRunner.Run(_system, origin, _dynamics, _innovations, new ShockPlan(shocks, _system, origin, Year, years), dyad, options, cancellation);
    }

    // At the end of the record the scores printed everywhere are as free of hindsight as nowcasts, and differ from them by what the latter's window
    // settles (docs/methods.md): the world begins where they are, with the last year's change as it was.
    private static SystemState Origin(StateSystem system, ReferencePanel reference)
    {
        var origin = new SystemState(system, system.LastYear);
        foreach (AlignmentRow row in reference.Year(system.LastYear, null))
        {
            int i = Array.IndexOf(origin.Members, system.IndexOf(row.Dyad.First)), j = Array.IndexOf(origin.Members, system.IndexOf(row.Dyad.Second));
            if (i < 0 || j < 0 || !origin.Known[(i * origin.Size) + j]) continue;
            float now = SystemState.Centred((float)reference.Model.Scale.Score(row.Mean)), was = now - origin.Alignment[(i * origin.Size) + j] + origin.Before[(i * origin.Size) + j];
            foreach (int c in (ReadOnlySpan<int>)[(i * origin.Size) + j, (j * origin.Size) + i]) (origin.Alignment[c], origin.Before[c]) = (now, was);
        }
        return origin;
    }
}
