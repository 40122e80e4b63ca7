using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Evaluation.Syntax;
using Entente.Language;
using Entente.Language.Conllu;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval parse FILE…</c>: the CoNLL 2018 scores, from 0 to 100, and words a second.</summary>
internal static class ParseEval
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Annotated CoNLL-U; .gz too. Several are scored as one." };
        var raw = new Option<bool>("--raw") { Description = "Parse the documents' text from scratch. The default." };
        var gold = new Option<bool>("--gold-tokens") { Description = "Parse the annotated sentences and words." };
        var rules = new Option<bool>("--rules") { Description = "Score the rules that work without a model: no heads, few tags." };
        var command = new Command("parse", "Score sentences, words, tags, lemmas and dependencies by the CoNLL 2018 definitions.") { files, raw, gold, rules };
        command.Validators.Add(result =>
        {
            if (result.GetValue(raw) && result.GetValue(gold)) result.AddError("--raw and --gold-tokens exclude each other; give one.");
        });
        command.SetAction(parse =>
        {
            string reading = "";
            try
            {
                var documents = new List<GoldDocument>();
                foreach (FileInfo file in parse.GetRequiredValue(files))
                {
                    reading = file.Name;
                    using StreamReader reader = Open(file);
                    documents.AddRange(GoldDocument.ReadAll(reader));
                }
                if (documents.Count == 0) throw new InvalidDataException("no sentence in it.");
                if (parse.GetValue(rules)) Print(documents, parse.GetValue(gold), new RuleSentenceParser());
                else Print(documents, parse.GetValue(gold), LanguageModels.English);
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ConlluException or InvalidDataException)
            {
                Console.Error.WriteLine($"{reading}: {e.Message}");
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static void Print<TParser>(List<GoldDocument> documents, bool goldTokens, TParser parser) where TParser : ISentenceParser, ISentenceAnnotator
    {
        SyntaxScore score = goldTokens ? SyntaxEvaluation.ScoreGoldTokens(documents, parser) : SyntaxEvaluation.ScoreRaw(documents, parser);
        (double clock, double processor) = SyntaxEvaluation.WordsPerSecond(documents, parser);
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            tokens_f1 = Percent(score.Tokens),
            sentences_f1 = Percent(score.Sentences),
            words_f1 = Percent(score.Words),
            upos = Percent(score.Upos),
            xpos = Percent(score.Xpos),
            ufeats = Percent(score.UFeats),
            lemmas = Percent(score.Lemmas),
            uas = Percent(score.Uas),
            las = Percent(score.Las),
            clas = Percent(score.Clas),
            words_per_second = Math.Round(clock),
            words_per_processor_second = Math.Round(processor),
            mode = goldTokens ? "gold-tokens" : "raw",
            parser = parser.Version,
            words = score.Words.Gold,
            sentences = score.Sentences.Gold,
        }));
    }

    private static double Percent(UnitScore score) => Math.Round(score.F1, 2, MidpointRounding.AwayFromZero);

    private static StreamReader Open(FileInfo file)
    {
        FileStream raw = file.OpenRead();
        return new StreamReader(file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
    }
}
