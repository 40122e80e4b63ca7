using Entente.Web.Html;
using Markdig;

namespace Entente.Web.Pages.Data;

/// <summary>A text of the project's own documentation as a page.</summary>
/// <param name="Title">Its first heading.</param>
/// <param name="Body">The text.</param>
internal sealed record MethodText(string Title, HtmlPart Body)
{
    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly Dictionary<string, Lazy<MethodText>> s_texts = ((string[])["methods", "codebook", "glossary"]).ToDictionary(n => n, n => new Lazy<MethodText>(() => Load(n)), StringComparer.Ordinal);

    /// <summary>The text of a name, or null.</summary>
    public static MethodText? Find(string name) => s_texts.GetValueOrDefault(name)?.Value;

    private static MethodText Load(string name)
    {
        using Stream stream = typeof(MethodText).Assembly.GetManifestResourceStream($"Docs/{name}.md") ?? throw new InvalidOperationException($"Docs/{name}.md is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        // These texts are the project's own; links between them lead to files, which this site does not have.
        string html = Markdown.ToHtml(text, s_markdown).Replace("<a href=\"", "<a data-file=\"", StringComparison.Ordinal).Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
            .Replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal);
        return new MethodText(text.Split('\n', 2)[0].TrimStart('#', ' '), HtmlPart.Made(html));
    }
}
