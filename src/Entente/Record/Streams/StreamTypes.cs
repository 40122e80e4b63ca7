using System.Collections.Frozen;
using System.Reflection;
using Entente.Reading;

namespace Entente.Record.Streams;

/// <summary>PLOVER types of the codes of CAMEO, WEIS and ACLED, from <c>data/streams/types.tsv</c>. Immutable and thread-safe.</summary>
public sealed class StreamTypes
{
    private static readonly Lazy<FrozenDictionary<string, StreamTypes>> Shipped = new(() => new[] { "cameo", "weis", "acled" }.ToFrozenDictionary(s => s, s => new StreamTypes(s), StringComparer.Ordinal));

    private readonly FrozenDictionary<string, PloverType?> _codes;

    private StreamTypes(string scheme) => _codes = Rows("types")
        .Where(f => string.Equals(f[0], scheme, StringComparison.Ordinal))
        .ToFrozenDictionary(f => f[1], f => f[2].Length == 0 ? (PloverType?)null : Enum.Parse<PloverType>(f[2], ignoreCase: true), StringComparer.Ordinal);

    /// <summary>CAMEO: two to four digits, roots 01 to 20.</summary>
    public static StreamTypes Cameo => Shipped.Value["cameo"];

    /// <summary>WEIS: three digits, roots 01 to 22.</summary>
    public static StreamTypes Weis => Shipped.Value["weis"];

    /// <summary>ACLED: sub-event types, then event types.</summary>
    public static StreamTypes Acled => Shipped.Value["acled"];

    /// <summary>Every code of two to four digits that has a type. The same rule as <see cref="Of"/>, as a table to join with.</summary>
    public IEnumerable<(string Code, PloverType Type)> All => Numbers(2).Concat(Numbers(3)).Concat(Numbers(4))
        .Select(code => (Code: code, Type: Of(code))).Where(p => p.Type is not null).Select(p => (p.Code, p.Type!.Value));

    /// <summary>The type of a code of digits: that of the longest listed code it begins with; null where there is none.</summary>
    public PloverType? Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is < 2 or > 4 || !code.All(char.IsAsciiDigit)) return null;
        for (int length = code.Length; length >= 2; length--)
            if (_codes.TryGetValue(code[..length], out PloverType? type)) return type;
        return null;
    }

    /// <summary>The type of a name as listed; null where there is none.</summary>
    public PloverType? OfName(string name) => _codes.GetValueOrDefault(name);

    /// <summary>Whether a name is listed, with or without a type.</summary>
    public bool Knows(string name) => _codes.ContainsKey(name);

    internal static IEnumerable<string[]> Rows(string table)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/streams/{table}.tsv")
            ?? throw new InvalidOperationException($"data/streams/{table}.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Split('\t');
    }

    private static IEnumerable<string> Numbers(int digits)
    {
        int end = (int)Math.Pow(10, digits);
        for (int n = 0; n < end; n++) yield return n.ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture);
    }
}
