using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Entente.Web.Html;

/// <summary>
/// A piece of a page. Whatever is put into it between braces is encoded, so that a text from outside can only ever be text:
/// <c>html.Add($"&lt;p&gt;{article.Title}&lt;/p&gt;")</c>. Addresses after <c>href</c>, <c>src</c> and <c>action</c> are checked too.
/// </summary>
public sealed class HtmlPart
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a piece; what stands between braces is encoded.</summary>
    public HtmlPart Add([InterpolatedStringHandlerArgument("")] ref Handler piece)
    {
        piece.Close();
        return this;
    }

    /// <summary>Adds a piece already made.</summary>
    public HtmlPart Add(HtmlPart? piece)
    {
        if (piece is not null) _text.Append(piece._text);
        return this;
    }

    /// <summary>A piece; what stands between braces is encoded.</summary>
    public static HtmlPart Of(Handler piece) => piece.Part;

    /// <summary>Markup that this project's own code made and encoded; never a text from outside.</summary>
    internal static HtmlPart Made(string markup)
    {
        var part = new HtmlPart();
        part._text.Append(markup);
        return part;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Writes what the compiler makes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct Handler
    {
        private bool _address;

        /// <summary>Begins a new piece.</summary>
        public Handler(int literalLength, int formattedCount) => Part = new HtmlPart();

        /// <summary>Goes on in a piece.</summary>
        public Handler(int literalLength, int formattedCount, HtmlPart part) => Part = part;

        internal HtmlPart Part { get; }

        /// <summary>The markup itself, as the source has it.</summary>
        public void AppendLiteral(string markup)
        {
            Part._text.Append(markup);
            _address = markup.EndsWith("href=\"", StringComparison.Ordinal) || markup.EndsWith("src=\"", StringComparison.Ordinal) || markup.EndsWith("action=\"", StringComparison.Ordinal);
        }

        /// <summary>A text, encoded.</summary>
        public void AppendFormatted(string? text)
        {
            if (text is null) return;
            Part._text.Append(HtmlText.Encode(_address && !HtmlText.IsSafeAddress(text) ? "#" : text));
            _address = false;
        }

        /// <summary>A piece already made.</summary>
        public void AppendFormatted(HtmlPart? piece) => Part.Add(piece);

        /// <summary>Pieces already made, one after another.</summary>
        public void AppendFormatted(IEnumerable<HtmlPart> pieces)
        {
            ArgumentNullException.ThrowIfNull(pieces);
            foreach (HtmlPart piece in pieces) Part.Add(piece);
        }

        /// <summary>A number or another value, in the invariant culture, encoded.</summary>
        public void AppendFormatted<T>(T value, string? format = null)
        {
            if (value is IEnumerable<HtmlPart> pieces) AppendFormatted(pieces);
            else AppendFormatted(value is IFormattable f ? f.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
        }

        internal readonly void Close() => _ = Part;
    }
}
