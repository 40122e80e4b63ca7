using System.Globalization;
using Entente.Measures;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>Old rifts and rivalries that go on. Strength: the highest hostility of the rift, of 5, halved for every 25 years since it ended; a rivalry that goes on keeps it whole.</summary>
internal static class Rifts
{
    /// <summary>Points of a score that are none.</summary>
    public const double Rounding = 0.05;

    private const double HalfLife = 25, RivalryAlone = 2;
    private const int Cited = 6;

    /// <summary>The rifts of the two, with their ids.</summary>
    public static IEnumerable<(string Id, Phase Phase)> Of(PressureInput input) =>
        input.Phases.Where(p => p.Kind == PhaseKind.Rift).Select(p => (string.Create(CultureInfo.InvariantCulture, $"rift:{p.FirstYear}"), p));

    /// <summary>The record without the rivalry, disputes and conflicts of a rift's years.</summary>
    public static DyadPanel Undone(DyadPanel panel, Phase rift) => PressureFinder.Changed(panel, (indicator, _, year, value) =>
        value.IsKnown && year >= rift.FirstYear && year <= (rift.LastYear ?? int.MaxValue)
            && (indicator == Indicators.Rivalry || indicator == Indicators.DisputeHostility || indicator == Indicators.ArmedConflict) ? Measurement.Of(0) : value);

    public static IEnumerable<PressurePoint> Find(PressureInput input)
    {
        foreach ((string id, Phase rift) in Of(input))
        {
            Episode[] force = [.. rift.Episodes.Where(e => e.Kind is EpisodeKind.Dispute or EpisodeKind.ArmedConflict).OrderByDescending(e => e.Level).ThenByDescending(e => e.FirstYear)];
            double hostility = force.Where(e => e.Kind == EpisodeKind.Dispute).Select(e => e.Level).DefaultIfEmpty(RivalryAlone).Max();
            bool open = rift.LastYear is null;
            double strength = 20 * hostility * (open ? 1 : Math.Pow(2, -(input.Year - rift.LastYear!.Value) / HalfLife));
            Episode? last = force.MaxBy(e => e.LastYear ?? e.FirstYear);
            string fought = force.Length == 0 ? "no use of force in the record"
                : string.Create(CultureInfo.InvariantCulture, $"{force.Length} dispute{(force.Length == 1 ? "" : "s")} with force, the worst {Word(hostility)}, the last in {last!.LastYear ?? last.FirstYear}");
            // Hostility taken out cannot make two states more hostile: where the model says so, it has not understood, and there is no figure.
            PressureEffect? effect = input.Score(input.Panel) is { } with && input.Score(Undone(input.Panel, rift)) is { } without && without >= with - Rounding ? new PressureEffect(PressureFinder.ScoreName, with, without) : null;
            yield return new PressurePoint(id, open ? PressureKind.OpenClaim : PressureKind.OldRift,
                open ? string.Create(CultureInfo.InvariantCulture, $"A rivalry since {rift.FirstYear} that the record does not see ended")
                    : string.Create(CultureInfo.InvariantCulture, $"The rift of {rift.FirstYear}–{rift.LastYear}, over and remembered"),
                string.Create(CultureInfo.InvariantCulture, $"{rift.Name}: {fought}.{(open ? "" : $" It ended {input.Year - rift.LastYear} years before.")}"),
                strength, rift.FirstYear, rift.LastYear ?? input.Year,
                [.. rift.Episodes.OrderByDescending(e => e.Level).ThenByDescending(e => e.FirstYear).Take(Cited).OrderBy(e => e.FirstYear).Select(e => new EpisodeEvidence(e))], effect);
        }
    }

    private static string Word(double hostility) => hostility switch { >= 5 => "a war", >= 4 => "a use of force", >= 3 => "a display of force", _ => "a threat" };
}
