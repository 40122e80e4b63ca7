using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Record;

namespace Entente.Datasets;

/// <summary>The datasets that can be imported, from <c>data/record/manifest.json</c>. Ids are permanent.</summary>
public static class DatasetCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>All of them, in order of print: those of the panel first.</summary>
    public static IReadOnlyList<DatasetDefinition> All { get; } = Load();

    /// <summary>The definition of an id, or null.</summary>
    public static DatasetDefinition? Find(string id) => All.FirstOrDefault(d => string.Equals(d.About.Id, id, StringComparison.Ordinal));

    private static DatasetDefinition[] Load()
    {
        using Stream stream = typeof(DatasetCatalogue).Assembly.GetManifestResourceStream("manifest.json")
            ?? throw new InvalidOperationException("The manifest of datasets is not in the assembly.");
        return [.. (JsonSerializer.Deserialize<Entry[]>(stream, Json) ?? []).Select(Define)];
    }

    private static DatasetDefinition Define(Entry e)
    {
        PartialDate? released = e.Released is null ? null
            : PartialDate.TryParse(e.Released, out PartialDate day) ? day : throw new InvalidDataException($"{e.Id}: '{e.Released}' is no date.");
        return new DatasetDefinition(new DatasetInfo(e.Id, e.Name, e.Version, e.FirstYear, e.LastYear, 0, e.Licence, e.Redistributable, e.Citation, null, released),
            e.File, e.Columns, e.WholeNumbers, e.ReleasedBasis, e.Copy, e.Publisher);
    }

    private sealed record Entry(string Id, string Name, string Version, string? Released, string ReleasedBasis, int FirstYear, int LastYear, string Licence, bool Redistributable,
        string Citation, string File, string[] Columns, string[] WholeNumbers, KnownFile Copy, Publisher Publisher);
}
