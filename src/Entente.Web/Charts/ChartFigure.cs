using Entente.Web.Html;

namespace Entente.Web.Charts;

/// <summary>A chart with what every chart has: caption, its numbers as a table, its files, and the address that asks for it again.</summary>
internal static class ChartFigure
{
    /// <param name="chart">The drawing.</param>
    /// <param name="caption">What it shows, with sources and versions.</param>
    /// <param name="table">Its numbers.</param>
    /// <param name="fileAddress">Address of a file of it, given its ending; null where there are none.</param>
    /// <param name="permalink">The address that carries the whole question.</param>
    public static HtmlPart Of(HtmlPart chart, HtmlPart caption, HtmlPart? table, Func<string, string>? fileAddress, string permalink) => HtmlPart.Of($"""
        <figure class="chart">{chart}
        <figcaption>{caption}</figcaption>
        <div class="under">{(table is null ? null : HtmlPart.Of($"<details><summary>The numbers</summary><div class=\"wide tall\">{table}</div></details>"))}
        <p class="files">{(fileAddress is null ? null : (HtmlPart[])[Link("csv", fileAddress), Link("json", fileAddress), Link("svg", fileAddress)])}<a href="{permalink}">Permalink</a></p></div></figure>

        """);

    private static HtmlPart Link(string ending, Func<string, string> address) => HtmlPart.Of($"<a download href=\"{address(ending)}\">{ending.ToUpperInvariant()}</a> ");
}
