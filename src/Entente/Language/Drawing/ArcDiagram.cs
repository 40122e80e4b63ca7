using System.Globalization;
using System.Text;

namespace Entente.Language.Drawing;

/// <summary>Draws sentences as words in a row with an arc from each head to its dependents: one SVG image, readable on light and dark pages.</summary>
public static class ArcDiagram
{
    private const int Gap = 26, Step = 20, Margin = 20, RowBelow = 62;

    /// <summary>Draws.</summary>
    /// <param name="sentences">The sentences, one below the other.</param>
    public static string Draw(IReadOnlyList<ParsedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var body = new StringBuilder();
        double width = 0, top = Margin;
        foreach (ParsedSentence sentence in sentences)
        {
            double[] centres = Centres(sentence, out double wide);
            int[] levels = Levels(sentence);
            double line = top + ((levels.Length == 0 ? 0 : levels.Max()) + 1) * Step + 16;
            Sentence(body, sentence, centres, levels, line);
            width = Math.Max(width, wide);
            top = line + RowBelow;
        }
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width + Margin:0}" height="{top:0}" viewBox="0 0 {width + Margin:0} {top:0}" role="img" aria-label="Dependencies">
            <style>
            svg {"{"} --ink: #1b1f24; --quiet: #59636e; --arc: #0969da; --page: #ffffff; {"}"}
            @media (prefers-color-scheme: dark) {"{"} svg {"{"} --ink: #e6edf3; --quiet: #9198a1; --arc: #58a6ff; --page: #0d1117; {"}"} {"}"}
            text {"{"} font-family: ui-sans-serif, system-ui, sans-serif; text-anchor: middle; fill: var(--ink); font-size: 14px; {"}"}
            .tag {"{"} font-size: 10px; fill: var(--quiet); {"}"}
            .relation {"{"} font-size: 10px; fill: var(--quiet); stroke: var(--page); stroke-width: 4px; paint-order: stroke; {"}"}
            path {"{"} fill: none; stroke: var(--arc); stroke-width: 1.2; {"}"}
            .tip {"{"} fill: var(--arc); stroke: none; {"}"}
            </style>
            <rect width="100%" height="100%" fill="var(--page)"/>
            {body}</svg>

            """).ReplaceLineEndings("\n");
    }

    private static void Sentence(StringBuilder body, ParsedSentence sentence, double[] centres, int[] levels, double line)
    {
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            Token token = sentence.Tokens[i];
            Text(body, "", centres[i], line + 16, token.Text);
            Text(body, "tag", centres[i], line + 31, token.Upos.ToConllu());
            int head = sentence.ParentOf(i);
            if (head < 0)
            {
                if (token.Relation is { } root) Text(body, "tag", centres[i], line + 44, root);
                continue;
            }
            double side = i > head ? 5 : -5, to = centres[i] - side, from = centres[head] + side, height = line - levels[i] * Step - 4;
            double bend = Math.Min(10, Math.Abs(to - from) / 2) * Math.Sign(to - from);
            body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{from:0.#},{line:0.#} V{height + Math.Abs(bend):0.#} Q{from:0.#},{height:0.#} {from + bend:0.#},{height:0.#} H{to - bend:0.#} Q{to:0.#},{height:0.#} {to:0.#},{height + Math.Abs(bend):0.#} V{line:0.#}\"/>\n");
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"tip\" d=\"M{to:0.#},{line + 1:0.#} l-3.5,-7 h7 z\"/>\n");
            Text(body, "relation", (from + to) / 2, height + 3.5, token.Relation ?? "");
        }
    }

    // An arc is drawn above every arc that lies inside it.
    private static int[] Levels(ParsedSentence sentence)
    {
        int n = sentence.Tokens.Length;
        var levels = new int[n];
        int[] order = [.. Enumerable.Range(0, n).Where(i => sentence.ParentOf(i) >= 0).OrderBy(i => Math.Abs(i - sentence.ParentOf(i))).ThenBy(i => i)];
        var highest = new int[n + 1]; // between words k and k + 1
        foreach (int i in order)
        {
            int head = sentence.ParentOf(i), low = Math.Min(i, head), high = Math.Max(i, head), level = 0;
            for (int k = low; k < high; k++) level = Math.Max(level, highest[k]);
            levels[i] = level + 1;
            for (int k = low; k < high; k++) highest[k] = level + 1;
        }
        return levels;
    }

    private static double[] Centres(ParsedSentence sentence, out double end)
    {
        var centres = new double[sentence.Tokens.Length];
        double at = Margin;
        for (int i = 0; i < centres.Length; i++)
        {
            Token token = sentence.Tokens[i];
            double form = token.Text.Sum(c => c >= 0x2E80 ? 14.5 : char.IsUpper(c) || c is 'm' or 'w' ? 10.5 : 7.6);
            double wide = Math.Max(form, Math.Max(token.Upos.ToConllu().Length * 7, (token.Relation?.Length ?? 0) * 6.5));
            centres[i] = at + wide / 2;
            at += wide + Gap;
        }
        end = at;
        return centres;
    }

    private static void Text(StringBuilder body, string role, double x, double y, string text) => body.Append(CultureInfo.InvariantCulture,
        $"<text{(role.Length > 0 ? $" class=\"{role}\"" : "")} x=\"{x:0.#}\" y=\"{y:0.#}\">{Escaped(text)}</text>\n");

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '<') safe.Append("&lt;");
            else if (rune.Value is '&') safe.Append("&amp;");
            else if (rune.Value is '>') safe.Append("&gt;");
            else if (Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF) safe.Append('\uFFFD'); // not characters of XML
            else safe.Append(rune.ToString());
        }
        return safe.ToString();
    }
}
