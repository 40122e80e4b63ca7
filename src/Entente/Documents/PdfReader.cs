using System.Text;
using Entente.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Entente.Documents;

/// <summary>The text of a PDF, page by page. Its characters have no bytes of their own: every span maps to the whole file.</summary>
internal static class PdfReader
{
    public static DocumentResult Read(RawInput input, byte[] bytes, DocumentReaderOptions options)
    {
        string text, title;
        try
        {
            using PdfDocument pdf = PdfDocument.Open(bytes);
            var pages = new StringBuilder();
            foreach (Page page in pdf.GetPages())
            {
                pages.Append(ContentOrderTextExtractor.GetText(page, addDoubleNewline: true)).Append('\n');
                if (pages.Length > options.MaxBytes)
                    return DocumentBuilder.Skip(input.Location, null, "too-large", $"Its text is longer than {options.MaxBytes} characters.");
            }
            text = pages.ToString();
            title = pdf.Information.Title ?? "";
        }
#pragma warning disable CA1031 // A damaged file makes the parser fail in ways it does not list; each means the same here.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return DocumentBuilder.Skip(input.Location, null, "truncated", $"The PDF is damaged, encrypted or cut short: {e.Message}");
        }
        var map = new OffsetMap.Builder();
        map.Replace(text.Length, 0, bytes.Length);
        return DocumentBuilder.Build(bytes, text, map.ToMap(), new DocumentOrigin(input.Location, null, "application/pdf", "pdf (format)"), new FoundMetadata(title), options);
    }
}
