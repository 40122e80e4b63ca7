using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Documents;

/// <summary>Leaves out the lines of a plain text that belong to the page and not to the article, with the reason for each.</summary>
internal static class BoilerplateFilter
{
    /// <summary>Filters whole lines; all else stays as it is.</summary>
    public static (SourceText Body, ImmutableArray<DroppedText> Dropped) Filter(string text, OffsetMap toBytes)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var map = new OffsetMap.Builder();
        var dropped = ImmutableArray.CreateBuilder<DroppedText>();
        bool teaser = false;
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            ReadOnlySpan<char> line = text.AsSpan(at, end - at).Trim();
            string? reason = Reason(line, ref teaser);
            if (reason is null)
            {
                kept.Append(text, at, end - at);
                map.Copy(end - at, at);
            }
            else
            {
                (long start, long length) = toBytes.Map(at, end - at);
                dropped.Add(new DroppedText(new ByteSpan(start, length), line.ToString(), reason));
            }
            at = end;
        }
        return (new SourceText(kept.ToString(), map.ToMap().Then(toBytes)), dropped.ToImmutable());
    }

    private static string? Reason(ReadOnlySpan<char> line, ref bool teaser)
    {
        if (line.IsEmpty) return null;
        if (teaser)
        {
            teaser = false;
            return "teaser";
        }
        if (line.Length > 40) return null;
        if (Is(line, "Loading...") || Is(line, "Loading…")) return "loading placeholder";
        if (Is(line, "Why We Wrote This"))
        {
            teaser = true;
            return "teaser heading";
        }
        if (Is(line, "Advertisement") || Is(line, "Story continues below advertisement")) return "advertisement";
        return Is(line, "Share this article") || Is(line, "Sign up for our newsletter") || Is(line, "Skip to main content") ? "navigation" : null;
    }

    private static bool Is(ReadOnlySpan<char> line, string phrase) => line.Equals(phrase, StringComparison.OrdinalIgnoreCase);
}
