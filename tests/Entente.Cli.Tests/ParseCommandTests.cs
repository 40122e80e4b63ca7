using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Language.Conllu;

namespace Entente.Cli.Tests;

// Tests that take over the console run one after another.
[Collection("console")]
public sealed class ParseCommandTests : IDisposable
{
    private const string Text = "Peru didn’t sign.\n\nMessrs. Ito and Sy left the U.S.-led talks. “It’s over,” he said.\nA Heading\nChina’s envoy stayed.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-parse-").FullName;

    private string Article
    {
        get
        {
            string path = Path.Combine(_folder, "a.txt");
            File.WriteAllText(path, Text);
            return path;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parse_Text_WritesConlluWhoseTokensLieInTheText(bool rules)
    {
        (int exit, string output) = Run(["parse", Article, .. rules ? (string[])["--rules"] : []]);
        Assert.Equal(ExitCodes.Ok, exit);
        ConlluSentence[] sentences = [.. ConlluReader.Read(new StringReader(output))];
        foreach (ConlluSentence sentence in sentences)
            foreach ((string form, string? misc) in sentence.Words.Select(w => (w.Form, w.Misc)).Concat(sentence.MultiWordTokens.Select(t => (t.Form, t.Misc))).Where(t => t.Item2 is not null))
            {
                Dictionary<string, string> at = misc!.Split('|').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
                int start = int.Parse(at["start_char"], CultureInfo.InvariantCulture), end = int.Parse(at["end_char"], CultureInfo.InvariantCulture);
                Assert.Equal(form, Text[start..end]);
            }
        Assert.True(sentences[0].StartsDocument);
        Assert.Equal("didn’t", Assert.Single(sentences[0].MultiWordTokens).Form);
        Assert.All(sentences, s => Assert.Equal(rules, s.Words.All(w => w.Head is null)));
    }

    [Fact]
    public void Parse_NewsText_EndsSentencesWhereNewsDoes()
    {
        string[] sentences = [.. ConlluReader.Read(new StringReader(Run("parse", Article).Output)).Select(s => s.Comment("text")!)];
        Assert.Equal(["Peru didn’t sign.", "Messrs. Ito and Sy left the U.S.-led talks.", "“It’s over,” he said.", "A Heading", "China’s envoy stayed."], sentences);
    }

    [Fact]
    public void Parse_TreeAndSvg_DrawWithoutConllu()
    {
        Assert.Contains("└─ ", Run("parse", Article, "--tree").Output, StringComparison.Ordinal);
        string svg = Path.Combine(_folder, "a.svg");
        Assert.Equal((ExitCodes.Ok, ""), Run("parse", Article, "--svg", svg));
        Assert.Equal("svg", XElement.Load(svg).Name.LocalName);
    }

    [Fact]
    public void EvalParse_ItsOwnOutput_ScoresAHundred()
    {
        string gold = Path.Combine(_folder, "gold.conllu");
        File.WriteAllText(gold, Run("parse", Article).Output);
        (int exit, string output) = Run("eval", "parse", gold, "--gold-tokens");
        Assert.Equal(ExitCodes.Ok, exit);
        JsonElement score = JsonDocument.Parse(output).RootElement;
        foreach (string key in (string[])["tokens_f1", "sentences_f1", "upos", "xpos", "lemmas", "uas", "las", "clas"]) Assert.Equal(100, score.GetProperty(key).GetDouble());
        Assert.True(score.GetProperty("words_per_second").GetDouble() > 0);
    }

    [Fact]
    public void EvalParse_NoConllu_SaysWhichLine() => Assert.Equal(ExitCodes.Input, Run("eval", "parse", Article).Exit);

    private static (int Exit, string Output) Run(params string[] arguments)
    {
        TextWriter before = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            return (EntenteCommand.Create().Parse(arguments).Invoke(), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
