using System.Globalization;
using CsCheck;
using Entente.Language;
using Entente.Language.Segmenting;

namespace Entente.Tests.Language.Segmenting;

/// <summary>What holds of any model: here one with random weights, so that every decision is taken somewhere.</summary>
public class SegmenterTests
{
    private static readonly Segmenter Any = new(new SegmenterModel(Weights(1 << 12, 2, 7), Weights(1 << 12, 1, 8), 40));

    private static readonly string[] Parts =
        ["Mr. ", "don't ", "U.S.-led ", "\n", "\n\n", " ", "(", "”", "...", "$5m", "a@b.org ", "cannot ", "é", "\u0301", "😀", "\uD800", "北京。", "İ"];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Parts.Length - 1], Gen.String).Select((i, any) => Parts[i] + any).Array[0, 12].Select(string.Concat);

    private static HashedWeights Weights(int rows, int each, int seed)
    {
        var random = new Random(seed);
        return new HashedWeights(each + 1, [.. Enumerable.Range(0, rows * each).Select(_ => (sbyte)random.Next(-20, 21))]);
    }

    [Fact]
    public void Segment_AnyString_WordsTileTheTextInOrder() => Texts.Sample(text =>
    {
        var covered = new bool[text.Length];
        int last = 0;
        foreach (SegmentedSentence sentence in Any.Segment(text))
        {
            Assert.NotEmpty(sentence.Words);
            Assert.False(sentence.Words[0].ContinuesWord);
            foreach (WordSpan word in sentence.Words)
            {
                Assert.True(word.Length > 0 && word.Start >= last);
                if (word.ContinuesWord) Assert.Equal(last, word.Start);
                Assert.DoesNotContain(text.Substring(word.Start, word.Length), char.IsWhiteSpace);
                covered.AsSpan(word.Start, word.Length).Fill(true);
                last = word.End;
            }
        }
        for (int i = 0; i < text.Length; i++) Assert.Equal(!char.IsWhiteSpace(text[i]), covered[i]);
    });

    [Fact]
    public void Segment_Paragraph_DoesNotDependOnItsNeighbours() => Gen.Select(Texts, Texts).Sample((a, b) =>
    {
        string first = a.Trim(), second = b.Trim();
        string[] alone = [.. Shown(first), .. Shown(second)];
        Assert.Equal(alone, Shown(first + "\n \n" + second));
    });

    [Fact]
    public void Segment_TurkishCulture_CutsTheSame() => Texts.Sample(text =>
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] here = Shown(text);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(here, Shown(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });

    [Fact]
    public void Segment_WordsWithoutEnd_AreCutAndSayso()
    {
        IReadOnlyList<SegmentedSentence> sentences = Never.Segment(string.Concat(Enumerable.Repeat("word ", 1000)));
        Assert.Equal([350, 350, 300], sentences.Select(s => s.Words.Length));
        Assert.Equal([true, true, false], sentences.Select(s => s.IsCut));
    }

    // Work is counted by the questions asked, each of which looks at a bounded window.
    [Theory]
    [InlineData(".")]
    [InlineData("a-")]
    [InlineData("word. ")]
    [InlineData("\n x")]
    [InlineData("“(")]
    public void Segment_LongerText_AsksInProportion(string part)
    {
        long Asked(int times)
        {
            var words = new List<Piece>();
            var counter = new Counter();
            string text = string.Concat(Enumerable.Repeat(part, times));
            WordCutter.Cut(text, 0, text.Length, ref counter, words);
            SentenceSplitter.Split(words, ref counter, []);
            return counter.Asked;
        }
        Assert.InRange(Asked(40_000), 1, 4 * Asked(10_000) + 100);
    }

    [Fact]
    public void Of_BlankLines_PartParagraphs() =>
        Assert.Equal(["a\nb", "c", "d"], Paragraphs.Of("\n a\nb\r\n \t\r\n\nc\n\nd\n").Select(p => "\n a\nb\r\n \t\r\n\nc\n\nd\n"[p.Start..p.End].Trim()));

    private static readonly Segmenter Never = new(new SegmenterModel(new HashedWeights(3, new sbyte[4]), new HashedWeights(2, new sbyte[2]), 0));

    private static string[] Shown(string text) =>
        [.. Any.Segment(text).Select(s => string.Join('|', s.Words.Select(w => string.Concat(w.ContinuesWord ? "+" : "", text.AsSpan(w.Start, w.Length)))))];

    private struct Counter : IDecider
    {
        public long Asked { get; private set; }

        public int Decide(int position, ReadOnlySpan<uint> features)
        {
            Asked++;
            return features.IsEmpty ? 0 : (int)(features[0] & 1);
        }
    }
}
