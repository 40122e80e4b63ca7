using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <summary>Splits sentences and words by rule, without a trained model. No heads; tags only where a closed word class decides.</summary>
/// <remarks>Linear in the length of the text. A line break always ends a sentence.</remarks>
public sealed class RuleSentenceParser : ISentenceParser, ISentenceAnnotator
{
    private const string Closers = "\"”’')]»";

    /// <inheritdoc/>
    public string Version => "rules@1";

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Parse(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<ParsedSentence>();
        string body = text.Text;
        var tokens = ImmutableArray.CreateBuilder<Token>();
        TextSpan? previous = null;
        List<TextSpan> spans = [.. Tokenizer.Tokenize(body)];
        for (int i = 0; i < spans.Count; i++)
        {
            TextSpan span = spans[i];
            if (previous is { } before && body.AsSpan(before.End, span.Start - before.End).IndexOfAny('\n', '\r') >= 0) Close();
            Token token = Token(body, span);
            string form = token.Text;
            tokens.Add(token with { ContinuesWord = Tokenizer.IsClitic(form) && previous?.End == span.Start });
            previous = span;
            if (form is "--" or "—" or "–" && IsDateline(tokens))
            {
                Close();
                continue;
            }
            if (!IsStop(form)) continue;
            int next = i + 1;
            while (next < spans.Count && spans[next].Start == spans[next - 1].End
                && spans[next].Length == 1 && Closers.Contains(body[spans[next].Start], StringComparison.Ordinal)) next++;
            if (next < spans.Count && !Begins(body, spans[next], form)) continue;
            for (i++; i < next; i++)
            {
                string closer = body.Substring(spans[i].Start, spans[i].Length);
                tokens.Add(new Token(spans[i], closer, closer, Upos.Punct));
                previous = spans[i];
            }
            i--;
            Close();
        }
        Close();
        return sentences;

        void Close()
        {
            if (tokens.Count == 0) return;
            sentences.Add(new ParsedSentence(TextSpan.FromBounds(tokens[0].Span.Start, tokens[^1].Span.End), tokens.ToImmutable()));
            tokens.Clear();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Annotate(string text, IReadOnlyList<SegmentedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        return [.. sentences.Select(sentence => new ParsedSentence(sentence.Span, [.. sentence.Words.Select(w =>
            Token(text, w.Span) with { ContinuesWord = w.ContinuesWord })]) { IsCut = sentence.IsCut })];
    }

    private static Token Token(string text, TextSpan span)
    {
        string form = text.Substring(span.Start, span.Length);
        return new Token(span, form, Lemmatizer.Lemma(form), ClosedClasses.TagOf(form));
    }

    // "FUZHOU, Sept. 20 --" says where and when the report was written and is no part of its first sentence.
    private static bool IsDateline(ImmutableArray<Token>.Builder before)
    {
        const int Longest = 14;
        if (before.Count is < 2 or > Longest || before[0].Text.Length < 2) return false;
        foreach (char c in before[0].Text)
            if (!char.IsUpper(c) && c is not ('-' or '.' or '’' or '\'')) return false;
        for (int i = 1; i < before.Count - 1; i++)
            if (char.IsLower(before[i].Text[0]) && before[i].Upos is not Upos.Adp) return false;
        return true;
    }

    // "U.S." and the like end a sentence only before a word that hardly ever follows a name.
    private static bool IsStop(string form) => form is "." or "?" or "!" or "…" or "..." || form is [.., '.'] && Tokenizer.IsAcronym(form);

    private static bool Begins(string body, TextSpan span, string stop)
    {
        char first = body[span.Start];
        if (Tokenizer.IsAcronym(stop)) return ClosedClasses.Opens(body.Substring(span.Start, span.Length));
        return !char.IsLower(first) && first is not (',' or ';' or ':');
    }
}
