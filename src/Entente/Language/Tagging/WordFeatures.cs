namespace Entente.Language.Tagging;

/// <summary>What the model sees of a word by itself: its normalised form, and hashed prefixes, suffixes and shape.</summary>
/// <remarks>Lower case by the invariant culture; every digit is <c>0</c>; typographic quotes and dashes are their plain counterparts,
/// so that a page with “ ” reads as a treebank with " " does; the side a quote opens to is a feature of its own. Stable across versions: the hashes are in the model file.</remarks>
internal static class WordFeatures
{
    /// <summary>Features of a word at most.</summary>
    public const int Most = 10;

    private const int LongestForm = 64;
    private const int LongestShape = 8;

    /// <summary>The form as the vocabulary has it.</summary>
    public static string Normalize(string form)
    {
        Span<char> buffer = stackalloc char[LongestForm];
        return new string(Normalize(form, buffer));
    }

    /// <summary>Hashes of the form's affixes and shape, each below <paramref name="buckets"/>; how many there are.</summary>
    public static int Hash(string form, int buckets, Span<int> features)
    {
        Span<char> buffer = stackalloc char[LongestForm];
        ReadOnlySpan<char> plain = Normalize(form, buffer);
        int count = 0;
        for (int length = 1; length <= 3 && length <= plain.Length; length++) features[count++] = Bucket('p', plain[..length], buckets);
        for (int length = 1; length <= 4 && length <= plain.Length; length++) features[count++] = Bucket('s', plain[^length..], buckets);
        Span<char> shape = stackalloc char[LongestShape];
        int shapeLength = Shape(form, shape);
        features[count++] = Bucket('h', shape[..shapeLength], buckets);
        features[count++] = Bucket('l', [(char)Math.Min(plain.Length, 12)], buckets);
        if (char.IsUpper(form.Length > 0 ? form[0] : ' ')) features[count++] = Bucket('c', [form.Length > 1 && char.IsUpper(form[1]) ? 'U' : 'u'], buckets);
        if (form is ['“' or '”' or '„' or '«' or '»']) features[count++] = Bucket('q', form is ['”' or '»'] ? ")" : "(", buckets);
        return count;
    }

    private static ReadOnlySpan<char> Normalize(string form, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in form)
        {
            if (c == '…' && form.Length == 1) return "...";
            if (length == buffer.Length) break;
            buffer[length++] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or 'ʼ' => '\'',
                '–' or '—' or '‐' or '‑' or '−' => '-',
                _ => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c),
            };
        }
        return buffer[..length];
    }

    // Runs of one class are cut to two: Xx, XX, x-x, 00.
    private static int Shape(string form, Span<char> shape)
    {
        int length = 0, run = 0;
        char last = '\0';
        foreach (char c in form)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c > 127 ? '?' : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run > 2) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }
        return length;
    }

    // FNV-1a over UTF-16 code units, finished with a multiplicative mix.
    private static int Bucket(char kind, ReadOnlySpan<char> text, int buckets)
    {
        ulong hash = 14695981039346656037UL;
        hash = (hash ^ kind) * 1099511628211UL;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return (int)((hash >> 33) % (ulong)buckets);
    }
}
