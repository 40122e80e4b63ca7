using System.Collections.Immutable;
using System.Text;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Text;

namespace Entente.Evaluation.Syntax;

/// <summary>An annotated document and its text, put together from its tokens.</summary>
/// <param name="Text">Tokens joined as <c>SpaceAfter</c> says; a blank line between paragraphs.</param>
/// <param name="Sentences">The annotated sentences.</param>
/// <param name="Words">Where each sentence's words stand in the text. Words that are not what their token is written as are laid out as words.</param>
public sealed record GoldDocument(SourceText Text, ImmutableArray<ConlluSentence> Sentences, ImmutableArray<SegmentedSentence> Words)
{
    /// <summary>The documents of a file, in order: one from each <c># newdoc</c> on; a file without any is one document.</summary>
    /// <exception cref="ConlluException">The file is not CoNLL-U.</exception>
    public static IEnumerable<GoldDocument> ReadAll(TextReader reader)
    {
        var gathered = ImmutableArray.CreateBuilder<ConlluSentence>();
        foreach (ConlluSentence sentence in ConlluReader.Read(reader))
        {
            if (sentence.StartsDocument && gathered.Count > 0) yield return From(gathered.DrainToImmutable());
            gathered.Add(sentence);
        }
        if (gathered.Count > 0) yield return From(gathered.DrainToImmutable());
    }

    private static GoldDocument From(ImmutableArray<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<SegmentedSentence>(sentences.Length);
        foreach (ConlluSentence sentence in sentences)
        {
            if (sentence.StartsParagraph && text.Length > 0)
            {
                while (text.Length > 0 && text[^1] == ' ') text.Length--;
                text.Append("\n\n");
            }
            words.Add(sentence.ToSegmented(text));
        }
        return new GoldDocument(SourceText.FromString(text.ToString()), sentences, words.DrainToImmutable());
    }
}
