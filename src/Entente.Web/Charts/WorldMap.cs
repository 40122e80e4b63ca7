using System.Collections.Immutable;
using Entente.Web.Html;

namespace Entente.Web.Charts;

/// <summary>A map of the world's states in colours, from the outlines in <c>data/map</c>. SVG without script.</summary>
internal static class WorldMap
{
    private static readonly Lazy<ImmutableArray<(string Code, string Path)>> s_shapes = new(Load);

    /// <summary>Draws it.</summary>
    /// <param name="title">What the colours show, for those who cannot see them.</param>
    /// <param name="of">Class and name of a state; null for one that is not shown in colour.</param>
    public static HtmlPart Draw(string title, Func<string, (string Class, string Name)?> of)
    {
        var svg = HtmlPart.Of($"<svg class=\"map\" viewBox=\"0 0 960 440\" role=\"img\" aria-label=\"{title}\">\n");
        foreach ((string code, string path) in s_shapes.Value)
        {
            if (of(code) is var (kind, name)) svg.Add($"<path class=\"{kind}\" d=\"{path}\"><title>{name}</title></path>\n");
            // Dots are states too small to be drawn; one that has no colour says nothing.
            else if (!path.Contains('a', StringComparison.Ordinal)) svg.Add($"<path class=\"none\" d=\"{path}\"/>\n");
        }
        return svg.Add($"</svg>");
    }

    private static ImmutableArray<(string Code, string Path)> Load()
    {
        using Stream stream = typeof(WorldMap).Assembly.GetManifestResourceStream("data/map/countries.tsv") ?? throw new InvalidOperationException("data/map/countries.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Select(l => l.Split('\t')).Where(f => f.Length == 2).Select(f => (f[0], f[1]))];
    }
}
