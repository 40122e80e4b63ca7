using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Entente.Web.Html;

/// <summary>Texts from outside, made harmless.</summary>
public static class HtmlText
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Embeddings, overrides and isolates of the bidirectional algorithm: they can show a text in another order than it is stored in.
    private static readonly SearchValues<char> s_turns = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text as HTML, for content and for attributes in quotation marks. Signs that would turn the reading order are shown by name.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return s_encoder.Encode(text.AsSpan().ContainsAny(s_turns) ? Named(text) : text);
    }

    /// <summary>Whether an address leads to this site or over http(s) to another; <c>javascript:</c> and the like do not.</summary>
    public static bool IsSafeAddress(string? address)
    {
        if (address is not { Length: > 0 }) return true;
        if (address[0] is '#' or '?') return true;
        if (address[0] == '/') return address.Length == 1 || address[1] is not ('/' or '\\');
        return IsWebAddress(address);
    }

    /// <summary>Whether an address is an absolute one over http(s).</summary>
    public static bool IsWebAddress(string? address) => (address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) is true || address?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) is true)
        && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length == 0;

    private static string Named(string text)
    {
        var named = new StringBuilder(text.Length + 16);
        foreach (char c in text)
            if (s_turns.Contains(c)) named.Append(CultureInfo.InvariantCulture, $"‹U+{(int)c:X4}›");
            else named.Append(c);
        return named.ToString();
    }
}
