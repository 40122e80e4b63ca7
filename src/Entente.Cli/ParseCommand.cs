using System.CommandLine;
using System.Globalization;
using Entente.Documents;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Drawing;

namespace Entente.Cli;

/// <summary><c>entente parse</c>: sentences, words, tags and dependencies of texts as CoNLL-U, as trees or as a picture.</summary>
internal static class ParseCommand
{
    private const int DrawnAtMost = 500;

    public static Command Create()
    {
        var reading = new ReadingOptions();
        var tree = new Option<bool>("--tree") { Description = "Draw the trees as text, 80 columns wide, in place of CoNLL-U." };
        var svg = new Option<FileInfo?>("--svg") { Description = $"Draw the first {DrawnAtMost} sentences as arcs into this file, in place of CoNLL-U." };
        var rules = new Option<bool>("--rules") { Description = "Cut by rules alone, without a model: no heads, few tags." };
        var command = new Command("parse", "Prints the sentences of texts as CoNLL-U, with tags, lemmas and dependencies.") { tree, svg, rules };
        reading.AddTo(command);
        command.SetAction((parse, cancellation) => Task.Run(() =>
        {
            ISentenceParser parser = parse.GetValue(rules) ? new RuleSentenceParser() : ReadingOptions.Parser();
            return Run(reading, parse, parser, parse.GetValue(tree), parse.GetValue(svg), cancellation);
        }, CancellationToken.None));
        return command;
    }

    private static int Run(ReadingOptions reading, ParseResult parse, ISentenceParser parser, bool tree, FileInfo? svg, CancellationToken cancellation)
    {
        int skips = 0, documents = 0;
        var drawn = new List<ParsedSentence>();
        var inputs = new TextInputs(reading.Pipeline(parse), reading.Web(parse), skipped =>
        {
            skips++;
            Console.Error.WriteLine(TextInputs.Describe(skipped));
        }, _ => { });
        try
        {
            foreach (Document document in inputs.Documents(parse.GetRequiredValue(reading.Paths), cancellation))
            {
                documents++;
                IReadOnlyList<ParsedSentence> sentences = parser.Parse(document.Body);
                if (svg is not null) drawn.AddRange(sentences.Take(DrawnAtMost - drawn.Count));
                else Print(document, sentences, tree ? null : parser.Version);
            }
            if (svg is not null) File.WriteAllText(svg.FullName, ArcDiagram.Draw(drawn));
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException and not ClosedOutputException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Input;
        }
        return ExitCodes.OfReading(documents, skips);
    }

    private static void Print(Document document, IReadOnlyList<ParsedSentence> sentences, string? conlluOf)
    {
        using var output = new StringWriter();
        if (conlluOf is null) WriteTrees(output, document, sentences);
        else WriteConllu(output, document, sentences, conlluOf);
        Console.Out.Write(output.ToString());
        Console.Out.Flush();
    }

    private static void WriteConllu(TextWriter output, Document document, IReadOnlyList<ParsedSentence> sentences, string version)
    {
        int end = 0;
        foreach ((int i, ParsedSentence sentence) in sentences.Index())
        {
            ConlluSentence conllu = sentence.ToConllu(document.Body);
            string[] head = i == 0 ? [$"newdoc id = {document.Id}", $"parser = {version}"] : [];
            bool paragraph = document.Body.Text.AsSpan(end, sentence.Span.Start - end).Contains('\n');
            ConlluWriter.Write(output, conllu with
            {
                Comments = [.. head, .. i == 0 || paragraph ? (string[])["newpar"] : [],
                    string.Create(CultureInfo.InvariantCulture, $"sent_id = {document.Id}-{i + 1}"), .. conllu.Comments,
                    .. sentence.IsCut ? (string[])["cut = longer than a parser takes"] : []],
            });
            end = sentence.Span.End;
        }
    }

    private static void WriteTrees(TextWriter output, Document document, IReadOnlyList<ParsedSentence> sentences)
    {
        bool colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        foreach (ParsedSentence sentence in sentences)
        {
            output.Write(TreeText.Draw(sentence, colour: colour));
            output.Write('\n');
        }
        if (sentences.Count > 0 && !sentences[0].IsParsed)
            Console.Error.WriteLine($"{document.Origin.Location}: words only; a parser without a model gives no tree.");
    }
}
