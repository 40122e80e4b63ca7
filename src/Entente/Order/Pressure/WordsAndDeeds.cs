using System.Collections.Immutable;
using System.Globalization;
using Entente.Reading;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>
/// What officials of one state are quoted as saying of the two, beside what moved in the same years: votes, trade, arms. Strength: half the gap between the balance of words
/// (closeness less distance, −1 to 1) and the mean direction of deeds (−1, 0 or 1 each), of 100; only where words run ahead.
/// </summary>
internal static class WordsAndDeeds
{
    private const int LeastWords = 2, Cited = 4, YearsOfDeeds = 3;

    public static IEnumerable<PressurePoint> Find(PressureInput input)
    {
        foreach ((StateId speaker, StateId other) in ((StateId, StateId)[])[(input.A, input.B), (input.B, input.A)])
        {
            var said = input.Observations.Where(o => o.Observation is QuotationObservation { About: { } about, SpeakerState: { } s } q && about.Dyad == input.Dyad && Today(s) == speaker
                && about.Tone is Direction.Closer or Direction.Apart && q.Attitude is Attitude.Speech or Attitude.Demand && o.Document.Published is not null).ToList();
            int closer = said.Count(o => Tone(o) == Direction.Closer), apart = said.Count - closer;
            if (said.Count < LeastWords || closer <= apart) continue;
            int from = said.Min(o => o.Document.Published!.Value.Year), to = said.Max(o => o.Document.Published!.Value.Year);
            var deeds = Deeds(input, speaker, other, from, to).ToList();
            if (deeds.Count == 0) continue;
            double words = (closer - apart) / (double)said.Count, done = deeds.Average(d => d.Direction);
            if (words <= done) continue;
            string name = input.Network.NameOf(speaker), partner = input.Network.NameOf(other);
            yield return new PressurePoint($"words:{speaker}", PressureKind.WordsAgainstDeeds, $"{name}'s officials speak of closeness to {partner}; what was done lags",
                string.Create(CultureInfo.InvariantCulture, $"{name}'s officials are quoted {closer} time{(closer == 1 ? "" : "s")} on closeness and {apart} on distance ({Years(from, to)}). Meanwhile {string.Join("; ", deeds.Select(d => d.Text))}."),
                50 * (words - done), from, to,
                [.. said.OrderByDescending(o => o.Document.Published).ThenBy(o => o.Observation.Id, StringComparer.Ordinal).Take(Cited).Select(o => new TextEvidence(o)), .. deeds.SelectMany(d => d.Evidence)], null);
        }
    }

    private static Direction Tone(StoredObservation stored) => ((QuotationObservation)stored.Observation).About!.Tone;

    // Change over the years of the words and those before them, as the record has them.
    private static IEnumerable<(int Direction, string Text, ImmutableArray<PressureEvidence> Evidence)> Deeds(PressureInput input, StateId speaker, StateId other, int from, int to)
    {
        if (Change(input, Indicators.VoteAgreement, input.Dyad.First, from, to, 0.02) is { } votes) yield return Told("agreement of votes", votes, "0.00");
        if (Change(input, Indicators.TradeDependence, speaker, from, to, 0.005) is { } trade) yield return Told($"{input.Network.NameOf(speaker)}'s share of trade with {input.Network.NameOf(other)}", trade, "P1");
        if (Change(input, Indicators.ArmsTransfers, speaker, from, to, 5) is { } arms) yield return Told($"{input.Network.NameOf(speaker)}'s deliveries of arms (million TIV)", arms, "0");
    }

    private static (int Direction, string Text, ImmutableArray<PressureEvidence> Evidence) Told(string what, (PanelEvidence Then, PanelEvidence Now, double Least) change, string format)
    {
        double difference = change.Now.Value - change.Then.Value;
        int direction = Math.Abs(difference) < change.Least ? 0 : Math.Sign(difference);
        string verb = direction switch { > 0 => "rose", < 0 => "fell", _ => "hardly moved" };
        return (direction, string.Create(CultureInfo.InvariantCulture, $"{what} {verb}, {change.Then.Value.ToString(format, CultureInfo.InvariantCulture)} in {change.Then.Year} and {change.Now.Value.ToString(format, CultureInfo.InvariantCulture)} in {change.Now.Year}"), [change.Then, change.Now]);
    }

    private static (PanelEvidence Then, PanelEvidence Now, double Least)? Change(PressureInput input, Indicator indicator, StateId source, int from, int to, double least)
    {
        PanelEvidence? At(int first, int last, int step)
        {
            for (int year = first; step > 0 ? year <= last : year >= last; year += step)
            {
                if (year < input.Panel.FirstYear || year > input.Panel.LastYear) continue;
                Measurement value = indicator.Directed ? input.Panel[indicator, source, year] : input.Panel[indicator, year];
                if (value.IsKnown) return new PanelEvidence(indicator, input.Dyad, source, year, value.Value);
            }
            return null;
        }
        return At(from - YearsOfDeeds, from - 1, 1) is { } then && At(to, from, -1) is { } now ? (then, now, least) : null;
    }

    private static string Years(int from, int to) => from == to ? from.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from}–{to}");

    private static StateId Today(StateId state)
    {
        while (StateRegistry.Default.Find(state)?.ContinuedBy is { } next) state = next;
        return state;
    }
}
