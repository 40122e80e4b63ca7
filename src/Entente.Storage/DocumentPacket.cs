using System.IO.Compression;
using System.Text;
using Entente.Documents;
using Entente.Reading;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Documents as bytes, to travel from one machine to another: deflated, with their offset maps, and the same bytes for the same documents.</summary>
public static class DocumentPacket
{
    private const int Version = 1;
    private const int MostDocuments = 100_000;
    private const long MostBytes = 1L << 30;

    /// <summary>Packs documents.</summary>
    public static byte[] Pack(IReadOnlyCollection<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        using var packed = new MemoryStream();
        packed.WriteByte(Version);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(deflate, Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(documents.Count);
            foreach (Document d in documents)
            {
                writer.Write(d.Id);
                foreach (string? text in (string?[])[d.Origin.Location, d.Origin.Member, d.Origin.MediaType, d.Origin.Charset, d.Title, d.Byline, d.Outlet, d.Url, d.Published?.Basis.ToString()])
                {
                    writer.Write(text is not null);
                    if (text is not null) writer.Write(text);
                }
                writer.Write(d.Published?.Day.DayNumber ?? -1);
                writer.Write(d.Body.Text);
                byte[] offsets = OffsetCodec.Pack(d.Body.ToBytes);
                writer.Write7BitEncodedInt(offsets.Length);
                writer.Write(offsets);
                writer.Write(ObservationJson.WriteRepairs(d.Repairs));
                writer.Write(ObservationJson.WriteDropped(d.Dropped));
            }
        }
        return packed.ToArray();
    }

    /// <summary>The documents of a packet.</summary>
    /// <exception cref="InvalidDataException">The bytes are no packet.</exception>
    public static IReadOnlyList<Document> Unpack(byte[] packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        if (packet.Length == 0 || packet[0] != Version) throw new InvalidDataException("its version is not known; update entente.");
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(packet, 1, packet.Length - 1, writable: false), CompressionMode.Decompress);
            using var reader = new BinaryReader(new BoundedStream(deflate, Math.Min(MostBytes, Math.Max(1 << 20, packet.Length * 1000L))), Encoding.UTF8);
            int count = reader.Read7BitEncodedInt();
            if (count is < 0 or > MostDocuments) throw new InvalidDataException("it says that it holds too many documents.");
            var documents = new List<Document>();
            for (int i = 0; i < count; i++) documents.Add(Read(reader));
            return documents;
        }
        catch (Exception e) when (e is not InvalidDataException and not OutOfMemoryException)
        {
            throw new InvalidDataException($"it is damaged ({e.GetType().Name}).", e);
        }
    }

    private static Document Read(BinaryReader reader)
    {
        string id = reader.ReadString();
        if (id.Length is 0 or > 64 || !id.All(char.IsAsciiHexDigitLower)) throw new InvalidDataException("a document has no id.");
        string?[] texts = [.. Enumerable.Range(0, 9).Select(_ => reader.ReadBoolean() ? reader.ReadString() : null)];
        int day = reader.ReadInt32();
        string text = reader.ReadString();
        int length = reader.Read7BitEncodedInt();
        byte[] packed = reader.ReadBytes(length);
        if (packed.Length != length) throw new InvalidDataException("it is cut short.");
        using var offsets = new MemoryStream(packed);
        return new Document
        {
            Id = id,
            Origin = new DocumentOrigin(texts[0] ?? "", texts[1], texts[2] ?? "", texts[3] ?? ""),
            Title = texts[4],
            Byline = texts[5],
            Outlet = texts[6],
            Url = texts[7],
            Published = day < 0 ? null : new PublicationDate(DateOnly.FromDayNumber(day), Enum.Parse<DateBasis>(texts[8] ?? "")),
            Body = new SourceText(text, OffsetCodec.Unpack(offsets)),
            Repairs = ObservationJson.ReadRepairs(reader.ReadString()),
            Dropped = ObservationJson.ReadDropped(reader.ReadString()),
        };
    }

    /// <summary>Ends a packet that unpacks to far more than it holds.</summary>
    private sealed class BoundedStream(Stream inner, long most) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int some = inner.Read(buffer, offset, count);
            _read += some;
            return _read > most ? throw new InvalidDataException("it unpacks to far more than it holds.") : some;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
