using Entente.Language.Conllu;

namespace Entente.Evaluation.Syntax;

/// <summary>Scores a system's CoNLL-U against gold by the definitions of the CoNLL 2018 shared task.</summary>
public static class SyntaxScorer
{
    /// <summary>Scores.</summary>
    /// <param name="gold">The annotated sentences.</param>
    /// <param name="system">The system's, of the same text: the same characters, white space aside.</param>
    /// <exception cref="InvalidDataException">The two are not of the same text, or the gold has words without a head.</exception>
    public static SyntaxScore Score(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        SyntaxFile ours = new(gold), theirs = new(system);
        if (ours.Words.FindIndex(w => w.Head == SyntaxWord.Unknown) is var open and >= 0)
            throw new InvalidDataException($"The gold word \"{ours.Words[open].Word.Form}\" has no head; only fully annotated files can be scored.");
        RequireSameText(ours.Characters, theirs.Characters);
        var alignment = new WordAlignment(ours.Words, theirs.Words);
        return new SyntaxScore(
            Spans(ours.Tokens, theirs.Tokens),
            Spans(ours.Sentences, theirs.Sentences),
            new UnitScore(ours.Words.Count, theirs.Words.Count, alignment.Pairs.Count),
            Words((g, s) => g.Word.Upos == s.Word.Upos),
            Words((g, s) => g.Word.Xpos == s.Word.Xpos),
            Words((g, s) => g.Features == s.Features),
            Words((g, s) => g.Word.Lemma is null || g.Word.Lemma == s.Word.Lemma),
            Words(SameHead),
            Words((g, s) => SameHead(g, s) && g.Relation == s.Relation),
            new UnitScore(ours.Words.Count(w => w.IsContent), theirs.Words.Count(w => w.IsContent),
                Count((g, s) => g.IsContent && SameHead(g, s) && g.Relation == s.Relation)));

        bool SameHead(SyntaxWord g, SyntaxWord s) => g.Head == alignment.GoldOf(s.Head);

        UnitScore Words(Func<SyntaxWord, SyntaxWord, bool> right) => new(ours.Words.Count, theirs.Words.Count, Count(right));

        int Count(Func<SyntaxWord, SyntaxWord, bool> right) => alignment.Pairs.Count(p => right(ours.Words[p.Gold], theirs.Words[p.System]));
    }

    private static UnitScore Spans(List<CharacterSpan> gold, List<CharacterSpan> system)
    {
        int correct = 0, g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].Start < system[s].Start) g++;
            else if (gold[g].Start > system[s].Start) s++;
            else if (gold[g++].End == system[s++].End) correct++;
        }
        return new UnitScore(gold.Count, system.Count, correct);
    }

    private static void RequireSameText(string gold, string system)
    {
        int at = gold.AsSpan().CommonPrefixLength(system);
        if (at == gold.Length && at == system.Length) return;
        throw new InvalidDataException($"The texts differ after {at} characters: gold has \"{Excerpt(gold, at)}\", the system \"{Excerpt(system, at)}\".");
    }

    private static string Excerpt(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at));
}
