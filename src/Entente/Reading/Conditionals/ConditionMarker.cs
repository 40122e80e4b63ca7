using System.Buffers;
using Entente.Reading.Quotations;

namespace Entente.Reading.Conditionals;

/// <summary>A word or phrase that opens a condition.</summary>
/// <param name="Text">The marker, lower case: <c>if</c>, <c>unless</c>, <c>depends on</c>.</param>
/// <param name="At">Index of its first word.</param>
/// <param name="After">Index of the first word of the condition.</param>
/// <param name="Necessary">Whether the consequence needs the condition.</param>
/// <param name="Sufficient">Whether the condition is enough.</param>
/// <param name="Averts">Whether the consequence comes about when the condition fails (<c>unless</c>, <c>without</c>).</param>
internal sealed record ConditionMarker(string Text, int At, int After, bool Necessary, bool Sufficient, bool Averts)
{
    private static readonly string[] Asking = ["ask", "asks", "asked", "asking", "know", "knows", "wonder", "wonders", "wondering", "see", "unclear", "clear", "question", "questioning", "doubt", "sure", "whether", "determine", "tell"];
    private static readonly (string Phrase, string[] Parts)[] Phrases = [.. ((string[])["on condition that", "on the condition that", "provided that", "providing that", "in the event that", "in the event of", "in case of", "as long as", "so long as", "to the extent", "contingent on", "conditional on", "conditioned on", "dependent on", "depends on", "depend on", "depended on", "would require", "will require", "requires that"]).Select(p => (p, p.Split(' ')))];
    private static readonly string[] Unlikely = ["unlikely", "cannot", "can't", "can’t", "not", "won't", "won’t", "never", "impossible", "no", "nothing", "hard", "difficult", "refuse", "refuses"];

    // A word of each marker, or its beginning: a stretch with none of them needs no cutting into words.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["if", "unless", "without", "should", "were", "condition", "provid", "event", "case", "long", "extent", "contingent", "depend", "require"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a stretch may hold a marker: false is sure.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> stretch) => stretch.ContainsAny(Signs);

    /// <summary>The marker at a word, or null.</summary>
    public static ConditionMarker? Read(IReadOnlyList<Word> words, int i)
    {
        string w = words[i].Lower, before = i > 0 ? words[i - 1].Lower : "";
        switch (w)
        {
            case "if":
                if (before is "as" or "even" or "what" or "," && Lower(i + 1) is "i" && Lower(i + 2) is "may" or "could" or "can" || Asking.Contains(before)) return null;
                if (Lower(i + 1) is "not" or "any" or "needed" or "necessary" or "possible" or "confirmed" or "passed" or "almost" or "so" or "ever") return null;
                if (Lower(i + 1) == "i" && Lower(i + 2) is "may" or "could" or "can" or "might") return null;
                bool only = before == "only" || i > 1 && Within("only", 6);
                return new ConditionMarker(only ? "only if" : "if", before == "only" ? i - 1 : i, i + 1, only, !only, false);
            case "unless":
                return new ConditionMarker("unless", before == "and" && i > 1 && words[i - 2].Lower == "until" ? i - 2 : i, i + 1, true, false, true);
            case "without" when Within(Unlikely, 40) || words[i].IsCapital && words.Any(x => x.Lower is "would" or "could" or "will" or "cannot"):
                return new ConditionMarker("without", i, i + 1, true, false, true);
            case "should" when Inverted(i):
                return new ConditionMarker("should", i, i + 1, false, true, false);
            case "were" when words[i].IsCapital && Name(i + 1):
                return new ConditionMarker("were … to", i, i + 1, false, true, false);
        }
        foreach ((string phrase, string[] parts) in Phrases)
        {
            if (parts[0] != w || i + parts.Length >= words.Count) continue;
            bool all = true;
            for (int k = 1; k < parts.Length && all; k++) all = words[i + k].Lower == parts[k];
            if (!all) continue;
            int after = i + parts.Length;
            if (parts[0] is "provided" or "providing" && before is "had" or "has" or "have" or "which" or "that") return null;
            if (parts[0] is "would" or "will" or "requires" && before is "that" or "which") return null;
            if (phrase is "as long as" && Lower(after) is "it" && Lower(after + 1) is "takes") return null;
            bool needs = parts[0] is "depends" or "depend" or "depended" or "dependent" or "would" or "will" or "requires" or "contingent" or "conditional" or "conditioned";
            bool only = needs || Within("only", 3);
            return new ConditionMarker(phrase, i, after, only || parts[^1] == "that" && parts[0] is "on" or "provided" or "providing" || phrase is "as long as" or "so long as", !only, false);
        }
        return null;

        string Lower(int k) => k < words.Count ? words[k].Lower : "";
        bool Within(object what, int reach)
        {
            for (int k = i - 1; k >= Math.Max(0, i - reach); k--)
                if (what is string s ? words[k].Lower == s : ((string[])what).Contains(words[k].Lower) || words[k].Lower.EndsWith("n’t", StringComparison.Ordinal) || words[k].Lower.EndsWith("n't", StringComparison.Ordinal)) return true;
            return false;
        }

        bool Name(int k) => k < words.Count && (words[k].IsCapital || words[k].Lower is "the" or "it" or "they" or "either" or "relations" or "both");

        // "Should Moscow invade", "… should Russia not change course": before a name and no subject of its own.
        bool Inverted(int k) => Name(k + 1) && (words[k].IsCapital || !words[k - 1].IsCapital && words[k - 1].Lower is not ("it" or "they" or "he" or "she" or "we" or "you" or "i" or "who" or "which" or "that" or "what" or "role" or "how" or "why" or "when"));
    }
}
