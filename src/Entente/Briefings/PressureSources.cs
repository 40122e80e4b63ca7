using System.Globalization;
using Entente.Order.Pressure;
using Entente.Record;

namespace Entente.Briefings;

/// <summary>Evidence of pressure points in words, with what <c>entente explain</c> or <c>entente show</c> takes.</summary>
internal static class PressureSources
{
    /// <summary>Text, detail, and a name to explain it by; null where the row is named in the detail.</summary>
    public static (string Text, string Detail, string? Id) Of(PressureEvidence evidence, DateOnly asOf) => evidence switch
    {
        ScoreEvidence s => (string.Create(CultureInfo.InvariantCulture, $"alignment {s.Tie.Dyad} in {s.Year}: {s.Tie.Value:0.0} ({s.Tie.Low:0.0}–{s.Tie.High:0.0})"), string.Create(CultureInfo.InvariantCulture, $"{s.Tie.Inputs} inputs"),
            new ScoreId(s.Tie.Dyad, null, s.Year, asOf, s.Tie.Value).ToString()),
        PanelEvidence p => (string.Create(CultureInfo.InvariantCulture, $"{p.Indicator.Label} in {p.Year}: {p.Value:0.####} {p.Indicator.Unit}"), p.Indicator.DatasetId, new PanelId(p.Indicator, p.Dyad, p.Source, p.Year, p.Value).ToString()),
        EpisodeEvidence e => (string.Create(CultureInfo.InvariantCulture, $"{e.Episode.Label}, {e.Episode.FirstYear}–{e.Episode.LastYear}"), $"{e.Episode.DatasetId}, {e.Episode.RowKey}", null),
        VoteEvidence v => ($"{v.Resolution.Symbol}: {Vote(v.Partner)}, the state at war {(v.Warring is { } w ? Vote(w) : "no vote")}",
            string.Create(CultureInfo.InvariantCulture, $"General Assembly votes, {v.Resolution.Key}, {v.Resolution.Date.Year}"), null),
        TextEvidence t => ($"“{EventStatements.Flat(t.Stored.Observation.Evidence.Quoted)}”", $"{t.Stored.Document.Title ?? t.Stored.Document.Location}{(t.Stored.Document.Published is { } day ? string.Create(CultureInfo.InvariantCulture, $", {day:yyyy-MM-dd}") : "")}", t.Stored.Observation.Id),
        _ => (evidence.ToString(), "", null),
    };

    private static string Vote(VoteChoice vote) => vote switch { VoteChoice.Yes => "yes", VoteChoice.Abstain => "abstention", _ => "no" };
}
