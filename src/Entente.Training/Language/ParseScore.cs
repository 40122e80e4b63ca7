using System.Diagnostics;
using System.Globalization;
using Entente.Language.Parsing;
using Entente.Training.Treebanks;

namespace Entente.Training.Language;

/// <summary>Accuracy on gold tokens. Relations are compared without subtypes, as CoNLL 2018 does.</summary>
/// <param name="Words">Words scored, punctuation included.</param>
/// <param name="Upos">Share of words with the right part of speech.</param>
/// <param name="Xpos">Share with the right Penn tag.</param>
/// <param name="Features">Share with the right features.</param>
/// <param name="Uas">Share with the right head.</param>
/// <param name="Las">Share with the right head and relation.</param>
/// <param name="WordsPerSecond">Speed of one thread, tokens given.</param>
internal sealed record ParseScore(int Words, double Upos, double Xpos, double Features, double Uas, double Las, double WordsPerSecond)
{
    /// <summary>Scores a model.</summary>
    public static ParseScore Of(DependencyModel model, IReadOnlyList<GoldSentence> gold)
    {
        int words = 0, upos = 0, xpos = 0, features = 0, uas = 0, las = 0;
        long start = Stopwatch.GetTimestamp();
        WordAnalysis[][] predicted = [.. gold.Chunk(40).SelectMany(c => model.Analyze([.. c.Select(s => s.Forms)]))];
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        for (int s = 0; s < gold.Count; s++)
            for (int i = 0; i < predicted[s].Length; i++)
            {
                WordAnalysis word = predicted[s][i];
                string[] tag = gold[s].Tags[i].Split('\t');
                words++;
                if (word.Upos.ToString().Equals(tag[0], StringComparison.OrdinalIgnoreCase)) upos++;
                if (word.Xpos == tag[1]) xpos++;
                if ((word.Features ?? "_") == tag[2]) features++;
                if (word.Head != gold[s].Heads[i]) continue;
                uas++;
                if (Main(word.Relation).SequenceEqual(Main(gold[s].Relations[i]))) las++;
            }
        double n = Math.Max(1, words);
        return new ParseScore(words, upos / n, xpos / n, features / n, uas / n, las / n, words / seconds);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {100 * Upos:f2} XPOS {100 * Xpos:f2} feats {100 * Features:f2} UAS {100 * Uas:f2} LAS {100 * Las:f2} ({WordsPerSecond:f0} words/s)");

    private static ReadOnlySpan<char> Main(string relation) => relation.AsSpan()[..(relation.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? colon : relation.Length)];
}
