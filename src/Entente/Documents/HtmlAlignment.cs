using System.Net;
using System.Text;
using Entente.Text;

namespace Entente.Documents;

/// <summary>Finds extracted text again in the page it came from.</summary>
/// <remarks>Compares without white space. A block that is not found maps as a whole to the whole page.</remarks>
internal static class HtmlAlignment
{
    private const int LongestEntity = 32;

    public static (string Text, OffsetMap ToHtml) Align(IReadOnlyList<string> blocks, string html)
    {
        (string visible, List<(int Start, int Length)> places) = Visible(html);
        var text = new StringBuilder();
        var map = new OffsetMap.Builder();
        int from = 0, before = 0;
        foreach (string block in blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
                map.Replace(1, before, 0);
            }
            text.Append(block);
            string dense = string.Concat(block.Where(c => !char.IsWhiteSpace(c)));
            int at = visible.IndexOf(dense, from, StringComparison.Ordinal);
            if (at < 0) at = visible.IndexOf(dense, StringComparison.Ordinal);
            if (at < 0)
            {
                map.Replace(block.Length, 0, html.Length);
                continue;
            }
            from = at + dense.Length;
            foreach (char c in block)
            {
                if (char.IsWhiteSpace(c))
                {
                    map.Replace(1, before, 0);
                    continue;
                }
                (int start, int length) = places[at++];
                if (length == 1) map.Copy(1, start);
                else map.Replace(1, start, length);
                before = start + length;
            }
        }
        return (text.ToString(), map.ToMap());
    }

    private static (string Visible, List<(int Start, int Length)> Places) Visible(string html)
    {
        var visible = new StringBuilder(html.Length / 2);
        var places = new List<(int, int)>(html.Length / 2);
        for (int at = 0; at < html.Length;)
        {
            if (html[at] == '<' && EndOfTag(html, at) is var end && end > at)
            {
                at = end;
                continue;
            }
            int used = 1;
            string shown = html.Substring(at, 1);
            if (html[at] == '&')
            {
                int stop = html.IndexOf(';', at, Math.Min(LongestEntity, html.Length - at));
                if (stop > 0 && WebUtility.HtmlDecode(html[at..(stop + 1)]) is { Length: <= 2 } decoded)
                {
                    shown = decoded;
                    used = stop + 1 - at;
                }
            }
            foreach (char c in shown)
            {
                if (char.IsWhiteSpace(c)) continue;
                visible.Append(c);
                places.Add((at, used));
            }
            at += used;
        }
        return (visible.ToString(), places);
    }

    private static int EndOfTag(string html, int at)
    {
        ReadOnlySpan<char> rest = html.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal)) return After(html, "-->", at + 4);
        foreach (string raw in (ReadOnlySpan<string>)["script", "style"])
            if (rest.Length > raw.Length + 1 && rest[1..].StartsWith(raw, StringComparison.OrdinalIgnoreCase) && rest[raw.Length + 1] is '>' or ' ' or '\n' or '\t')
                return After(html, ">", html.IndexOf("</" + raw, at, StringComparison.OrdinalIgnoreCase) is var close and >= 0 ? close : html.Length);
        return rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?') ? After(html, ">", at) : at;
    }

    private static int After(string html, string mark, int from)
    {
        int found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
