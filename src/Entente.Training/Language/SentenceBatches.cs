using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>Batches of sentences of about one length, but never quite the same ones, in random order.</summary>
internal static class SentenceBatches
{
    /// <summary>Batches of about so many words.</summary>
    public static T[][] Of<T>(IReadOnlyList<T> sentences, Func<T, int> length, int words, SeededRandom random)
    {
        (float Key, T Sentence)[] keyed = [.. sentences.Select(s => (length(s) + 4 * random.NextSingle(), s))];
        Array.Sort(keyed, (a, b) => a.Key.CompareTo(b.Key));
        var batches = new List<T[]>();
        var batch = new List<T>();
        int size = 0;
        foreach ((_, T sentence) in keyed)
        {
            batch.Add(sentence);
            size += length(sentence);
            if (size < words) continue;
            batches.Add([.. batch]);
            batch.Clear();
            size = 0;
        }
        if (batch.Count > 0) batches.Add([.. batch]);
        T[][] shuffled = [.. batches];
        random.Shuffle<T[]>(shuffled);
        return shuffled;
    }
}
