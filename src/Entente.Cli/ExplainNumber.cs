using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary>Where a number of a briefing comes from: its inputs, its rule and its data, computed again.</summary>
internal static class ExplainNumber
{
    /// <summary>Half a unit of the last place printed.</summary>
    private const double ScorePlace = 0.051, ValuePlace = 0.000051;

    public static int Run(NumberId id, string panelDirectory)
    {
        PanelRecordStore record;
        try
        {
            record = PanelRecordStore.Open(panelDirectory);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"The panel in {panelDirectory} could not be read: {e.Message}");
            return ExitCodes.Store;
        }
        DyadPanel panel = record.ReadDyad(id.Dyad);
        return id switch
        {
            ScoreId score => Score(score, panel, record.Datasets, panelDirectory),
            PanelId value => Value(value, panel, record.Datasets),
            _ => ExitCodes.Usage,
        };
    }

    private static int Score(ScoreId id, DyadPanel panel, IReadOnlyList<DatasetInfo> datasets, string panelDirectory)
    {
        Alignment? found = DyadScores.Of(DyadScores.AsOf(panel, id.AsOf, id.Vintage, datasets), id.AsOf, AlignmentStore.OpenModel(panelDirectory)).FirstOrDefault(a => a.Dimension == id.Dimension && a.Year == id.Year);
        if (found is null)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"As of {id.AsOf:yyyy-MM-dd} the record gives no score of {id.Dyad} for {id.Year}."));
            return ExitCodes.Partial;
        }
        Line($"{id}");
        Line($"score: {Number(found.Score, "0.0")} of 100, 90 % interval {found.Low:0.0}–{found.High:0.0}; {found.Inputs.Count(i => i.Raw.IsKnown)} of {found.Inputs.Length} inputs known in {found.Year}");
        Line($"rule: {found.Method} (docs/methods.md), from nothing later than {id.AsOf:yyyy-MM-dd}{(id.Vintage == Vintage.Strict ? ", and from datasets out on that day alone" : "")}");
        Line($"inputs: indicator, value, year of the value, points, weight, dataset and version");
        foreach (AlignmentInput input in found.Inputs)
            Line($"  {input.Indicator.Id}\t{Number(input.Raw, "0.####")}\t{input.SourceYear}\t{input.Points:0.0}\t{input.Weight:0.##}\t{Versions(input.SourceYear is { } year ? IndicatorDatasets.Of(input.Indicator, datasets, year) : IndicatorDatasets.Of(input.Indicator, datasets))}");
        Line($"rows: entente explain 'panel:INDICATOR:{id.Dyad.First}-{id.Dyad.Second}:YEAR' (with > for - where it has a direction)");
        return Again(id.Value, found.Score, ScorePlace, "0.0");
    }

    private static int Value(PanelId id, DyadPanel panel, IReadOnlyList<DatasetInfo> datasets)
    {
        Measurement value = id.Indicator.Directed ? panel[id.Indicator, id.Source, id.Year] : panel[id.Indicator, id.Year];
        DatasetInfo[] behind = [.. IndicatorDatasets.Of(id.Indicator, datasets, id.Year)];
        Line($"{id}");
        Line($"value: {Number(value, "0.####")} ({id.Indicator.Unit})");
        Line($"rule: {id.Indicator.Meaning}");
        Line($"dataset: {(behind.Length > 0 ? Versions(behind) : $"none of {string.Join(", ", IndicatorDatasets.Of(id.Indicator))} covers {id.Year}")}");
        foreach (DatasetInfo dataset in behind)
        {
            Line($"  {dataset.Name}, {dataset.FirstYear}–{dataset.LastYear}, {dataset.Rows:N0} rows; {dataset.Licence}");
            Line($"  {dataset.Citation}");
            Line($"  file: sha256 {dataset.Sha256}");
        }
        string numbers = string.Join(" and ", StateRegistry.Default.Lineage(id.Dyad.First).Concat(StateRegistry.Default.Lineage(id.Dyad.Second))
            .Where(s => s.ExistedIn(id.Year)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Cow} ({s.Name})")));
        Line($"rows: those of {id.Year} with states {numbers}, by Correlates of War number");
        foreach (Episode e in panel.Episodes.Where(e => e.DatasetId == id.Indicator.DatasetId && e.FirstYear <= id.Year && (e.LastYear ?? int.MaxValue) >= id.Year))
            Line($"  {e.RowKey}: {e.Label}, {e.FirstYear}–{e.LastYear}");
        return Again(id.Value, value, ValuePlace, "0.####");
    }

    private static int Again(double? printed, Measurement now, double place, string format)
    {
        if (printed is not { } before)
        {
            Line($"Computed now: {Number(now, format)}.");
            return ExitCodes.Ok;
        }
        bool same = now.IsKnown && Math.Abs(now.Value - before) <= place;
        if (same) Line($"Computed again: the same.");
        else Line($"Computed again: {Number(now, format)}, not {before.ToString(format, CultureInfo.InvariantCulture)}; another version or another panel made that number.");
        return same ? ExitCodes.Ok : ExitCodes.Partial;
    }

    private static string Versions(IEnumerable<DatasetInfo> datasets) => string.Join(", ", datasets.Select(d => $"{d.Id} {d.Version}"));

    private static string Number(Measurement value, string format) => value.IsKnown ? value.Value.ToString(format, CultureInfo.InvariantCulture) : $"unknown ({value.Reason})";

    private static void Line(FormattableString text) => Console.Out.WriteLine(FormattableString.Invariant(text));
}
