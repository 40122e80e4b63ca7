using Entente.Language;
using Entente.Text;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>The tokens of a document as columns, in the form that features are made from. Linear in the text.</summary>
internal sealed class AttributionTokens
{
    /// <summary>Hash of the place before the first and after the last token of a paragraph.</summary>
    public const uint Edge = 1;

    private AttributionTokens(int count)
    {
        Span = new TextSpan[count];
        Form = new string[count];
        Lower = new uint[count];
        Lemma = new uint[count];
        Suffix = new uint[count];
        Classes = new uint[count];
        Shape = new TokenShape[count];
        Tag = new Upos[count];
        Quote = new QuotePlace[count];
        QuoteId = new int[count];
        Sentence = new int[count];
        Paragraph = new int[count];
        Head = new int[count];
        Relation = new uint[count];
    }

    public int Count => Span.Length;

    public TextSpan[] Span { get; }

    public string[] Form { get; }

    public uint[] Lower { get; }

    public uint[] Lemma { get; }

    public uint[] Suffix { get; }

    public uint[] Classes { get; }

    public TokenShape[] Shape { get; }

    public Upos[] Tag { get; }

    public QuotePlace[] Quote { get; }

    /// <summary>Number of the quoted stretch it stands in; -1 outside.</summary>
    public int[] QuoteId { get; }

    public int[] Sentence { get; }

    public int[] Paragraph { get; }

    /// <summary>Index of the head in the document; -1 for a root, -2 when not parsed.</summary>
    public int[] Head { get; }

    public uint[] Relation { get; }

    /// <summary>First and one past the last token of each paragraph.</summary>
    public List<(int Start, int End)> Paragraphs { get; } = [];

    /// <summary>Whether the two stand in one paragraph.</summary>
    public bool Together(int i, int j) => (uint)i < (uint)Count && (uint)j < (uint)Count && Paragraph[i] == Paragraph[j];

    public uint LemmaAt(int i, int near) => Together(i, near) ? Lemma[i] : Edge;

    public uint ShapeAt(int i, int near) => Together(i, near) ? (uint)Shape[i] + ((uint)Tag[i] << 4) : 0xFFu;

    public uint ClassesAt(int i, int near) => Together(i, near) ? Classes[i] : 0;

    public static AttributionTokens Of(string text, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<TextSpan> quotes)
    {
        var t = new AttributionTokens(sentences.Sum(s => s.Tokens.Length));
        int i = 0, q = 0, paragraph = -1, paragraphStart = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            int first = i;
            foreach (Token token in sentences[s].Tokens)
            {
                if (i == 0 || text.AsSpan(t.Span[i - 1].End, Math.Max(0, token.Span.Start - t.Span[i - 1].End)).Contains('\n'))
                {
                    if (i > 0) t.Paragraphs.Add((paragraphStart, i));
                    (paragraph, paragraphStart) = (paragraph + 1, i);
                }
                string lower = token.Text.ToLowerInvariant();
                (t.Span[i], t.Form[i], t.Sentence[i], t.Paragraph[i]) = (token.Span, token.Text, s, paragraph);
                t.Lower[i] = Hash(lower);
                (string lemma, t.Classes[i]) = CueLexicon.Default.Find(lower);
                t.Lemma[i] = Hash(lemma);
                t.Suffix[i] = Hash(lower.AsSpan(Math.Max(0, lower.Length - 3)));
                t.Shape[i] = ShapeOf(token.Text);
                t.Tag[i] = token.Upos;
                t.Head[i] = token.Head is { } head ? (head < 0 ? -1 : first + head) : -2;
                t.Relation[i] = token.Relation is { } relation ? Hash(relation) : 0;
                while (q < quotes.Count && quotes[q].End <= token.Span.Start) q++;
                bool inside = q < quotes.Count && quotes[q].Start <= token.Span.Start;
                t.QuoteId[i] = inside ? q : -1;
                t.Quote[i] = !inside ? QuotePlace.Outside
                    : token.Span.Start == quotes[q].Start ? QuotePlace.Opening
                    : token.Span.End >= quotes[q].End ? QuotePlace.Closing
                    : i > 0 && t.Quote[i - 1] == QuotePlace.Opening && IsMark(token.Text) ? QuotePlace.Opening : QuotePlace.Inside;
                i++;
            }
        }
        if (i > 0) t.Paragraphs.Add((paragraphStart, i));
        return t;
    }

    /// <summary>FNV-1a over the code units; never <see cref="Edge"/>'s neighbours by accident of an empty string.</summary>
    public static uint Hash(ReadOnlySpan<char> s)
    {
        uint h = 2166136261;
        foreach (char c in s) h = (h ^ c) * 16777619;
        return h;
    }

    private static bool IsMark(string form) => form is "'" or "\"" or "“" or "‘" or "`";

    private static TokenShape ShapeOf(string form) => form[0] switch
    {
        '.' or '?' or '!' or '…' => TokenShape.Stop,
        ',' => TokenShape.Comma,
        ':' => TokenShape.Colon,
        ';' => TokenShape.Semicolon,
        '-' or '–' or '—' => TokenShape.Dash,
        '“' or '”' or '"' or '«' or '»' or '`' => TokenShape.Mark,
        '\'' or '’' or '‘' when form.Length == 1 => TokenShape.Mark,
        '(' or '[' => TokenShape.Open,
        ')' or ']' => TokenShape.Close,
        >= '0' and <= '9' => TokenShape.Number,
        _ when char.IsUpper(form[0]) => form.Length > 1 && char.IsUpper(form[1]) ? TokenShape.Capitals : TokenShape.Capital,
        _ when char.IsLetter(form[0]) => form.EndsWith("ly", StringComparison.Ordinal) ? TokenShape.Adverb : TokenShape.Lower,
        _ => TokenShape.Other,
    };
}

/// <summary>What a token looks like.</summary>
internal enum TokenShape
{
    Other, Lower, Adverb, Capital, Capitals, Number, Stop, Comma, Colon, Semicolon, Dash, Mark, Open, Close,
}

/// <summary>Where a token stands to quotation marks.</summary>
internal enum QuotePlace
{
    Outside, Opening, Inside, Closing,
}
