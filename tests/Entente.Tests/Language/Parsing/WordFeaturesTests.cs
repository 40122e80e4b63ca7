using Entente.Language.Networks;
using Entente.Language.Tagging;

namespace Entente.Tests.Language.Parsing;

public class WordFeaturesTests
{
    [Theory]
    [InlineData("China", "china")]
    [InlineData("1,250", "0,000")]
    [InlineData("“", "\"")]
    [InlineData("’s", "'s")]
    [InlineData("—", "-")]
    [InlineData("…", "...")]
    [InlineData("", "")]
    public void Normalize_Form_IsAsTheVocabularyHasIt(string form, string expected) => Assert.Equal(expected, WordFeatures.Normalize(form));

    [Fact]
    public void Normalize_UnderTurkishCulture_IsTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("initial", WordFeatures.Normalize("INITIAL"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\"", "“")]
    [InlineData("”", "“")]
    [InlineData("us", "US")]
    [InlineData("walked", "walker")]
    public void Hash_FormsThatDiffer_HaveFeaturesThatDiffer(string one, string other)
    {
        Span<int> a = stackalloc int[WordFeatures.Most], b = stackalloc int[WordFeatures.Most];
        Assert.NotEqual(a[..WordFeatures.Hash(one, 32768, a)].ToArray(), b[..WordFeatures.Hash(other, 32768, b)].ToArray());
    }

    [Fact]
    public void StepLayout_SentencesOfAnyLengths_GivesEachWordARowOfItsOwn()
    {
        int[] lengths = [3, 0, 5, 1, 5];
        var layout = new StepLayout();
        layout.Arrange(lengths);
        var rows = new List<int>();
        for (int rank = 0; rank < layout.Sentences; rank++)
        {
            Assert.Equal(lengths[layout.Sentence(rank)], layout.Length(rank));
            for (int step = 0; step < layout.Length(rank); step++) rows.Add(layout.Row(rank, step));
        }
        Assert.Equal(Enumerable.Range(0, 14), rows.Order());
        Assert.Equal([4, 3, 3, 2, 2], Enumerable.Range(0, layout.Steps).Select(layout.Active));
    }
}
