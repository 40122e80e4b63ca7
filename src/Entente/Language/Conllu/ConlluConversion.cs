using System.Collections.Immutable;
using System.Globalization;
using Entente.Text;

namespace Entente.Language.Conllu;

/// <summary>Between the sentences that readers read and the ones CoNLL-U writes.</summary>
public static class ConlluConversion
{
    /// <summary>The sentence as CoNLL-U.</summary>
    /// <param name="sentence">The sentence; heads and relations that are not known are left open.</param>
    /// <param name="text">The document's text. MISC tells where each token stands: <c>start_char</c> and <c>end_char</c> in UTF-16 code units of the
    /// cleaned text, <c>Bytes</c> in the original.</param>
    public static ConlluSentence ToConllu(this ParsedSentence sentence, SourceText text)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<ConlluWord>(sentence.Tokens.Length);
        var ranges = ImmutableArray.CreateBuilder<MultiWordToken>();
        for (int i = 0; i < sentence.Tokens.Length;)
        {
            int end = i + 1;
            while (end < sentence.Tokens.Length && sentence.Tokens[end].ContinuesWord) end++;
            var span = TextSpan.FromBounds(sentence.Tokens[i].Span.Start, sentence.Tokens[end - 1].Span.End);
            string misc = MiscOf(span, text);
            if (end > i + 1) ranges.Add(new MultiWordToken(i + 1, end, span.Of(text.Text).ToString(), misc));
            for (bool alone = end == i + 1; i < end; i++) words.Add(WordOf(sentence.Tokens[i], alone ? misc : null));
        }
        return new ConlluSentence
        {
            Comments = ["text = " + sentence.Span.Of(text.Text).ToString()],
            Words = words.DrainToImmutable(),
            MultiWordTokens = ranges.DrainToImmutable(),
        };
    }

    /// <summary>The words of a CoNLL-U sentence laid out as text, appended to what is there.</summary>
    /// <param name="sentence">The sentence. A token of several words is laid out as its words, one after the other.</param>
    /// <param name="text">Receives the forms, and a space where one follows.</param>
    /// <remarks>White space inside a form stands as it is.</remarks>
    public static SegmentedSentence ToSegmented(this ConlluSentence sentence, System.Text.StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<WordSpan>(sentence.Words.Length);
        foreach ((_, int start, int end, bool space) in sentence.SurfaceTokens())
        {
            for (int i = start; i < end; i++)
            {
                words.Add(new WordSpan(text.Length, sentence.Words[i].Form.Length, i > start));
                text.Append(sentence.Words[i].Form);
            }
            if (space) text.Append(' ');
        }
        return new SegmentedSentence(words.DrainToImmutable());
    }

    private static ConlluWord WordOf(Token token, string? misc) => new(token.Text, token.Lemma, token.Upos.ToConllu(), token.Xpos, token.Features,
        token.Head + 1, token.Relation, null, misc);

    private static string MiscOf(TextSpan span, SourceText text)
    {
        bool space = span.End >= text.Text.Length || char.IsWhiteSpace(text.Text[span.End]);
        ByteSpan bytes = text.BytesOf(span);
        return string.Create(CultureInfo.InvariantCulture,
            $"{(space ? "" : "SpaceAfter=No|")}start_char={span.Start}|end_char={span.End}|Bytes={bytes.Start}:{bytes.End}");
    }
}
