using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language.Parsing;

/// <summary>Sentences and words by one parser, their tags, heads and relations by a trained model.</summary>
public sealed class NeuralSentenceParser : ISentenceParser, ISentenceAnnotator
{
    private readonly RuleSentenceParser _sentences = new();
    private readonly DependencyModel _model;

    private NeuralSentenceParser(DependencyModel model) => _model = model;

    /// <inheritdoc/>
    public string Version => _model.Metadata.Name;

    /// <summary>SHA-256 of the model's contents, in lower-case hexadecimal.</summary>
    public string Checksum => _model.Checksum;

    /// <summary>Loads the model that stands behind the parser.</summary>
    /// <param name="model">A file that <c>entente train language</c> wrote, read to its end.</param>
    /// <exception cref="LanguageModelException">The file is no model, damaged, or of another format.</exception>
    public static NeuralSentenceParser Load(Stream model) => new(DependencyModel.Load(model));

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Parse(SourceText text) => Parse(_sentences.Parse(text));

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Annotate(string text, IReadOnlyList<SegmentedSentence> sentences) => Parse(_sentences.Annotate(text, sentences));

    private ParsedSentence[] Parse(IReadOnlyList<ParsedSentence> sentences)
    {
        var forms = new string[sentences.Count][];
        for (int i = 0; i < forms.Length; i++)
        {
            ImmutableArray<Token> tokens = sentences[i].Tokens;
            forms[i] = new string[tokens.Length];
            for (int k = 0; k < tokens.Length; k++) forms[i][k] = tokens[k].Text;
        }
        WordAnalysis[][] words = _model.Analyze(forms);
        var parsed = new ParsedSentence[forms.Length];
        for (int i = 0; i < parsed.Length; i++) parsed[i] = Join(sentences[i], words[i]);
        return parsed;
    }

    private static ParsedSentence Join(ParsedSentence sentence, WordAnalysis[] words)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            WordAnalysis w = words[i];
            tokens.Add(sentence.Tokens[i] with { Upos = w.Upos, Xpos = w.Xpos, Features = w.Features, Head = w.Head, Relation = w.Relation });
        }
        return sentence with { Tokens = tokens.MoveToImmutable() };
    }
}
