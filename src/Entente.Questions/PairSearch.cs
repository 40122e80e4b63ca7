namespace Entente.Questions;

/// <summary>What a search for two states found. Either both states, or names near what was written.</summary>
/// <param name="A">The first state, or null.</param>
/// <param name="B">The second, or null.</param>
/// <param name="Near">Names that the part not understood may have meant.</param>
public sealed record PairFound(StateId? A, StateId? B, IReadOnlyList<string> Near);

/// <summary>Understands how people write two states in one line: <c>china russia</c>, <c>CHN-RUS</c>, <c>United States vs Iran</c>, <c>china rus…</c>.</summary>
public static class PairSearch
{
    /// <summary>Longest line looked at; a longer one is no pair of states.</summary>
    private const int Longest = 120;

    private static readonly string[] s_joints = [" and ", " vs. ", " vs ", " versus ", " with ", " – ", " — ", " - ", "–", "—", ",", "/", "&", ";", "+"];

    /// <summary>The two states meant.</summary>
    public static PairFound Find(string? line)
    {
        string text = (line ?? "").Trim().TrimEnd('…', '.', '?', '!');
        if (text.Length is 0 or > Longest) return new PairFound(null, null, []);
        if (text is [_, _, _, '-' or '_' or '>', _, _, _] && Both(text[..3], text[4..]) is { } codes) return codes;
        foreach (string joint in s_joints)
            if (text.Split(joint, 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } left, { Length: > 0 } right] && Both(left, right) is { } joined)
                return joined;
        string[] words = text.Split([' ', ',', '/', '&', '+', ';'], StringSplitOptions.RemoveEmptyEntries);
        for (int cut = 1; cut < words.Length; cut++)
            if (Both(string.Join(' ', words[..cut]), string.Join(' ', words[cut..])) is { } found) return found;
        // One of the two is understood: what is left tells what to suggest.
        for (int cut = words.Length - 1; cut > 0; cut--)
        {
            string left = string.Join(' ', words[..cut]), right = string.Join(' ', words[cut..]);
            if (State(left) is { } a) return new PairFound(a, null, Near(right));
            if (State(right) is { } b) return new PairFound(null, b, Near(left));
        }
        return State(text) is { } only ? new PairFound(only, null, []) : new PairFound(null, null, Near(text));
    }

    /// <summary>States whose name begins with what was typed, then those with such a word in it.</summary>
    public static IReadOnlyList<State> Complete(string? typed, int limit)
    {
        string start = (typed ?? "").Trim();
        if (start.Length is 0 or > Longest) return [];
        return [.. StateRegistry.Default.All.Where(s => s.ContinuedBy is null && s.Spells[^1].To is null)
            .Select(s => (State: s, Place: s.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase) || string.Equals(s.Id.Code, start, StringComparison.OrdinalIgnoreCase) ? 0
                : s.Name.Contains(" " + start, StringComparison.OrdinalIgnoreCase) ? 1 : 2))
            .Where(x => x.Place < 2).OrderBy(x => x.Place).ThenBy(x => x.State.Name, StringComparer.Ordinal).Take(limit).Select(x => x.State)];
    }

    private static PairFound? Both(string left, string right) =>
        State(left) is { } a && State(right) is { } b && a != b ? new PairFound(a, b, []) : null;

    // A beginning counts as the name when it can only be one.
    private static StateId? State(string text) =>
        StateNames.Resolve(text).Match ?? (text.Length >= 3 && Complete(text, 2) is [var only] ? only.Id : null);

    private static IReadOnlyList<string> Near(string text)
    {
        string[] begins = [.. Complete(text, 5).Select(s => s.Name)];
        return begins.Length > 0 ? begins : StateNames.Resolve(text).Suggestions;
    }
}
