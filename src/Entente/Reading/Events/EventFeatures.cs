using System.Collections.Immutable;
using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Reading.Events;

/// <summary>What the scorer sees of a sentence with a source and a target: hashed features, no vocabulary.</summary>
/// <remarks>Names are left out, so that a model cannot learn who does what.</remarks>
public static class EventFeatures
{
    /// <summary>Version of the features; a model of another version does not fit.</summary>
    public const int Version = 1;

    /// <summary>FNV-1a hashes of the features that hold, each once, sorted.</summary>
    /// <param name="sentence">The sentence; its heads are used where it has them.</param>
    /// <param name="source">Where the source stands.</param>
    /// <param name="target">Where the target stands.</param>
    public static ImmutableArray<uint> Of(ParsedSentence sentence, TextSpan source, TextSpan target)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Of(sentence, source, target, EventCodebook.Default.Match(sentence));
    }

    /// <summary>The features with their names: place and word (<c>| “condemn”</c>), rule, or pair.</summary>
    internal static IReadOnlyDictionary<uint, string> Named(ParsedSentence sentence, TextSpan source, TextSpan target)
    {
        var features = new FeatureSet { Names = [] };
        Of(sentence, source, target, EventCodebook.Default.Match(sentence), features);
        return features.Names!;
    }

    internal static ImmutableArray<uint> Of(ParsedSentence sentence, TextSpan source, TextSpan target, List<CodebookMatch> matches) =>
        Of(sentence, source, target, matches, new FeatureSet());

    private static ImmutableArray<uint> Of(ParsedSentence sentence, TextSpan source, TextSpan target, List<CodebookMatch> matches, FeatureSet features)
    {
        var places = new Places(sentence, source, target);
        features.Add("order", places.SourceFirst ? "st" : "ts");
        Words(sentence, places, features);
        Matches(sentence, places, matches, features);
        return features.ToSorted();
    }

    private static void Words(ParsedSentence sentence, Places places, FeatureSet features)
    {
        string before = "^";
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            string place = places.Of(i), word = Form(sentence.Tokens[i], place);
            if (word.Length == 0) continue;
            features.Add(place, word);
            if (place is not ("S" or "T"))
            {
                features.Add("w", word);
                if (word.Length > 5) features.Add("p", word[..5]);
            }
            string piece = place is "S" or "T" ? place : word;
            if (!string.Equals(piece, before, StringComparison.Ordinal)) features.Add(before, piece, "2");
            before = piece;
        }
        for (int k = 1; k <= 4; k++)
        {
            if (places.At(places.SourceLast + k) is { } after) features.Add(k <= 2 ? "S+" : "S++", Form(after, ""));
            if (k <= 3 && places.At(places.TargetFirst - k) is { } ahead) features.Add(k == 1 ? "T-" : "T--", Form(ahead, ""));
            if (k <= 2 && places.At(places.TargetLast + k) is { } next) features.Add("T+", Form(next, ""));
        }
    }

    private static void Matches(ParsedSentence sentence, Places places, List<CodebookMatch> matches, FeatureSet features)
    {
        CodebookMatch? first = null, second = null, longest = null;
        int at = -1;
        foreach (CodebookMatch match in matches)
        {
            string place = places.Of(match.First), type = match.Rule.Type.ToString();
            features.Add("m" + place, type);
            features.Add("r" + place, match.Rule.Id);
            if (match.Words > 1) features.Add("M" + place, type);
            if (match.First == at) continue;
            at = match.First;
            features.Add("b" + place, type);
            if (longest is null || match.Words > longest.Value.Words) longest = match;
            // The governing word follows the source, or in a passive the target.
            if (match.First <= Math.Min(places.SourceLast, places.TargetLast)) continue;
            if (first is null) first = match;
            else if (second is null && match.First > first.Value.Last) second = match;
        }
        if (longest is { } whole) features.Add("long", whole.Rule.Type.ToString());
        if (first is not { } one) return;
        string governor = one.Rule.Type.ToString();
        features.Add("one", governor);
        features.Add("one.rule", one.Rule.Id);
        features.Add("one.place", governor, places.Of(one.First));
        features.Add("two", governor, second?.Rule.Type.ToString() ?? "-");
        if (second is { } two) features.Add("two.type", two.Rule.Type.ToString());
        for (int i = Math.Max(0, one.First - 3); i < one.First; i++)
            if (sentence.Tokens[i].Lemma is "will" or "would" or "not" or "n't" or "n’t" or "to" or "be" or "have" or "never" or "by")
            {
                features.Add("aux", sentence.Tokens[i].Lemma);
                features.Add("aux.one", sentence.Tokens[i].Lemma, governor);
            }
    }

    // A name inside a sentence says who, not what.
    private static string Form(Token token, string place)
    {
        if (char.IsDigit(token.Text[0])) return "#";
        if (!char.IsLetter(token.Text[0])) return token.Text is "\"" or "“" or "”" or "," or "." ? "" : token.Text;
        return char.IsUpper(token.Text[0]) && (place.Length == 0 || token.Lemma.Length > 0 && char.IsUpper(token.Lemma[0])) ? "" : token.Lemma.ToLowerInvariant();
    }

    /// <summary>Where tokens stand to source and target.</summary>
    private readonly struct Places
    {
        private readonly ImmutableArray<Token> _tokens;

        public Places(ParsedSentence sentence, TextSpan source, TextSpan target)
        {
            _tokens = sentence.Tokens;
            (SourceFirst0, SourceLast) = Range(source);
            (TargetFirst, TargetLast) = Range(target);
        }

        public int SourceFirst0 { get; }

        public int SourceLast { get; }

        public int TargetFirst { get; }

        public int TargetLast { get; }

        public bool SourceFirst => SourceFirst0 <= TargetFirst;

        public Token? At(int i) => i >= 0 && i < _tokens.Length && Of(i) is not ("S" or "T") ? _tokens[i] : null;

        public string Of(int i)
        {
            if (i >= SourceFirst0 && i <= SourceLast) return "S";
            if (i >= TargetFirst && i <= TargetLast) return "T";
            int low = Math.Min(SourceFirst0, TargetFirst), high = Math.Max(SourceFirst0, TargetFirst);
            return i < low ? "<" : i < high ? "|" : ">";
        }

        private (int First, int Last) Range(TextSpan span)
        {
            int first = -1, last = -1;
            for (int i = 0; i < _tokens.Length; i++)
            {
                if (!_tokens[i].Span.Overlaps(span)) continue;
                if (first < 0) first = i;
                last = i;
            }
            // A party the sentence does not name stands before or behind it all.
            return first >= 0 ? (first, last) : span.Start == 0 ? (-1, -1) : (_tokens.Length, _tokens.Length);
        }
    }
}
