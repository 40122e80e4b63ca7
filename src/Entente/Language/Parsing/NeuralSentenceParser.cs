using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language.Parsing;

/// <summary>Words, sentences and lemmas by one trained model, tags, heads and relations by another.</summary>
public sealed class NeuralSentenceParser : ISentenceParser, ISentenceAnnotator
{
    private readonly WordModel _words;
    private readonly DependencyModel _model;

    private NeuralSentenceParser(WordModel words, DependencyModel model) => (_words, _model) = (words, model);

    /// <inheritdoc/>
    public string Version => $"{_words.Name}/{_model.Metadata.Name}";

    /// <summary>SHA-256 of the tagger's and parser's model, in lower-case hexadecimal.</summary>
    public string Checksum => _model.Checksum;

    /// <summary>Loads the models that stand behind the parser.</summary>
    /// <param name="words">Cuts text into sentences and words, and gives lemmas.</param>
    /// <param name="model">A file that <c>entente train language</c> wrote, read to its end.</param>
    /// <exception cref="LanguageModelException">The file is no model, damaged, or of another format.</exception>
    public static NeuralSentenceParser Load(WordModel words, Stream model)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new NeuralSentenceParser(words, DependencyModel.Load(model));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Parse(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Annotate(text.Text, _words.Segmenter.Segment(text.Text));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParsedSentence> Annotate(string text, IReadOnlyList<SegmentedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var forms = new string[sentences.Count][];
        for (int i = 0; i < forms.Length; i++)
        {
            ImmutableArray<WordSpan> words = sentences[i].Words;
            forms[i] = new string[words.Length];
            for (int k = 0; k < words.Length; k++) forms[i][k] = text.Substring(words[k].Start, words[k].Length);
        }
        WordAnalysis[][] analyses = _model.Analyze(forms);
        var parsed = new ParsedSentence[forms.Length];
        for (int i = 0; i < parsed.Length; i++) parsed[i] = Join(sentences[i], forms[i], analyses[i]);
        return parsed;
    }

    private ParsedSentence Join(SegmentedSentence sentence, string[] forms, WordAnalysis[] analyses)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(forms.Length);
        for (int i = 0; i < forms.Length; i++)
        {
            WordAnalysis w = analyses[i];
            tokens.Add(new Token(sentence.Words[i].Span, forms[i], _words.Lemma(forms[i], w.Upos, w.Xpos), w.Upos, w.Head, w.Relation)
            {
                Xpos = w.Xpos,
                Features = w.Features,
                ContinuesWord = sentence.Words[i].ContinuesWord,
            });
        }
        return new ParsedSentence(sentence.Span, tokens.MoveToImmutable()) { IsCut = sentence.IsCut };
    }
}
