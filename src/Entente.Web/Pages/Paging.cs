using Entente.Web.Html;
using Entente.Web.Pages.Evidence;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages;

/// <summary>Links to the pages before and after.</summary>
internal static class Paging
{
    public static HtmlPart? Of(string path, IQueryCollection query, int page, long total, int size)
    {
        long pages = (total + size - 1) / size;
        if (pages <= 1) return null;
        return HtmlPart.Of($"""
            <nav class="paging" aria-label="Pages">{(page > 1 ? HtmlPart.Of($"<a rel=\"prev\" href=\"{EvidenceQuestion.Address(path, query, page - 1)}\">← Newer</a>") : null)} <span>Page {page:N0} of {pages:N0}</span> {(page < pages ? HtmlPart.Of($"<a rel=\"next\" href=\"{EvidenceQuestion.Address(path, query, page + 1)}\">Older →</a>") : null)}</nav>

            """);
    }
}
