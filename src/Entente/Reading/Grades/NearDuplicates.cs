namespace Entente.Reading;

/// <summary>Tells texts that are copies of each other from texts that are not: MinHash over shingles of four words, in bands (Broder 1997; Leskovec, Rajaraman, Ullman 2014, ch. 3). Not thread-safe.</summary>
/// <remarks>A text costs sixteen hashes and its signature of 64 words, some 700 bytes, however long it is: 100,000 texts take less than 100 MB.</remarks>
public sealed class NearDuplicates
{
    /// <summary>Words in a shingle.</summary>
    public const int Words = 4;

    /// <summary>Least share of common shingles (Jaccard, estimated) of two copies.</summary>
    public const double Least = 0.5;

    private const int Hashes = 64;
    private const int Rows = 4;

    private readonly List<uint[]> _signatures = [];
    private readonly Dictionary<ulong, int> _bands = [];

    /// <summary>Adds a text and says of which earlier one it is a copy.</summary>
    /// <param name="text">The text; letters and digits count, their case does not.</param>
    /// <returns>Number of the first text of its kind, counted from 0 in order of adding; its own when it is no copy.</returns>
    public int Add(string text)
    {
        uint[] signature = Signature(text);
        int self = _signatures.Count, found = self;
        _signatures.Add(signature);
        for (int band = 0; band < Hashes / Rows; band++)
        {
            ulong key = (ulong)band;
            for (int r = 0; r < Rows; r++) key = (key ^ signature[band * Rows + r]) * 0x9E3779B97F4A7C15 ^ key >> 29;
            if (!_bands.TryAdd(key, self) && found == self && Likeness(_signatures[_bands[key]], signature) >= Least) found = _bands[key];
        }
        return found;
    }

    /// <summary>Share of common shingles of two texts, estimated from their signatures; 0 to 1.</summary>
    public static double Likeness(string a, string b) => Likeness(Signature(a), Signature(b));

    private static double Likeness(uint[] a, uint[] b)
    {
        int same = 0;
        for (int i = 0; i < Hashes; i++)
            if (a[i] == b[i]) same++;
        return same / (double)Hashes;
    }

    private static uint[] Signature(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        Span<uint> window = stackalloc uint[Words];
        int count = 0;
        uint word = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word = ((word == 0 ? 2166136261 : word) ^ char.ToLowerInvariant(text[i])) * 16777619;
                continue;
            }
            if (word == 0) continue;
            window[count++ % Words] = word;
            word = 0;
            if (count >= Words) Take(window, count, least);
        }
        // A text shorter than a shingle is one shingle.
        if (count > 0 && count < Words) Take(window, count, least);
        return least;
    }

    private static void Take(ReadOnlySpan<uint> window, int count, uint[] least)
    {
        ulong shingle = 1469598103934665603;
        for (int i = 0; i < Words; i++) shingle = (shingle ^ window[(count + i) % Words]) * 1099511628211;
        for (int h = 0; h < least.Length; h++)
        {
            // SplitMix64 of shingle and number of the hash: as good as so many independent hashes.
            ulong z = shingle + (ulong)(h + 1) * 0x9E3779B97F4A7C15;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            uint value = (uint)(z >> 32);
            if (value < least[h]) least[h] = value;
        }
    }
}
