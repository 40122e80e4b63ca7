using Entente.Training.Networks;
using Entente.Training.Treebanks;

namespace Entente.Training.Language;

/// <summary>Varies a few sentences as news pages do: capitals throughout, no capitals, no final stop.</summary>
/// <remarks>Quotes and dashes need no variation: the features of words make them plain.</remarks>
internal static class NewsStyle
{
    /// <summary>The sentence, or one time in about sixteen a variant.</summary>
    public static GoldSentence Vary(GoldSentence sentence, SeededRandom random)
    {
        float chance = random.NextSingle();
        if (chance < 0.015f) return sentence with { Forms = [.. sentence.Forms.Select(f => f.ToUpperInvariant())] };
        if (chance < 0.025f) return sentence with { Forms = [.. sentence.Forms.Select(f => f.ToLowerInvariant())] };
        return chance < 0.06f ? WithoutStop(sentence) : sentence;
    }

    private static GoldSentence WithoutStop(GoldSentence s)
    {
        int last = s.Forms.Length - 1;
        if (last < 2 || s.Forms[last] != "." || s.Heads.Contains(last)) return s;
        return new GoldSentence(s.Forms[..last], s.Tags[..last], s.Heads[..last], s.Relations[..last]);
    }
}
