using System.Collections.Frozen;

namespace Entente.Language;

/// <summary>Words whose part of speech the word itself decides.</summary>
internal static class ClosedClasses
{
    private static readonly FrozenDictionary<string, Upos> Tags = Build();

    private static readonly FrozenSet<string> Openers = "The A An In On At It He She They We But And This That These Those If When While After Before However Its His Their"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tag, or <see cref="Upos.X"/> when the word alone does not decide.</summary>
    public static Upos TagOf(string form)
    {
        if (Tags.TryGetValue(form, out Upos tag)) return tag;
        if (char.IsDigit(form[0])) return Upos.Num;
        return char.IsPunctuation(form[0]) && form.Length <= 3 && !char.IsLetter(form[^1]) ? Upos.Punct : char.IsSymbol(form[0]) ? Upos.Sym : Upos.X;
    }

    /// <summary>Whether a capitalised word hardly ever continues a name.</summary>
    public static bool Opens(string form) => Openers.Contains(form);

    private static FrozenDictionary<string, Upos> Build()
    {
        var tags = new Dictionary<string, Upos>(StringComparer.OrdinalIgnoreCase);
        Add(Upos.Det, "the a an this these those every each no any some");
        Add(Upos.Adp, "of in on at by with from into against between among during over under through without toward towards upon amid despite");
        Add(Upos.Aux, "is are was were be been being am has have had do does did will would can could may might must shall should 've 're 'll ’ve ’re ’ll");
        Add(Upos.Cconj, "and or but nor");
        Add(Upos.Sconj, "if because although though unless whether while");
        Add(Upos.Pron, "he she it they we i you him them us me who whom which his her its their our my your himself itself themselves");
        Add(Upos.Part, "not n't n’t to 's ’s");
        return tags.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(Upos tag, string words)
        {
            foreach (string word in words.Split(' ')) tags[word] = tag;
        }
    }
}
