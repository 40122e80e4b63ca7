using System.Collections.Frozen;

namespace Entente.Language;

/// <summary>Dictionary forms by a table of irregular forms, a list of verbs, and the regular endings.</summary>
internal static class Lemmatizer
{
    private static readonly FrozenDictionary<string, string> Irregular = Read("data/lexicon/irregular.tsv")
        .Select(line => line.Split('\t')).SelectMany(f => f[1].Split(' '), (f, form) => KeyValuePair.Create(form, f[0]))
        .DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = Read("data/lexicon/verbs.tsv").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lemma of a form; a capitalised form is lowered only when it is a known word.</summary>
    public static string Lemma(string form)
    {
        string lower = form.ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out string? known)) return known;
        if (Verbs.Contains(lower)) return lower;
        foreach (string candidate in Candidates(lower))
            if (Verbs.Contains(candidate)) return candidate;
        if (char.IsUpper(form[0]) && ClosedClasses.TagOf(form) == Upos.X) return form;
        return Candidates(lower).FirstOrDefault() ?? lower;
    }

    /// <summary>The listed verb that a form is a form of; null when there is none.</summary>
    public static string? VerbOf(string form)
    {
        string lower = form.ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out string? known)) return known;
        return Verbs.Contains(lower) ? lower : Candidates(lower).FirstOrDefault(Verbs.Contains);
    }

    private static IEnumerable<string> Candidates(string w)
    {
        if (w.Length < 4) yield break;
        if (w.EndsWith("ies", StringComparison.Ordinal) || w.EndsWith("ied", StringComparison.Ordinal)) yield return w[..^3] + "y";
        else if (w.EndsWith("ing", StringComparison.Ordinal) && w.Length > 5) foreach (string s in Stems(w[..^3])) yield return s;
        else if (w.EndsWith("ed", StringComparison.Ordinal) && w.Length > 4) foreach (string s in Stems(w[..^2])) yield return s;
        else if (w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i'))
        {
            if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal)
                || w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal)) yield return w[..^2];
            yield return w[..^1];
            if (w[^2] == 'e') yield return w[..^2];
        }
    }

    private static IEnumerable<string> Stems(string stem)
    {
        bool doubled = stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'z' or 'e');
        if (doubled) yield return stem[..^1];
        yield return stem;
        yield return stem + "e";
        if (stem.Length > 2 && stem[^1] == 'l' && stem[^2] == 'l') yield return stem[..^1];
    }

    private static IEnumerable<string> Read(string resource)
    {
        using Stream? stream = typeof(Lemmatizer).Assembly.GetManifestResourceStream(resource);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
