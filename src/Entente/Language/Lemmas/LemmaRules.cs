using System.Collections.Frozen;

namespace Entente.Language.Lemmas;

/// <summary>Lemmas by the form's tag: whole forms first, then the longest ending that is known. Immutable and thread-safe.</summary>
internal sealed class LemmaRules
{
    /// <summary>Longest ending looked at.</summary>
    public const int LongestEnding = 6;

    private const int LongestForm = 60, LongestTag = 32;
    private readonly FrozenDictionary<string, EditRule> _forms, _endings;
    private readonly FrozenDictionary<string, EditRule>.AlternateLookup<ReadOnlySpan<char>> _form, _ending;

    /// <summary>Takes the rules; keys are made by <see cref="Key"/>.</summary>
    public LemmaRules(IEnumerable<KeyValuePair<string, EditRule>> forms, IEnumerable<KeyValuePair<string, EditRule>> endings)
    {
        _forms = forms.ToFrozenDictionary(StringComparer.Ordinal);
        _endings = endings.ToFrozenDictionary(StringComparer.Ordinal);
        _form = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        _ending = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Rules of whole forms.</summary>
    public IReadOnlyDictionary<string, EditRule> Forms => _forms;

    /// <summary>Rules of endings; the empty ending is the rule of the tag.</summary>
    public IReadOnlyDictionary<string, EditRule> Endings => _endings;

    /// <summary>The key of a form or ending under its tags: <c>VBD VERB ed</c>, the letters in lower case.</summary>
    public static string Key(string? xpos, Upos upos, string letters) => $"{xpos} {upos.ToConllu()} {letters.ToLowerInvariant()}";

    /// <summary>The lemma of a form; null when its tags were never seen.</summary>
    public string? Lemma(string form, Upos upos, string? xpos)
    {
        if (form.Length > LongestForm) return form;
        if (xpos is { Length: > LongestTag }) return null;
        Span<char> key = stackalloc char[128];
        string tag = upos.ToConllu();
        xpos.AsSpan().CopyTo(key);
        int at = xpos?.Length ?? 0;
        key[at++] = ' ';
        tag.CopyTo(key[at..]);
        at += tag.Length;
        key[at++] = ' ';
        for (int i = 0; i < form.Length; i++) key[at + i] = char.ToLowerInvariant(form[i]);
        if (_form.TryGetValue(key[..(at + form.Length)], out EditRule rule)) return rule.Apply(form);
        // An ending says little of a verb's e and double letters (provoked, planned); the list of verbs knows.
        if (upos is Upos.Verb && Lemmatizer.VerbOf(form) is { } verb) return verb;
        Span<char> ending = stackalloc char[128];
        key[..at].CopyTo(ending);
        for (int length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
        {
            key.Slice(at + form.Length - length, length).CopyTo(ending[at..]);
            if (_ending.TryGetValue(ending[..(at + length)], out rule)) return rule.Apply(form);
        }
        return null;
    }
}
