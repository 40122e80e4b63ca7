using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>Says what a marked source does to a marked target in one sentence.</summary>
public static class EventClassifier
{
    /// <summary>The type of the relation; null when the codebook has no rule for it.</summary>
    public static PloverType? Classify(ParsedSentence sentence, TextSpan source, TextSpan target)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Find(sentence, source, target)?.Rule.Type;
    }

    /// <summary>Whether the subject of the match stands to its right, after "by".</summary>
    internal static bool IsPassive(ParsedSentence sentence, CodebookMatch match, TextSpan agent)
    {
        int first = sentence.Tokens.Select((t, i) => (t, i)).FirstOrDefault(p => p.t.Span.Start >= agent.Start).i;
        for (int i = first - 1; i > match.Last && i >= first - 3; i--)
            if (sentence.Tokens[i].Lemma is "by") return true;
        return false;
    }

    /// <summary>The nearest match on the path from source to target; a passive needs "by" before the source.</summary>
    internal static CodebookMatch? Find(ParsedSentence sentence, TextSpan source, TextSpan target)
    {
        CodebookMatch? outside = null;
        bool forward = source.Start <= target.Start;
        (int low, int high) = forward ? (source.End, target.Start) : (target.End, source.Start);
        foreach (CodebookMatch match in EventCodebook.Default.Match(sentence))
        {
            TextSpan at = sentence.Tokens[match.First].Span;
            if (at.Overlaps(source) || at.Overlaps(target) && match.Words == 1 && at.Start > target.Start) continue;
            if (at.Start >= low && at.End <= high)
            {
                if (forward || IsPassive(sentence, match, source)) return match;
            }
            else if (at.Start >= source.End) outside ??= match;
        }
        return outside;
    }
}
