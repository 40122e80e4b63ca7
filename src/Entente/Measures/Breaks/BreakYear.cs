using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures.Breaks;

/// <summary>A dyad's year as the finder weighs it for one direction.</summary>
/// <param name="Year">The year.</param>
/// <param name="Heard">For each kind of signal the strongest of the year and, at <see cref="BreakYears.Beside"/>, of the years beside it; null where there is none.</param>
/// <param name="Sizes">Their sizes, lessened where they are of a year beside; 0 where there is none.</param>
/// <param name="Circumstances">The circumstances (<see cref="BreakModel.Circumstances"/>).</param>
internal sealed record BreakYear(int Year, ImmutableArray<BreakSignal?> Heard, double[] Sizes, double[] Circumstances)
{
    /// <summary>Whether any signal of the year speaks for a turn.</summary>
    public bool IsHeard(TurnWeights weights)
    {
        for (int i = 0; i < Sizes.Length; i++)
            if (weights.Signals[i] * Sizes[i] > 0) return true;
        return false;
    }

    /// <summary>Log-odds of a turn.</summary>
    public double Score(TurnWeights weights)
    {
        double score = weights.Intercept;
        for (int i = 0; i < Sizes.Length; i++) score += weights.Signals[i] * Sizes[i];
        for (int i = 0; i < Circumstances.Length; i++) score += weights.Circumstances[i] * Circumstances[i];
        return score;
    }
}

/// <summary>Lays a dyad's evidence out by year.</summary>
internal static class BreakYears
{
    /// <summary>How much a signal of the year before or after counts.</summary>
    public const double Beside = 0.6;

    /// <summary>Every year of a dyad from the first to the last, for one direction.</summary>
    public static List<BreakYear> Of(BreakEvidence evidence, Turn turn, int fromYear)
    {
        ImmutableArray<string> ids = BreakModel.SignalsOf(turn);
        var index = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
        // A dyad turns only in years of which anything is known.
        int first = Math.Max(fromYear, evidence.Series?.FirstYear ?? fromYear), last = Math.Min(evidence.UntilYear, evidence.Series?.LastYear ?? evidence.UntilYear);
        var strongest = new BreakSignal?[Math.Max(0, last - first + 1), ids.Length];
        foreach (BreakSignal s in EpisodeSignals.Of(evidence.Episodes, evidence.UntilYear).Concat(SeriesSignals.Of(evidence)))
        {
            if (s.Turn != turn || s.Year < first || s.Year > last) continue;
            ref BreakSignal? known = ref strongest[s.Year - first, index[s.Id]];
            if (known is null || known.Size < s.Size) known = s;
        }
        var years = new List<BreakYear>();
        for (int year = first; year <= last; year++)
        {
            var heard = new BreakSignal?[ids.Length];
            var sizes = new double[ids.Length];
            for (int i = 0; i < ids.Length; i++)
                for (int y = Math.Max(first, year - 1); y <= Math.Min(last, year + 1); y++)
                    if (strongest[y - first, i] is { } s && s.Size * (y == year ? 1 : Beside) is var size && size > sizes[i]) (heard[i], sizes[i]) = (s, size);
            years.Add(new BreakYear(year, [.. heard], sizes, Circumstances(evidence, year)));
        }
        return years;
    }

    private static double[] Circumstances(BreakEvidence e, int year)
    {
        double before = Enumerable.Range(year - 3, 3).Select(y => e.Series?.Mean(y, null) ?? double.NaN).Where(v => !double.IsNaN(v)).DefaultIfEmpty(-0.5).Average();
        double[] cinc = [.. e.Context.Of(e.Dyad, Math.Min(year, 2022)).Select(s => Math.Log10(Math.Max(s.Capabilities ?? 1e-5, 1e-5)) + 3)];
        return
        [
            Math.Max(0, before + 0.5), Math.Max(0, -0.5 - before),
            e.Episodes.Any(x => x.Kind == EpisodeKind.Rivalry && x.FirstYear < year && (x.LastYear ?? int.MaxValue) >= year) ? 1 : 0,
            Disputes(year - 10, year - 2), Disputes(year + 2, Math.Min(e.UntilYear, year + 10)),
            IsSettled() ? 1 : 0,
            e.Context.AreNeighbours(year) ? 1 : 0, cinc.Length == 0 ? 0 : cinc.Max(), cinc.Length == 0 ? -1 : cinc.Min(),
        ];

        // Allies who have not come near to blows for twenty years.
        bool IsSettled() => e.Episodes.Any(x => x is { Kind: EpisodeKind.Alliance, Level: >= 3 } && x.FirstYear < year && (x.LastYear ?? int.MaxValue) >= year)
            && !e.Episodes.Any(x => (x.Kind == EpisodeKind.Rivalry || x is { Kind: EpisodeKind.Dispute, Level: >= 4 }) && x.FirstYear <= year && (x.LastYear ?? int.MaxValue) >= year - 20);

        double Disputes(int from, int to) => Math.Log(1 + e.Episodes.Count(x => x.Kind == EpisodeKind.Dispute && x.FirstYear >= from && x.FirstYear <= to));
    }
}
