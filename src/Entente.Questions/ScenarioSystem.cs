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

/// <summary>The system of states at the end of a year, with what was learned up to then of how it moves: what forecasts and scenarios start from. Immutable once open; thread-safe.</summary>
public sealed class ScenarioSystem
{
    /// <summary>Years that must have been learned from.</summary>
    private const int LeastYears = 8;

    private readonly StateSystem _system;
    private readonly DynamicsModel _dynamics;
    private readonly Innovations _innovations;
    private readonly SystemState _origin;
    private readonly Lazy<ShockSizes> _sizes;

    private ScenarioSystem(ReferencePanel reference, StateSystem system, RollingForecaster learned, Predictions forecasts, bool isOfPanel)
    {
        (_system, _dynamics, _innovations, Forecasts, IsOfPanel) = (system, learned.Dynamics!, learned.Innovations(), forecasts, isOfPanel);
        _origin = Origin(system, reference, Year);
        _sizes = new(() => ShockSizeEstimator.Of(system, BreakStore.Read(reference.Directory), reference.Record.ReadEpisodes()
            .SelectMany(d => d.Value.Where(e => e.Kind == EpisodeKind.ArmedConflict).Select(e => (d.Key, e))), Year));
    }

    /// <summary>The nowcasts that ship with the program.</summary>
    public static string ShippedNowcasts => Path.Combine(AppContext.BaseDirectory, "data", "forecasts");

    /// <summary>The year everything begins after.</summary>
    public int Year => Forecasts.Origin.Year;

    /// <summary>States that exist at the origin.</summary>
    public int Size => _origin.Size;

    /// <summary>Forecasts of every dyad from the origin.</summary>
    public Predictions Forecasts { get; }

    /// <summary>Whether the nowcasts were computed with the panel's own alignment model; if not, what is learned rests on theirs and scores on the panel's.</summary>
    public bool IsOfPanel { get; }

    /// <summary>Sizes of shocks that give none, from turns that had happened by the origin.</summary>
    public ShockSizes Sizes => _sizes.Value;

    /// <summary>Reads the system and learns from every year up to the last complete one; takes some seconds.</summary>
    /// <param name="reference">The panel.</param>
    /// <param name="nowcasts">Directory of the nowcasts.</param>
    /// <param name="asOf">Begin after the last whole year before this day, from nothing later; null for the end of the record.</param>
    /// <exception cref="IOException">A file is missing; the message says how to make it.</exception>
    /// <exception cref="ShockException">The day is too early to have learned anything.</exception>
    public static ScenarioSystem Open(ReferencePanel reference, string nowcasts, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(reference);
        StateSystem system = SystemStore.Read(reference.Directory, nowcasts);
        int origin = ReferencePanel.LastYear(asOf, system.LastYear);
        if (origin < system.FirstYear + LeastYears)
            throw new ShockException(FormattableString.Invariant($"Nothing can be learned from so few years: the record of alignments begins in {system.FirstYear}; --as-of takes {system.FirstYear + LeastYears}-12-31 and later days."));
        var learned = new RollingForecaster(system);
        for (int year = system.FirstYear; year < origin; year++) learned.Pass(year);
        return new ScenarioSystem(reference, system, learned, learned.Advance(origin), NowcastStore.ReadModel(reference.Directory, nowcasts).IsOfPanel);
    }

    /// <summary>Position of a dyad with an alignment at the origin.</summary>
    /// <exception cref="ShockException">It has none; the message says why.</exception>
    public int PositionOf(UndirectedDyad dyad)
    {
        int one = _system.IndexOf(dyad.First), other = _system.IndexOf(dyad.Second);
        if (one >= 0 && other >= 0 && _system.PositionOf(one, other) is var p && !float.IsNaN(Forecasts.Origin.Score[p])) return p;
        string ended = string.Concat(new[] { dyad.First, dyad.Second }.Select(s => StateRegistry.Default[s])
            .Where(s => s.ContinuedBy is not null && !s.ExistedIn(Year)).Select(s => FormattableString.Invariant($" {s.Name} does not exist in {Year}; {StateRegistry.Default[s.ContinuedBy!.Value].Name} ({s.ContinuedBy}) continues it.")));
        throw new ShockException(FormattableString.Invariant($"The record gives no alignment of {dyad} in {Year}, so that there is nothing to go on from.{ended}"));
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
    private static SystemState Origin(StateSystem system, ReferencePanel reference, int year)
    {
        var origin = new SystemState(system, year);
        if (year < system.LastYear) return origin;
        foreach (AlignmentRow row in reference.Year(year, null))
        {
            int i = Array.IndexOf(origin.Members, system.IndexOf(row.Dyad.First)), j = Array.IndexOf(origin.Members, system.IndexOf(row.Dyad.Second));
            if (i < 0 || j < 0 || !origin.Known[(i * origin.Size) + j]) continue;
            float now = SystemState.Centred((float)reference.Model.Scale.Score(row.Mean)), was = now - origin.Alignment[(i * origin.Size) + j] + origin.Before[(i * origin.Size) + j];
            foreach (int c in (ReadOnlySpan<int>)[(i * origin.Size) + j, (j * origin.Size) + i]) (origin.Alignment[c], origin.Before[c]) = (now, was);
        }
        return origin;
    }
}
