using System.IO.Compression;
using Entente.Documents;

namespace Entente.Datasets.Streams;

/// <summary>A file inside a path: the file itself, what its gzip holds, or a member of its zip.</summary>
/// <param name="Name">File name, with the member after <c>!</c>.</param>
/// <param name="Open">Opens its unpacked bytes.</param>
/// <param name="PlainPath">Its path when it is not packed, else null.</param>
public sealed record StreamMember(string Name, Func<Stream> Open, string? PlainPath);

/// <summary>Looks into gzip and zip, told from the bytes; a bomb and an archive cut short end in an error, never in a part taken for the whole.</summary>
public static class StreamArchive
{
    /// <summary>Unpacked bytes allowed for a member.</summary>
    public const long MostUnpacked = 16L << 30;

    private const int MostRatio = 400;
    private static readonly DocumentReaderOptions s_limits = new() { MaxUnpackedBytes = MostUnpacked, MaxUnpackRatio = MostRatio };
    private const int MostMembers = 10_000;

    /// <summary>What a path holds.</summary>
    /// <exception cref="StreamFormatException">It cannot be unpacked.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<StreamMember> Members(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string name = Path.GetFileName(path);
        Span<byte> magic = stackalloc byte[4];
        using (FileStream file = File.OpenRead(path)) magic = magic[..file.ReadAtLeast(magic, 4, throwOnEndOfStream: false)];
        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return [new StreamMember(name, () => new CheckedStream(new UnpackingStream(File.OpenRead(path), s_limits), new FileInfo(path).Length, name), null)];
        if (!magic.StartsWith("PK\u0003\u0004"u8)) return [new StreamMember(name, () => File.OpenRead(path), path)];
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MostMembers) throw new StreamFormatException($"{name} has more than {MostMembers} members.");
            // What macOS adds to an archive is no data.
            return [.. zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && !e.Name.StartsWith("._", StringComparison.Ordinal))
                .Select(e => new StreamMember($"{name}!{e.FullName}", () => Member(path, e.FullName, name), null))];
        }
        catch (InvalidDataException e)
        {
            throw new StreamFormatException($"{name} is a damaged zip archive, or cut short.", e);
        }
    }

    private static CheckedStream Member(string path, string member, string name)
    {
        ZipArchive zip = ZipFile.OpenRead(path);
        ZipArchiveEntry entry = zip.GetEntry(member) ?? throw new StreamFormatException($"{name} has no {member} any more.");
        return new CheckedStream(entry.Open(), entry.CompressedLength, name) { Owner = zip, Expected = entry.Length };
    }

    /// <summary>Unpacked bytes with their bounds.</summary>
    private sealed class CheckedStream(Stream inner, long packed, string name) : Stream
    {
        private long _out;

        public ZipArchive? Owner { get; init; }

        public long? Expected { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _out; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read;
            try
            {
                read = inner.Read(buffer, offset, count);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                throw new StreamFormatException($"{name} is a damaged archive, or cut short.", e);
            }
            catch (UnpackingStream.BombException)
            {
                throw Bomb();
            }
            _out += read;
            if (_out > MostUnpacked || (_out > 64 << 20 && _out / Math.Max(1, packed) > MostRatio))
                throw Bomb();
            if (read == 0 && count > 0 && Expected is { } whole && whole != _out) throw new StreamFormatException($"{name} is a damaged archive, or cut short.");
            return read;
        }

        private StreamFormatException Bomb() => new($"{name} unpacks to far more than it holds; unpack it yourself if you trust it.");

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                Owner?.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
