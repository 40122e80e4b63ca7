using System.Collections.Immutable;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;

namespace Entente.Briefings;

/// <summary>Hands out source numbers in order of first use; the same source keeps its number.</summary>
internal sealed class SourceList(IReadOnlyList<DatasetInfo> datasets)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<BriefingSource>.Builder _sources = ImmutableArray.CreateBuilder<BriefingSource>();

    public ImmutableArray<BriefingSource> ToArray() => _sources.ToImmutable();

    public int Datasets(Indicator indicator) => Number($"dataset:{indicator.DatasetId}", n =>
    {
        DatasetInfo[] found = [.. IndicatorDatasets.Of(indicator, datasets)];
        return found.Length == 0
            ? new BriefingSource(n, "dataset", indicator.DatasetId, "no description of this dataset is at hand", null)
            : new BriefingSource(n, "dataset", string.Join("; ", found.Select(d => d.Name)),
                string.Join("; ", found.Select(d => $"version {d.Version}, {d.FirstYear}–{d.LastYear}. {d.Citation}")), found[0].Id);
    });

    public int Episode(Episode episode) => Number($"episode:{episode.DatasetId}:{episode.RowKey}", n =>
        new BriefingSource(n, "record", episode.Label, $"{episode.DatasetId}, {episode.RowKey}", null));

    public int Observation(StoredObservation stored) => Number($"observation:{stored.Observation.Id}", n =>
    {
        DocumentHeader d = stored.Document;
        string what = d.Title ?? d.Url ?? d.Location;
        string where = d.Outlet is null ? "" : $", {d.Outlet}";
        string when = d.Published is { } day ? $", {new PartialDate(day)}" : "";
        return new BriefingSource(n, "text", $"“{Shorten(stored.Observation.Evidence.Quoted)}”",
            $"{what}{where}{when}; {stored.Observation.Evidence.Bytes} of document {d.Id}; read by {stored.Observation.Evidence.Rule}; grade {stored.Observation.Grade ?? Grader.Of(stored)}", stored.Observation.Id);
    });

    /// <summary>What a pressure point is known from.</summary>
    public int Pressure(PressureEvidence evidence, DateOnly asOf)
    {
        switch (evidence)
        {
            case EpisodeEvidence e: return Episode(e.Episode);
            case TextEvidence t: return Observation(t.Stored);
            case PanelEvidence p: return Datasets(p.Indicator);
            default:
                (string text, string detail, string? id) = PressureSources.Of(evidence, asOf);
                return Number($"pressure:{text}:{detail}", n => new BriefingSource(n, "record", text, detail, id));
        }
    }

    private static string Shorten(string text)
    {
        string flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return flat.Length <= 240 ? flat : string.Concat(flat.AsSpan(0, 238), "…");
    }

    private int Number(string key, Func<int, BriefingSource> make)
    {
        if (_numbers.TryGetValue(key, out int number)) return number;
        number = _sources.Count + 1;
        _numbers.Add(key, number);
        _sources.Add(make(number));
        return number;
    }
}
