using Entente.Language;

namespace Entente.Reading;

/// <summary>Finds what stands for an actor named before ("he", "the two leaders", "the country", "the alliance") and says which.</summary>
/// <remarks>
/// Precise rather than complete: where two antecedents are as near as each other and the tree does not say which is the subject,
/// nothing is resolved. Each mention made has a rule that begins with <c>coref:</c>. An anaphor for two actors ("both countries")
/// gives two mentions with one span. Works without heads, and uses them where they are there. Linear in the number of tokens.
/// </remarks>
public static class Coreference
{
    /// <summary>The mentions given and those found, in order of position.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="named">What <see cref="ActorReader.Read"/> found in it, in order.</param>
    public static IReadOnlyList<ActorMention> Resolve(string text, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> named)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(named);
        if (named.Count == 0) return named;
        var all = new List<ActorMention>(named.Count + 8);
        var discourse = new Discourse(text);
        int next = 0;
        foreach (ParsedSentence sentence in sentences)
        {
            discourse.Begin(sentence);
            for (int t = 0; t < sentence.Tokens.Length; t++)
            {
                int start = sentence.Tokens[t].Span.Start;
                int before = next;
                while (next < named.Count && named[next].Span.Start <= start) next++;
                for (int i = before; i < next; i++) Keep(named[i]);
                if (next > 0 && named[next - 1].Span.End > start) continue;
                if (AnaphorPhrase.At(sentence, t) is not { } anaphor) continue;
                int end = sentence.Tokens[anaphor.LastToken].Span.End;
                if (next < named.Count && named[next].Span.Start < end) continue;
                foreach (ActorMention found in discourse.Find(anaphor, t)) Keep(found);
                t = anaphor.LastToken;
            }
            while (next < named.Count && named[next].Span.Start < sentence.Span.End) Keep(named[next++]);
        }
        while (next < named.Count) all.Add(named[next++]);
        return all;

        void Keep(ActorMention mention)
        {
            all.Add(mention);
            discourse.Add(mention);
        }
    }
}
