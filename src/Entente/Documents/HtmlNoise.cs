using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Entente.Documents;

/// <summary>Takes out of a page what is marked as being beside the article. One walk counts, so that many marked elements cost no more than few.</summary>
internal static class HtmlNoise
{
    private const string Marked =
        "script,style,noscript,template,iframe,figcaption,nav,aside,form,button,[aria-hidden=true],[class*=newsletter],[class*=related-]," +
        "[class*=social-share],[class*=share-],[class*=promo],[class*=caption],[class*=advert],[id*=newsletter],[role=navigation],[role=complementary]";

    /// <summary>Removes marked elements, but for those that hold an article or most of the page's text.</summary>
    public static void Remove(IHtmlDocument page)
    {
        Dictionary<INode, (int Length, bool Article)> held = Weigh(page);
        int all = page.Body is { } body && held.TryGetValue(body, out (int Length, bool Article) whole) ? whole.Length : 0;
        foreach (IElement element in page.QuerySelectorAll(Marked).ToArray())
        {
            if (element is IHtmlBodyElement || !held.TryGetValue(element, out (int Length, bool Article) its) || its.Article || its.Length * 2 > all) continue;
            // What goes is no longer part of the page that the next one is compared with.
            if (IsIn(element, page)) all -= its.Length;
            element.Remove();
        }
    }

    // Children before parents; the depth is bounded before the page is parsed.
    private static Dictionary<INode, (int Length, bool Article)> Weigh(IHtmlDocument page)
    {
        var held = new Dictionary<INode, (int, bool)>();
        Visit(page);
        return held;

        (int Length, bool Article) Visit(INode node)
        {
            int length = node is IText text ? text.Length : 0;
            bool article = false;
            foreach (INode child in node.ChildNodes)
            {
                (int inner, bool found) = Visit(child);
                length += inner;
                article |= found || child is IElement { LocalName: "article" or "main" };
            }
            if (node is IElement) held[node] = (length, article);
            return (length, article);
        }
    }

    private static bool IsIn(INode node, IHtmlDocument page)
    {
        while (node.Parent is { } parent) node = parent;
        return ReferenceEquals(node, page);
    }
}
