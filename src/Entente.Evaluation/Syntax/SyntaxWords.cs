using System.Collections.Frozen;
using Entente.Language.Conllu;

namespace Entente.Evaluation.Syntax;

/// <summary>A stretch of the file's characters, white space left out: <c>[Start, End)</c>.</summary>
internal readonly record struct CharacterSpan(int Start, int End);

/// <summary>One word with its place among the characters.</summary>
/// <param name="Span">Its characters; those of the whole token for a word of a token of several words.</param>
/// <param name="Word">Its columns.</param>
/// <param name="IsMultiWord">Whether it is part of a token of several words.</param>
/// <param name="Head">Index of its head among all words of the file; <see cref="Root"/>, or <see cref="Unknown"/>.</param>
internal sealed record SyntaxWord(CharacterSpan Span, ConlluWord Word, bool IsMultiWord, int Head)
{
    public const int Root = -1, Unknown = -2;

    // conll18_ud_eval: CONTENT_DEPRELS. Functional relations (aux cop mark det clf case cc) and punct are not among them.
    private static readonly FrozenSet<string> ContentRelations = ("nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod "
        + "discourse nmod appos nummod acl amod conj fixed flat compound list parataxis orphan goeswith reparandum root dep")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // conll18_ud_eval: UNIVERSAL_FEATURES.
    private static readonly FrozenSet<string> UniversalFeatures = ("PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite "
        + "Degree VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The relation without its subtype; empty when unknown.</summary>
    public string Relation { get; } = Word.Relation is { } r ? r.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? r[..at] : r : "";

    public bool IsContent => ContentRelations.Contains(Relation);

    /// <summary>The universal features, sorted.</summary>
    public string Features => Word.Features is null ? "" : string.Join('|',
        Word.Features.Split('|').Where(f => UniversalFeatures.Contains(f.Split('=', 2)[0])).Order(StringComparer.Ordinal));
}

/// <summary>A file as the scorer sees it: characters, spans of tokens and sentences, words.</summary>
internal sealed class SyntaxFile
{
    public string Characters { get; }

    public List<CharacterSpan> Tokens { get; } = [];

    public List<CharacterSpan> Sentences { get; } = [];

    public List<SyntaxWord> Words { get; } = [];

    public SyntaxFile(IEnumerable<ConlluSentence> sentences)
    {
        var characters = new System.Text.StringBuilder();
        foreach (ConlluSentence sentence in sentences)
        {
            int start = characters.Length, first = Words.Count;
            foreach ((string form, int from, int to, _) in sentence.SurfaceTokens())
            {
                int at = characters.Length;
                foreach (char c in form)
                    if (!char.IsWhiteSpace(c)) characters.Append(c);
                var span = new CharacterSpan(at, characters.Length);
                Tokens.Add(span);
                for (int i = from; i < to; i++)
                {
                    ConlluWord word = sentence.Words[i];
                    int head = word.Head switch { null => SyntaxWord.Unknown, 0 => SyntaxWord.Root, { } h => first + h - 1 };
                    Words.Add(new SyntaxWord(span, word, to > from + 1, head));
                }
            }
            Sentences.Add(new CharacterSpan(start, characters.Length));
        }
        Characters = characters.ToString();
    }
}
