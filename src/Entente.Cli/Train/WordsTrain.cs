using System.CommandLine;
using System.IO.Compression;
using Entente.Evaluation.Syntax;
using Entente.Language.Conllu;
using Entente.Training.Words;

namespace Entente.Cli.Train;

/// <summary><c>entente train words --treebank DIR… --out FILE</c>: treebanks to the model of words, sentences and lemmas.</summary>
internal static class WordsTrain
{
    public static Command Create()
    {
        var treebanks = new Option<DirectoryInfo[]>("--treebank") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Folders with *-train.conllu and *-dev.conllu; .gz too." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Model file to write." };
        var seed = new Option<int>("--seed") { Description = "Seed of every random choice.", DefaultValueFactory = _ => 1 };
        var name = new Option<string>("--name") { Description = "Name and version the model will carry.", DefaultValueFactory = _ => "english-words@1" };
        var command = new Command("words", "Train the cutting of text into words and sentences, and lemmas; progress goes to stderr.") { treebanks, output, seed, name };
        command.SetAction(parse =>
        {
            try
            {
                FileInfo[] files = [.. parse.GetRequiredValue(treebanks).SelectMany(d => d.GetFiles()).OrderBy(f => f.Name, StringComparer.Ordinal)];
                List<GoldDocument> train = Read(files, "-train.conllu");
                if (train.Count == 0) throw new InvalidDataException("No *-train.conllu or *-train.conllu.gz in the folders given by --treebank.");
                string training = FormattableString.Invariant($"seed {parse.GetValue(seed)}; {string.Join(", ", files.Where(f => Ends(f, "-train.conllu")).Select(f => f.Name))}");
                byte[] bytes = WordTrainer.Train(train, Read(files, "-dev.conllu"), parse.GetValue(name)!, parse.GetValue(seed), Console.Error.WriteLine).ToBytes(training);
                File.WriteAllBytes(parse.GetRequiredValue(output).FullName, bytes);
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ConlluException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static List<GoldDocument> Read(FileInfo[] files, string ending) => [.. files.Where(f => Ends(f, ending)).SelectMany(Documents)];

    private static bool Ends(FileInfo file, string ending) =>
        file.Name.EndsWith(ending, StringComparison.Ordinal) || file.Name.EndsWith(ending + ".gz", StringComparison.Ordinal);

    private static List<GoldDocument> Documents(FileInfo file)
    {
        using FileStream raw = file.OpenRead();
        using var reader = new StreamReader(file.Name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        return [.. GoldDocument.ReadAll(reader)];
    }
}
