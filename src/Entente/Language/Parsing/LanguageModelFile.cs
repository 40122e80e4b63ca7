using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Language.Parsing;

/// <summary>A model as it lies on disk: named sections under one checksum.</summary>
/// <remarks>Little-endian. 8 bytes <c>ENTLANG\n</c>; u64 format version; u64 length of all that follows the header;
/// 32 bytes SHA-256 of it; then u32 number of sections; for each section u16 length of its name, the name in UTF-8, u64 length; then the sections' bytes in that order.
/// A section is UTF-8 text, UTF-8 lines, or numbers: signed bytes, or 4-byte or 2-byte floats (IEEE 754), row by row.</remarks>
internal sealed class LanguageModelFile
{
    /// <summary>The format this program writes, and the newest it reads.</summary>
    public const int FormatVersion = 1;

    private const int HeaderLength = 56;
    private static readonly byte[] Magic = "ENTLANG\n"u8.ToArray();
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _sections;

    private LanguageModelFile(FrozenDictionary<string, ReadOnlyMemory<byte>> sections, string checksum) => (_sections, Checksum) = (sections, checksum);

    /// <summary>SHA-256 of the contents, in lower-case hexadecimal.</summary>
    public string Checksum { get; }

    /// <summary>Reads a model and checks it.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="LanguageModelException">It is no model, cut short, damaged, or written by a newer version.</exception>
    public static LanguageModelFile Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < HeaderLength || !span[..8].SequenceEqual(Magic))
            throw new LanguageModelException($"This is no language model: it does not begin with the mark of one (byte 0 of {Count(span.Length)}). Give the file that 'entente train language' wrote.");
        ulong version = BinaryPrimitives.ReadUInt64LittleEndian(span[8..]);
        if (version != FormatVersion)
            throw new LanguageModelException($"The language model is in format {version.ToString(CultureInfo.InvariantCulture)}; this program reads format {FormatVersion.ToString(CultureInfo.InvariantCulture)}. Update Entente, or train the model again with this version.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(span[16..]);
        ReadOnlySpan<byte> body = span[HeaderLength..];
        if ((ulong)body.Length != length)
            throw new LanguageModelException($"The language model is {Count(body.Length)} bytes long after its header, but says {length.ToString(CultureInfo.InvariantCulture)}: it was cut short or added to. Copy or download it again.");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body, hash);
        if (!hash.SequenceEqual(span.Slice(24, 32)))
            throw new LanguageModelException("The language model is damaged: its SHA-256 is not the one in its header (bytes 24 to 55). Copy or download it again.");
        try
        {
            return new LanguageModelFile(Sections(bytes[HeaderLength..]), Convert.ToHexStringLower(hash));
        }
        catch (ArgumentException e)
        {
            throw new LanguageModelException("The language model's table of sections is inconsistent: the program that wrote it was faulty. Train it again.", e);
        }
    }

    /// <summary>Writes a model.</summary>
    public static byte[] Write(IReadOnlyList<(string Name, byte[] Bytes)> sections)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        writer.Write((uint)sections.Count);
        foreach ((string name, byte[] bytes) in sections)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(name);
            writer.Write((ushort)utf8.Length);
            writer.Write(utf8);
            writer.Write((ulong)bytes.Length);
        }
        foreach ((_, byte[] bytes) in sections) writer.Write(bytes);
        writer.Flush();
        var file = new byte[HeaderLength + body.Length];
        body.GetBuffer().AsSpan(0, (int)body.Length).CopyTo(file.AsSpan(HeaderLength));
        Magic.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(8), FormatVersion);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(16), (ulong)body.Length);
        SHA256.HashData(file.AsSpan(HeaderLength), file.AsSpan(24, 32));
        return file;
    }

    /// <summary>A section of text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Section(name).Span);

    /// <summary>A section of lines.</summary>
    public string[] Lines(string name) => Text(name) is { Length: > 0 } text ? text.Split('\n') : [];

    /// <summary>A section of 4-byte floats.</summary>
    public float[] Singles(string name, int count)
    {
        ReadOnlySpan<byte> bytes = Sized(name, (long)count * sizeof(float));
        var values = new float[count];
        if (BitConverter.IsLittleEndian) MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
        else for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return values;
    }

    /// <summary>A section of 2-byte floats.</summary>
    public Half[] Halves(string name, int count)
    {
        ReadOnlySpan<byte> bytes = Sized(name, (long)count * 2);
        var values = new Half[count];
        if (BitConverter.IsLittleEndian) MemoryMarshal.Cast<byte, Half>(bytes).CopyTo(values);
        else for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadHalfLittleEndian(bytes[(i * 2)..]);
        return values;
    }

    /// <summary>A section of signed bytes, of any length.</summary>
    public sbyte[] Blob(string name) => MemoryMarshal.Cast<byte, sbyte>(Section(name).Span).ToArray();

    /// <summary>Bytes of 4-byte floats for <see cref="Write"/>.</summary>
    public static byte[] Bytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }

    /// <summary>Bytes of the same as 2-byte floats, rounded to nearest.</summary>
    public static byte[] HalfBytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(i * 2), (Half)values[i]);
        return bytes;
    }

    /// <summary>Bytes of lines.</summary>
    public static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static FrozenDictionary<string, ReadOnlyMemory<byte>> Sections(ReadOnlyMemory<byte> body)
    {
        var names = new List<(string Name, int Length)>();
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(body.Span);
        int at = 4;
        for (uint i = 0; i < count; i++)
        {
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(body.Span[at..]);
            string name = Encoding.UTF8.GetString(body.Span.Slice(at + 2, nameLength));
            at += 2 + nameLength;
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(body.Span[at..]);
            names.Add((name, (int)Math.Min(length, int.MaxValue)));
            at += 8;
        }
        var sections = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach ((string name, int length) in names)
        {
            sections[name] = body.Slice(at, length);
            at += length;
        }
        return sections.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ReadOnlySpan<byte> Sized(string name, long length)
    {
        ReadOnlySpan<byte> bytes = Section(name).Span;
        return bytes.Length == length ? bytes
            : throw new LanguageModelException($"Section '{name}' of the language model holds {Count(bytes.Length)} bytes where {Count(length)} belong. Train it again.");
    }

    private ReadOnlyMemory<byte> Section(string name) => _sections.TryGetValue(name, out ReadOnlyMemory<byte> bytes) ? bytes
        : throw new LanguageModelException($"The language model lacks the section '{name}'. Train it again with this version.");

    private static string Count(long n) => n.ToString(CultureInfo.InvariantCulture);
}
