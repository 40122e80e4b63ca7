using System.Collections.Frozen;

namespace Entente.Language.Segmenting;

/// <summary>Words written without an apostrophe that the treebanks may read as two or three (<c>cannot</c>, <c>gonna</c>, <c>dont</c>).</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, int[]> Cuts = Build();

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Cuts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where a run of letters may be cut; empty for nearly every word.</summary>
    public static ReadOnlySpan<int> Of(ReadOnlySpan<char> letters) =>
        letters.Length is >= 2 and <= 10 && Lookup.TryGetValue(letters, out int[]? cuts) ? cuts : [];

    private static FrozenDictionary<string, int[]> Build()
    {
        var cuts = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        Add("can|not gon|na got|ta wan|na du|n|no gim|me lem|me out|ta kind|a lot|ta what|cha got|cha c'|mon "
            + "do|nt does|nt did|nt wo|nt ca|nt ai|nt is|nt are|nt ar|nt was|nt were|nt have|nt has|nt had|nt could|nt would|nt should|nt must|nt "
            + "i|m i|ve i|d i|ll you|re you|r you|ve you|ll u|r they|re they|ve they|ll we|ve he|s she|s it|s it|ll that|s that|ll there|s here|s what|s who|s let|s "
            + "how|s where|s else|s every|day a|while y|all");
        return cuts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string words)
        {
            foreach (string word in words.Split(' '))
            {
                string[] parts = word.Split('|');
                cuts[string.Concat(parts)] = [.. Enumerable.Range(1, parts.Length - 1).Select(n => parts.Take(n).Sum(p => p.Length))];
            }
        }
    }
}
