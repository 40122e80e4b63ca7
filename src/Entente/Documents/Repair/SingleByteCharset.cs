using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Entente.Documents.Repair;

/// <summary>A single-byte charset in which UTF-8 is known to have been misread.</summary>
internal sealed class SingleByteCharset
{
    private readonly FrozenDictionary<char, byte> _bytes;

    private SingleByteCharset(string name, int codePage, params (char, int)[] extra)
    {
        Name = name;
        Mixed = codePage is 1252 or 28592;
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var table = new Dictionary<char, byte>();
        foreach ((char c, int b) in extra) table[c] = (byte)b;
        for (int b = 0x80; b <= 0xFF; b++)
        {
            string made = encoding.GetString([(byte)b]);
            if (made.Length == 1 && made[0] is not '\uFFFD' and not '?') table.TryAdd(made[0], (byte)b);
            // Programs leave bytes that the charset does not define, and Latin-1 controls, as they are.
            if (b < 0xA0 && codePage is not (10000 or 437 or 20866)) table.TryAdd((char)b, (byte)b);
        }
        _bytes = table.ToFrozenDictionary();
    }

    public string Name { get; }

    /// <summary>C1 controls in the text speak for this charset (ISO), or for its usual mix-up (windows-1252 for Latin-1).</summary>
    public bool Mixed { get; }

    /// <summary>Likeliest first: an earlier one wins where two explain the damage equally well.</summary>
    public static ImmutableArray<SingleByteCharset> All { get; } =
    [
        new("windows-1252", 1252), new("windows-1250", 1250), new("iso-8859-2", 28592), new("windows-1251", 1251),
        new("macintosh", 10000, ('Ω', 0xBD), ('€', 0xDB)), new("ibm437", 437, ('ß', 0xE1), ('µ', 0xE6)), new("koi8-r", 20866),
        new("windows-1253", 1253), new("windows-1254", 1254), new("windows-1257", 1257),
    ];

    /// <summary>The byte that reads as this character, or −1 (also for ASCII).</summary>
    public int ByteOf(char c) => c >= 0x80 && _bytes.TryGetValue(c, out byte b) ? b : -1;
}
