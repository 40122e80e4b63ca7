using System.Globalization;
using Entente.Language.Lemmas;
using Entente.Language.Parsing;
using Entente.Language.Segmenting;

namespace Entente.Language;

/// <summary>What is learned about words alone: where words and sentences end, and their lemmas. Immutable and thread-safe.</summary>
public sealed class WordModel
{
    private readonly SegmenterModel _segmenter;

    internal WordModel(string name, SegmenterModel segmenter, LemmaRules lemmas, string checksum = "")
    {
        (Name, _segmenter, Lemmas, Checksum) = (name, segmenter, lemmas, checksum);
        Segmenter = new Segmenter(segmenter);
    }

    /// <summary>Name and version, as stored with every observation.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file's contents, in lower-case hexadecimal; empty when it was not read from one.</summary>
    public string Checksum { get; }

    /// <summary>Cuts text into sentences and words.</summary>
    public Segmenter Segmenter { get; }

    internal LemmaRules Lemmas { get; }

    /// <summary>Loads a model from the bytes of its file, which <c>entente train words</c> wrote.</summary>
    /// <param name="model">The file, read to its end.</param>
    /// <exception cref="LanguageModelException">The file is no model, damaged, or of another format.</exception>
    public static WordModel Load(Stream model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var memory = new MemoryStream();
        model.CopyTo(memory);
        LanguageModelFile file = LanguageModelFile.Read(memory.GetBuffer().AsMemory(0, (int)memory.Length));
        try
        {
            var segmenter = new SegmenterModel(
                new HashedWeights(WordBoundary.Answers, file.Blob("words")),
                new HashedWeights(2, file.Blob("sentences")),
                int.Parse(file.Text("threshold"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            return new WordModel(file.Text("name"), segmenter, new LemmaRules(Rules(file.Lines("lemmas.forms")), Rules(file.Lines("lemmas.endings"))), file.Checksum);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new LanguageModelException("The model of words holds a section this program cannot read. Train it again with 'entente train words'.", e);
        }
    }

    /// <summary>The bytes of the model's file.</summary>
    /// <param name="training">How it was trained: free text, kept in the file.</param>
    public byte[] ToBytes(string training) => LanguageModelFile.Write(
    [
        ("name", System.Text.Encoding.UTF8.GetBytes(Name)),
        ("training", System.Text.Encoding.UTF8.GetBytes(training)),
        ("threshold", System.Text.Encoding.UTF8.GetBytes(_segmenter.Threshold.ToString(CultureInfo.InvariantCulture))),
        ("words", [.. System.Runtime.InteropServices.MemoryMarshal.AsBytes(_segmenter.Words.Table)]),
        ("sentences", [.. System.Runtime.InteropServices.MemoryMarshal.AsBytes(_segmenter.Sentences.Table)]),
        ("lemmas.forms", LanguageModelFile.Bytes(Lines(Lemmas.Forms))),
        ("lemmas.endings", LanguageModelFile.Bytes(Lines(Lemmas.Endings))),
    ]);

    /// <summary>The lemma of a form: as the treebanks taught, for verbs they lack as the lexicon says.</summary>
    internal string Lemma(string form, Upos upos, string? xpos) => Lemmas.Lemma(form, upos, xpos) ?? Lemmatizer.Lemma(form);

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, EditRule> rules) =>
        rules.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}\t{r.Value}");

    private static IEnumerable<KeyValuePair<string, EditRule>> Rules(string[] lines)
    {
        foreach (string line in lines)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0) throw new FormatException($"\"{line}\" has no tab.");
            yield return KeyValuePair.Create(line[..tab], EditRule.Parse(line[(tab + 1)..]));
        }
    }
}
