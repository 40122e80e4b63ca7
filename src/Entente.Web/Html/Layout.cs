using System.Text;
using Entente.Web.Assets;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Html;

/// <summary>What every page has around it.</summary>
internal static class Layout
{
    private static readonly (string Path, string Name)[] s_rooms =
    [
        ("/", "Home"), ("/order", "Order"), ("/evidence", "Evidence"), ("/scenario", "Scenario"), ("/read", "Read"), ("/data", "Data"),
    ];

    /// <summary>A whole page.</summary>
    /// <param name="path">Path of the room it belongs to, for the navigation.</param>
    /// <param name="title">Title.</param>
    /// <param name="body">What stands in <c>main</c>.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="keep">False where it holds a form's token.</param>
    public static TaggedResult Page(string path, string title, HtmlPart body, int status = StatusCodes.Status200OK, bool keep = true)
    {
        var html = new HtmlPart();
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Entente</title>
            <link rel="stylesheet" href="{AssetFiles.Address("site.css")}">
            <link rel="icon" type="image/svg+xml" href="{AssetFiles.Address("icon.svg")}">
            <script defer src="{AssetFiles.Address("site.js")}"></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="site"><div class="in">
            <a class="brand" href="/">Entente</a>
            <nav aria-label="Site"><ul>

            """);
        foreach ((string to, string name) in s_rooms)
            html.Add($"<li><a href=\"{to}\"{(to == path ? HtmlPart.Made(" aria-current=\"page\"") : null)}>{name}</a></li>\n");
        html.Add($"</ul></nav>\n");
        if (path != "/") html.Add($"{SearchForm(null, small: true)}\n");
        html.Add($"</div></header>\n<main id=\"main\" tabindex=\"-1\">\n{body}\n</main>\n");
        html.Add($"""
            <footer class="site"><div class="in"><p>Every number leads back to rows of a published dataset or to sentences of a text. <a href="/data">Data and methods</a></p></div></footer>
            </body>
            </html>

            """);
        return new TaggedResult(Encoding.UTF8.GetBytes(html.ToString()), "text/html; charset=utf-8") { Status = status, Keep = keep };
    }

    /// <summary>The search for a pair of states; a script adds suggestions.</summary>
    public static HtmlPart SearchForm(string? asked, bool small = false) => HtmlPart.Of($"""
        <form class="search{(small ? " small" : "")}" action="/dyad" method="get" role="search">
        <label class="{(small ? "vh" : "")}" for="{(small ? "q-top" : "q")}">Two states</label>
        <span class="row"><input id="{(small ? "q-top" : "q")}" name="q" type="search" value="{asked}" placeholder="china russia" autocomplete="off" spellcheck="false" maxlength="120" required data-suggest>
        <button type="submit">{(small ? "Go" : "Show")}</button></span>
        </form>
        """);

    /// <summary>A link to another site; plain text where the address is none that a browser may safely follow.</summary>
    public static HtmlPart Outside(string? address, string? text = null) => HtmlText.IsWebAddress(address)
        ? HtmlPart.Of($"<a href=\"{address}\" rel=\"noreferrer noopener external\">{text ?? address}</a>")
        : HtmlPart.Of($"<span>{text ?? address}</span>");
}
