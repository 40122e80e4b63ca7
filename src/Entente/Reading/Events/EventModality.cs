using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>Whether the words around a match assert it.</summary>
internal static class EventModality
{
    private const int Window = 5;

    public static Modality Of(ParsedSentence sentence, int at)
    {
        Modality found = Modality.Asserted;
        for (int i = at - 1; i >= 0 && i >= at - Window && sentence.Tokens[i].Text is not ("," or ";" or "and" or "but"); i--)
        {
            string word = sentence.Tokens[i].Text.ToLowerInvariant();
            if (word is "not" or "n't" or "n’t" or "never" or "without") return Modality.Negated;
            if (word is "would" or "could" or "might" or "may" or "should" or "can") found = Modality.Hypothetical;
            else if (found == Modality.Asserted && word is "will" or "shall" or "intend" or "intends" or "plans" or "planned") found = Modality.Intended;
            else if (found == Modality.Asserted && word is "reportedly" or "allegedly") found = Modality.Reported;
        }
        // A condition opened anywhere before the match makes it hypothetical.
        return found == Modality.Asserted && sentence.Tokens.Take(at).Any(t => t.Lemma.ToLowerInvariant() is "if" or "unless")
            ? Modality.Hypothetical : found;
    }
}
