using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Record;

namespace Entente.Questions;

/// <summary>One input of a score, as printed.</summary>
/// <param name="Id">Id of the indicator.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value in its own unit, or why there is none.</param>
/// <param name="Year">Year of the value; empty when there never was one.</param>
/// <param name="Points">What it does to the score.</param>
/// <param name="Weight">Its loading.</param>
/// <param name="Datasets">Datasets with versions.</param>
public sealed record NumberInput(string Id, string Label, string Value, string Year, string Points, string Weight, string Datasets);

/// <summary>Where a number of a briefing comes from: its inputs, its rule and its data, computed again. Immutable.</summary>
public sealed record NumberExplanation
{
    // Half a unit of the last place printed.
    private const double ScorePlace = 0.051, ValuePlace = 0.000051;

    /// <summary>The number's name without its value, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The number with its interval or unit.</summary>
    public required string Value { get; init; }

    /// <summary>Rule, datasets and the like, by name.</summary>
    public required IReadOnlyList<(string Name, string Value)> Facts { get; init; }

    /// <summary>Inputs of a score; empty for a value of the record.</summary>
    public IReadOnlyList<NumberInput> Inputs { get; init; } = [];

    /// <summary>Rows it rests on.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Whether it comes out again as printed; null when the name holds no value.</summary>
    public bool? Same { get; init; }

    /// <summary>What came out, for people.</summary>
    public required string Again { get; init; }

    /// <summary>Explains a number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="reference">The panel.</param>
    /// <param name="panel">The record of its dyad, to its end.</param>
    public static NumberExplanation Of(NumberId id, ReferencePanel reference, DyadPanel panel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return id switch
        {
            ScoreId score => Score(score, reference, panel),
            PanelId value => Cell(value, panel, reference.Record.Datasets),
            _ => throw new ArgumentOutOfRangeException(nameof(id), "A score or a value of the panel is expected."),
        };
    }

    private static NumberExplanation Score(ScoreId id, ReferencePanel reference, DyadPanel panel)
    {
        string title = string.Create(CultureInfo.InvariantCulture, $"{Names(id.Dyad)}: {Lines.NameOf(id.Dimension)} score of {id.Year}");
        Alignment? found = DyadScores.Of(panel, id.AsOf, reference.Model).FirstOrDefault(a => a.Dimension == id.Dimension && a.Year == id.Year);
        if (found is null)
            return new NumberExplanation { Title = title, Value = "unknown", Facts = [], Again = string.Create(CultureInfo.InvariantCulture, $"As of {id.AsOf:yyyy-MM-dd} the record gives no score of {id.Dyad} for {id.Year}.") };
        IReadOnlyList<DatasetInfo> datasets = reference.Record.Datasets;
        (bool? same, string again) = Compare(id.Value, found.Score, ScorePlace, "0.0");
        return new NumberExplanation
        {
            Title = title,
            Value = string.Create(CultureInfo.InvariantCulture, $"{Number(found.Score, "0.0")} of 100, 90 % interval {found.Low:0.0}–{found.High:0.0}"),
            Facts =
            [
                ("Inputs known", string.Create(CultureInfo.InvariantCulture, $"{found.Inputs.Count(i => i.Raw.IsKnown)} of {found.Inputs.Length} in {found.Year}")),
                ("Rule", string.Create(CultureInfo.InvariantCulture, $"{found.Method}, from nothing later than {id.AsOf:yyyy-MM-dd}")),
            ],
            Inputs =
            [
                .. found.Inputs.Select(i => new NumberInput(i.Indicator.Id, i.Indicator.Label, Number(i.Raw, "0.####"), i.SourceYear?.ToString(CultureInfo.InvariantCulture) ?? "",
                    i.Points?.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) ?? "", i.Weight.ToString("0.##", CultureInfo.InvariantCulture),
                    Versions(i.SourceYear is { } year ? IndicatorDatasets.Of(i.Indicator, datasets, year) : IndicatorDatasets.Of(i.Indicator, datasets)))),
            ],
            Same = same,
            Again = again,
        };
    }

    private static NumberExplanation Cell(PanelId id, DyadPanel panel, IReadOnlyList<DatasetInfo> datasets)
    {
        Measurement value = id.Year < panel.FirstYear || id.Year > panel.LastYear ? Measurement.Missing(Unknown.OutsideCoverage)
            : id.Indicator.Directed ? panel[id.Indicator, id.Source, id.Year] : panel[id.Indicator, id.Year];
        DatasetInfo[] behind = [.. IndicatorDatasets.Of(id.Indicator, datasets, id.Year)];
        string direction = id.Indicator.Directed ? $"{Name(id.Source)} → {Name(id.Source == id.Dyad.First ? id.Dyad.Second : id.Dyad.First)}" : Names(id.Dyad);
        string numbers = string.Join(" and ", StateRegistry.Default.Lineage(id.Dyad.First).Concat(StateRegistry.Default.Lineage(id.Dyad.Second))
            .Where(s => s.ExistedIn(id.Year)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Cow} ({s.Name})")));
        (bool? same, string again) = Compare(id.Value, value, ValuePlace, "0.####");
        return new NumberExplanation
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{direction}: {id.Indicator.Label} in {id.Year}"),
            Value = $"{Number(value, "0.####")} ({id.Indicator.Unit})",
            Facts =
            [
                ("Rule", id.Indicator.Meaning),
                .. behind.Length == 0
                    ? [("Dataset", string.Create(CultureInfo.InvariantCulture, $"none of {string.Join(", ", IndicatorDatasets.Of(id.Indicator))} covers {id.Year}"))]
                    : behind.Select(d => ("Dataset", string.Create(CultureInfo.InvariantCulture, $"{d.Name}, version {d.Version}, {d.FirstYear}–{d.LastYear}, {d.Rows:N0} rows; {d.Licence}. {d.Citation} File: sha256 {d.Sha256}"))),
            ],
            Rows =
            [
                string.Create(CultureInfo.InvariantCulture, $"those of {id.Year} with states {numbers}, by Correlates of War number"),
                .. panel.Episodes.Where(e => e.DatasetId == id.Indicator.DatasetId && e.FirstYear <= id.Year && (e.LastYear ?? int.MaxValue) >= id.Year)
                    .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.RowKey}: {e.Label}, {e.FirstYear}–{e.LastYear}")),
            ],
            Same = same,
            Again = again,
        };
    }

    private static (bool? Same, string Words) Compare(double? printed, Measurement now, double place, string format)
    {
        if (printed is not { } before) return (null, $"Computed now: {Number(now, format)}.");
        return now.IsKnown && Math.Abs(now.Value - before) <= place
            ? (true, "Computed again: the same.")
            : (false, $"Computed again: {Number(now, format)}, not {before.ToString(format, CultureInfo.InvariantCulture)}; another version or another panel made that number.");
    }

    private static string Names(UndirectedDyad dyad) => $"{Name(dyad.First)} – {Name(dyad.Second)}";

    private static string Name(StateId id) => StateRegistry.Default[id].Name;

    private static string Versions(IEnumerable<DatasetInfo> datasets) => string.Join(", ", datasets.Select(d => $"{d.Id} {d.Version}"));

    private static string Number(Measurement value, string format) => value.IsKnown ? value.Value.ToString(format, CultureInfo.InvariantCulture) : $"unknown ({value.Reason})";
}
