using System.Globalization;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>Where one of the two depends more on the other than the other way round: trade and arms. Strength is the difference of shares in percentage points.</summary>
internal static class Dependence
{
    public const string TradeId = "trade", ArmsId = "arms";

    private const int YearsBack = 15;

    public static IEnumerable<PressurePoint> Find(PressureInput input)
    {
        if (Trade(input) is { } trade) yield return trade;
        if (Arms(input) is { } arms) yield return arms;
    }

    /// <summary>The record with both as dependent as the more dependent is, in every year.</summary>
    public static DyadPanel Mutual(DyadPanel panel) => PressureFinder.Changed(panel, (indicator, source, year, value) =>
    {
        if (indicator != Indicators.TradeDependence) return value;
        Measurement other = panel[indicator, source == panel.Dyad.First ? panel.Dyad.Second : panel.Dyad.First, year];
        return value.IsKnown && other.IsKnown ? Measurement.Of(Math.Max(value.Value, other.Value)) : value;
    });

    private static PressurePoint? Trade(PressureInput input)
    {
        for (int year = Math.Min(input.Panel.LastYear, input.Year); year >= Math.Max(input.Panel.FirstYear, input.Year - YearsBack); year--)
        {
            Measurement a = input.Panel[Indicators.TradeDependence, input.A, year], b = input.Panel[Indicators.TradeDependence, input.B, year];
            if (!a.IsKnown || !b.IsKnown || a.Value == b.Value) continue;
            (StateId weak, StateId strong, double high, double low) = a.Value > b.Value ? (input.A, input.B, a.Value, b.Value) : (input.B, input.A, b.Value, a.Value);
            string of = input.Network.NameOf(weak), on = input.Network.NameOf(strong);
            string times = low > 0 ? string.Create(CultureInfo.InvariantCulture, $", {high / low:0.0} times less") : "";
            PressureEffect? effect = input.Score(input.Panel) is { } with && input.Score(Mutual(input.Panel)) is { } without ? new PressureEffect(PressureFinder.ScoreName, with, without) : null;
            return new PressurePoint(TradeId, PressureKind.Asymmetry, $"{of} depends on {on} for trade, and less the other way",
                string.Create(CultureInfo.InvariantCulture, $"In {year}, the last year known, {on} made up {high:P1} of {of}'s trade, {of} {low:P1} of {on}'s{times}."),
                100 * (high - low), year, year,
                [new PanelEvidence(Indicators.TradeDependence, input.Dyad, weak, year, high), new PanelEvidence(Indicators.TradeDependence, input.Dyad, strong, year, low)], effect);
        }
        return null;
    }

    private static PressurePoint? Arms(PressureInput input)
    {
        if (input.Arms is not var (a, b) || a.All + b.All <= 0 || a.Share == b.Share) return null;
        (StateId weak, StateId strong, ArmsImports much, ArmsImports little) = a.Share > b.Share ? (input.A, input.B, a, b) : (input.B, input.A, b, a);
        string of = input.Network.NameOf(weak), on = input.Network.NameOf(strong);
        int last = much.LastYear;
        while (last > much.FirstYear && !(input.Panel[Indicators.ArmsTransfers, strong, last] is { IsKnown: true, Value: > 0 })) last--;
        Measurement delivered = input.Panel[Indicators.ArmsTransfers, strong, last];
        string back = little.All > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{of} delivered {little.Share:P0} of what {on} took in")
            : $"{on} took in none";
        return new PressurePoint(ArmsId, PressureKind.Asymmetry, $"{of} depends on {on} for arms",
            string.Create(CultureInfo.InvariantCulture, $"From {much.FirstYear} to {much.LastYear} {on} delivered {much.Share:P0} of the arms {of} took in ({much.FromPartner:0} of {much.All:0} million TIV); {back}."),
            100 * (much.Share - little.Share), much.FirstYear, much.LastYear,
            delivered.IsKnown ? [new PanelEvidence(Indicators.ArmsTransfers, input.Dyad, strong, last, delivered.Value)] : [], null);
    }
}
