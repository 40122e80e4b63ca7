using System.Security.Cryptography;
using System.Text;
using Entente.Documents;
using Entente.Language;
using Entente.Language.Parsing;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>The eleven direct quotations of the project's own article, with their speakers; runs where the shared data is.</summary>
public sealed class RealArticleQuotationTests
{
    // First eight hexadecimal digits of SHA-256 over the first nine letters, lower case: the article itself is not ours to commit.
    private static readonly (string Begins, string Speaker, string? Outlet)[] Expected =
    [
        ("96194138", "Alexander Korolev", null),
        ("73284c1e", "Alexander Korolev", null),
        ("2cf5ca9b", "Joseph Torigian", null),
        ("cae95293", "Joseph Torigian", null),
        ("4ebfd91a", "Joseph Torigian", null),
        ("3393f677", "Brian Hart", null),
        ("1506b1ec", "Brian Hart", null),
        ("c652b57a", "Vladimir Putin", "Associated Press"),
        ("4e767faa", "Xi Jinping", "Xinhua"),
        ("a96f9939", "Brian Hart", null),
        ("b5fc8f7e", "Brian Hart", null),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RealArticle_ElevenQuotations_AtLeastTenHaveTheirSpeaker(bool parsed)
    {
        List<QuotationObservation> read = Quotations(parsed);
        string[] wrong = [.. Expected.Where(e => !read.Exists(q => BeginningOf(q) == e.Begins && q.Speaker == e.Speaker && (e.Outlet is null ? q.Outlet is null : q.Outlet?.Contains(e.Outlet, StringComparison.Ordinal) == true)))
            .Select(e => $"{e.Begins} by {e.Speaker}: " + string.Join(" / ", read.Where(q => BeginningOf(q) == e.Begins).Select(q => $"{q.Speaker} via {q.Outlet}")))];
        Assert.True(wrong.Length <= 1, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void RealArticle_WordsOfEveryQuotation_StandInTheText()
    {
        foreach (QuotationObservation q in Quotations(parsed: true))
        {
            Assert.False(char.IsWhiteSpace(q.Words[0]) || q.Words[0] is ',' or ';', q.Words);
            Assert.Contains(q.Words.Split(' ')[0], q.Evidence.Quoted, StringComparison.Ordinal);
        }
    }

    private static string BeginningOf(QuotationObservation q) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. q.Words.Where(char.IsLetter).Take(9)]).ToLowerInvariant())).AsSpan(0, 4));

    private static List<QuotationObservation> Quotations(bool parsed)
    {
        string? file = Find("shared/data/articles/united-front-2022-09.txt");
        if (file is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI lacks ../shared/data/articles/united-front-2022-09.txt.");
            Assert.Skip("../shared/data/articles/united-front-2022-09.txt is not here.");
        }
        var options = new DocumentReaderOptions { GivenDate = new DateOnly(2022, 9, 20) };
        var pipeline = new EntentePipeline(options, new DocumentCoder(parsed ? English() : new RuleSentenceParser(), ObservationReaders.All));
        Document[] documents = [.. pipeline.Read(new RawInput("article", () => File.OpenRead(file))).Select(r => r.Document!)];
        return [.. pipeline.Code(documents, 1, _ => { }, TestContext.Current.CancellationToken).SelectMany(d => d.Observations).OfType<QuotationObservation>()];
    }

    private static NeuralSentenceParser English()
    {
        using FileStream words = File.OpenRead(Find("data/models/english-words.bin")!), model = File.OpenRead(Find("data/models/english.bin")!);
        return NeuralSentenceParser.Load(WordModel.Load(words), model);
    }

    private static string? Find(string path)
    {
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, path))) return Path.Combine(at, path);
        return null;
    }
}
