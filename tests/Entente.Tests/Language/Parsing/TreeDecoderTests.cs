using CsCheck;
using Entente.Language.Parsing;

namespace Entente.Tests.Language.Parsing;

public class TreeDecoderTests
{
    [Fact]
    public void Decode_AnyScores_GivesOneRootAndNoCycle() =>
        Gen.Int[1, 14].SelectMany(n => Gen.Float.Array[n * (n + 1)]).Sample(scores =>
        {
            int n = (int)Math.Floor(Math.Sqrt(scores.Length));
            var heads = new int[n];
            TreeDecoder.Decode(scores, heads);
            return heads.Count(h => h == -1) == 1 && TreeDecoder.IsAcyclic(heads) && heads.All(h => h >= -1 && h < n);
        });

    [Fact]
    public void Decode_SmallSentences_FindsTheBestTreeOfItsRoot() =>
        Gen.Int[2, 5].SelectMany(n => Gen.Float[-4, 4].Array[n * (n + 1)]).Sample(scores =>
        {
            int n = (int)Math.Floor(Math.Sqrt(scores.Length));
            var heads = new int[n];
            TreeDecoder.Decode(scores, heads);
            float best = Trees(n).Where(t => Array.IndexOf(t, -1) == Array.IndexOf(heads, -1)).Max(t => Score(scores, t));
            return Math.Abs(best - Score(scores, heads)) < 1e-3;
        });

    [Fact]
    public void Decode_Cycle_IsBrokenWhereItCostsLeast()
    {
        // Words 0 and 1 prefer each other; 0 would lose 1 by taking the root, 1 would lose 5.
        float[] scores = [9, 0, 10, 0, 4, 9, 0, 0, 0, 0, 3, 0];
        var heads = new int[3];
        TreeDecoder.Decode(scores, heads);
        Assert.Equal([-1, 0, 1], heads);
    }

    private static float Score(float[] scores, int[] heads) => heads.Index().Sum(h => scores[h.Index * (heads.Length + 1) + h.Item + 1]);

    private static IEnumerable<int[]> Trees(int n)
    {
        var heads = new int[n];
        for (int code = 0; code < Math.Pow(n + 1, n); code++)
        {
            int rest = code;
            for (int i = 0; i < n; i++, rest /= n + 1) heads[i] = rest % (n + 1) - 1;
            if (heads.Count(h => h == -1) == 1 && heads.Index().All(h => h.Index != h.Item) && TreeDecoder.IsAcyclic(heads)) yield return [.. heads];
        }
    }
}
