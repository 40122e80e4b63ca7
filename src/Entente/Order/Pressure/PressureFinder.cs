using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>Finds the weak places of the alignment of two states, strongest first.</summary>
public static class PressureFinder
{
    /// <summary>A pressure point below it is left out.</summary>
    public const double Least = 2;

    /// <summary>Id of the asymmetry of trade.</summary>
    public const string Trade = Dependence.TradeId;

    /// <summary>All of them.</summary>
    public static ImmutableArray<PressurePoint> Find(PressureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        IEnumerable<PressurePoint> all = [.. ThirdStates.Find(input), .. Dependence.Find(input), .. Rifts.Find(input), .. Reputations.Find(input), .. WordsAndDeeds.Find(input)];
        return [.. all.Where(p => p.Strength >= Least).OrderByDescending(p => p.Strength).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>What taking several away at once would do: to the score of the two, and to what third states do together.</summary>
    /// <param name="input">As for <see cref="Find"/>.</param>
    /// <param name="without">Ids of those taken away.</param>
    public static ImmutableArray<PressureEffect> Without(PressureInput input, IReadOnlyCollection<string> without)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(without);
        DyadPanel changed = input.Panel;
        if (without.Contains(Dependence.TradeId, StringComparer.Ordinal)) changed = Dependence.Mutual(changed);
        DyadPanel mutual = changed;
        foreach (var rift in Rifts.Of(input).Where(r => without.Contains(r.Id, StringComparer.Ordinal))) changed = Rifts.Undone(changed, rift.Phase);
        var effects = ImmutableArray.CreateBuilder<PressureEffect>();
        if (changed != input.Panel && input.Score(input.Panel) is { } with && input.Score(changed) is { } score
            && (changed == mutual || score >= with - Rifts.Rounding)) effects.Add(new PressureEffect(ScoreName, with, score));
        StateId[] gone = [.. ThirdStates.Of(input).Where(t => without.Contains(ThirdStates.IdOf(t), StringComparer.Ordinal)).Select(t => t.State)];
        if (gone.Length > 0 && ThirdStates.Pull(input, []) is { } pull && ThirdStates.Pull(input, gone) is { } less) effects.Add(new PressureEffect(PullName, pull, less));
        return effects.ToImmutable();
    }

    internal const string ScoreName = "alignment of the two, 0 to 100";
    internal const string PullName = "pull of third states together, in points (above 0 closer, below apart)";

    /// <summary>The record with some values otherwise.</summary>
    internal static DyadPanel Changed(DyadPanel panel, Func<Indicator, StateId, int, Measurement, Measurement> change)
    {
        var cells = ImmutableArray.CreateBuilder<Measurement>((panel.LastYear - panel.FirstYear + 1) * PanelColumns.All.Length);
        for (int year = panel.FirstYear; year <= panel.LastYear; year++)
            foreach (PanelColumn column in PanelColumns.All)
            {
                StateId source = column.Forward ? panel.Dyad.First : panel.Dyad.Second;
                Measurement value = column.Indicator.Directed ? panel[column.Indicator, source, year] : panel[column.Indicator, year];
                cells.Add(change(column.Indicator, source, year, value));
            }
        return new DyadPanel(panel.Dyad, panel.FirstYear, panel.LastYear, cells.MoveToImmutable(), panel.Episodes);
    }
}
