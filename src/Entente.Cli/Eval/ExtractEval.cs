using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Entente.Documents;
using Entente.Evaluation;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval extract FILE…</c>: main text of web pages against annotated bodies; pages stand in <c>pages/</c> beside the file.</summary>
internal static class ExtractEval
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore, Description = "ground-truth.json, or the folder it is in." };
        var command = new Command("extract", "Score main text extraction from web pages.") { files };
        command.SetAction((parseResult, _) => Task.FromResult(Run(parseResult.GetValue(files) ?? [])));
        return command;
    }

    private static int Run(string[] paths)
    {
        var pairs = new List<(string Gold, string Found)>();
        foreach (string path in paths)
        {
            string gold = Directory.Exists(path) ? Path.Combine(path, "ground-truth.json") : path;
            if (!File.Exists(gold))
            {
                Console.Error.WriteLine($"{gold}: there is no such file.");
                return ExitCodes.Input;
            }
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(gold));
            string pages = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(gold)) ?? ".", "pages");
            foreach (JsonProperty item in json.RootElement.EnumerateObject())
                pairs.Add((item.Value.GetProperty("articleBody").GetString() ?? "", Text(Path.Combine(pages, item.Name + ".html"))));
        }
        if (ExtractScorer.Score(pairs) is not { } score)
        {
            Console.Error.WriteLine("No annotated page was found.");
            return ExitCodes.Input;
        }
        Console.Out.WriteLine(JsonSerializer.Serialize(new { n = score.Pages, precision = score.Precision, recall = score.Recall, f1 = score.F1 }));
        return ExitCodes.Ok;
    }

    private static string Text(string path)
    {
        string file = File.Exists(path) ? path : path + ".gz";
        if (!File.Exists(file)) return "";
        using Stream raw = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return string.Join('\n', DocumentReader.Read(RawInput.FromBytes(file, bytes.ToArray(), "text/html"), new DocumentReaderOptions())
            .Select(r => r.Document?.Body.Text ?? ""));
    }
}
