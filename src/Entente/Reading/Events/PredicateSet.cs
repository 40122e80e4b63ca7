using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>The codebook's matches in a sentence by the word that heads each in the tree.</summary>
internal sealed class PredicateSet
{
    private readonly SortedDictionary<int, List<CodebookMatch>> _byAnchor = [];

    private PredicateSet(List<CodebookMatch> all) => All = all;

    /// <summary>All matches.</summary>
    public List<CodebookMatch> All { get; }

    /// <summary>Words that head one, in order.</summary>
    public IEnumerable<int> Anchors => _byAnchor.Keys;

    /// <summary>Matches under a word; empty when it heads none.</summary>
    public IReadOnlyList<CodebookMatch> At(int anchor) => _byAnchor.TryGetValue(anchor, out List<CodebookMatch>? found) ? found : [];

    /// <summary>Type of the longest match under a word; null when it heads none.</summary>
    public PloverType? TypeAt(int anchor)
    {
        CodebookMatch? longest = null;
        foreach (CodebookMatch match in At(anchor))
            if (longest is null || match.Words > longest.Value.Words) longest = match;
        return longest?.Rule.Type;
    }

    /// <summary>Whether a word is part of a match under an anchor: the "not" of "will not lift".</summary>
    public bool IsPart(int anchor, int word)
    {
        foreach (CodebookMatch match in At(anchor))
            if (word >= match.First && word <= match.Last && match.Words > 1 && match.Rule.Type is PloverType.Reject or PloverType.Threaten) return true;
        return false;
    }

    public static PredicateSet Of(ParsedSentence sentence, List<CodebookMatch> matches)
    {
        var set = new PredicateSet(matches);
        foreach (CodebookMatch match in matches)
        {
            int anchor = match.First == match.Last ? match.First : sentence.HeadOf(TextSpan.FromBounds(sentence.Tokens[match.First].Span.Start, sentence.Tokens[match.Last].Span.End));
            if (anchor < 0) continue;
            if (!set._byAnchor.TryGetValue(anchor, out List<CodebookMatch>? list)) set._byAnchor.Add(anchor, list = []);
            list.Add(match);
        }
        return set;
    }
}
