using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>The authored list of words that attribute (<c>data/lexicon/cues.tsv</c>) in all their forms: one class for each of its rows.</summary>
/// <remarks>It inflects for itself, so that the weights trained on it do not hang on whichever lemmatiser a parser brings.</remarks>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, (string Base, uint Classes)> _forms;

    private CueLexicon(FrozenDictionary<string, (string, uint)> forms, ImmutableArray<(string Attitude, string PartOfSpeech)> rows) => (_forms, Rows) = (forms, rows);

    /// <summary>The shipped list.</summary>
    public static CueLexicon Default { get; } = Read();

    /// <summary>Attitude and part of speech of each class; at most 32.</summary>
    public ImmutableArray<(string Attitude, string PartOfSpeech)> Rows { get; }

    /// <summary>The base form of a listed word, else the form without a regular ending; and its classes as bits, class 0 the lowest, 0 for a word not listed.</summary>
    /// <param name="lower">The form, lower case.</param>
    public (string Base, uint Classes) Find(string lower) => _forms.TryGetValue(lower, out (string, uint) known) ? known : (Stem(lower), 0);

    private static string Stem(string w) => w.Length < 5 ? w
        : w.EndsWith("ies", StringComparison.Ordinal) || w.EndsWith("ied", StringComparison.Ordinal) ? w[..^3] + "y"
        : w.EndsWith("ing", StringComparison.Ordinal) && w.Length > 6 ? w[..^3]
        : w.EndsWith("ed", StringComparison.Ordinal) && w.Length > 5 ? w[..^2]
        : w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i' or '\'' or '’') ? w[..^1] : w;

    private static CueLexicon Read()
    {
        var irregular = Lines("data/lexicon/cue-forms.tsv").ToDictionary(f => f[0], f => f[1].Split(' '), StringComparer.Ordinal);
        var forms = new Dictionary<string, (string Base, uint Classes)>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (string[] fields in Lines("data/lexicon/cues.tsv"))
        {
            uint bit = 1u << rows.Count;
            rows.Add((fields[0], fields[1]));
            foreach (string word in fields[2].Split(' '))
                foreach (string form in Forms(word, fields[1], irregular))
                    forms[form] = forms.TryGetValue(form, out var known) ? (known.Base, known.Classes | bit) : (word, bit);
        }
        return new CueLexicon(forms.ToFrozenDictionary(StringComparer.Ordinal), rows.ToImmutable());
    }

    // Doubled and undoubled endings both: a form nobody writes does no harm.
    private static IEnumerable<string> Forms(string word, string partOfSpeech, Dictionary<string, string[]> irregular)
    {
        yield return word;
        if (partOfSpeech == "adj") yield break;
        bool hisses = word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || word is "veto" or "echo";
        bool wyes = word[^1] == 'y' && word.Length > 2 && word[^2] is not ('a' or 'e' or 'o' or 'u');
        yield return wyes ? word[..^1] + "ies" : word + (hisses ? "es" : "s");
        if (partOfSpeech != "verb") yield break;
        if (irregular.TryGetValue(word, out string[]? others)) foreach (string form in others) yield return form;
        string stem = word[^1] == 'e' && word[^2] is not ('e' or 'o' or 'y') ? word[..^1] : word;
        yield return stem + "ing";
        yield return wyes ? word[..^1] + "ied" : word[^1] == 'e' ? word + "d" : word + "ed";
        if (word[^1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 's' || "aeiou".IndexOf(word[^2], StringComparison.Ordinal) < 0) yield break;
        yield return word + word[^1] + "ing";
        yield return word + word[^1] + "ed";
    }

    private static IEnumerable<string[]> Lines(string resource)
    {
        using Stream stream = typeof(CueLexicon).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded; restore the EmbeddedResource line of Entente.csproj.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
