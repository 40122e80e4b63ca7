using System.IO.Compression;

namespace Entente.Documents;

/// <summary>Unpacks gzip, stops at a bomb, and says when the archive is cut short. Read-only, forward-only.</summary>
/// <remarks>
/// The framework's own stream ends quietly where an archive was cut. A last member of known content is therefore put behind the archive:
/// only a whole archive lets it come out at the end.
/// </remarks>
internal sealed class UnpackingStream : Stream
{
    private static readonly byte[] s_seal = "entente: the end"u8.ToArray();
    private static readonly byte[] s_packedSeal = Pack(s_seal);

    private readonly CountingStream _packed;
    private readonly GZipStream _gzip;
    private readonly DocumentReaderOptions _options;
    private readonly byte[] _buffer = new byte[(64 * 1024) + s_seal.Length];
    private int _at, _end;
    private long _out;

    public UnpackingStream(Stream packed, DocumentReaderOptions options)
    {
        _packed = new CountingStream(packed);
        _gzip = new GZipStream(_packed, CompressionMode.Decompress);
        _options = options;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _out; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        // The last bytes are held back until it is known whether they are the seal.
        while (_end - _at <= s_seal.Length)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
            int read = Unpack();
            if (read == 0) return _buffer.AsSpan(0, _end).SequenceEqual(s_seal) ? 0 : throw new InvalidDataException("The archive is cut short.");
            _end += read;
        }
        int some = Math.Min(count, _end - _at - s_seal.Length);
        _buffer.AsSpan(_at, some).CopyTo(buffer.AsSpan(offset));
        _at += some;
        return some;
    }

    private int Unpack()
    {
        int read;
        try
        {
            read = _gzip.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("The archive is damaged or cut short.", e);
        }
        _out += read;
        if (_out > _options.MaxUnpackedBytes || (_out > _options.RatioFreeBytes && _out / Math.Max(1, _packed.Count) > _options.MaxUnpackRatio))
            throw new BombException();
        return read;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>More came out than the limits allow; turned into a skipped input by the reader.</summary>
    internal sealed class BombException : IOException;

    /// <summary>The packed bytes, counted, and the seal after them.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        private int _sealed;

        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            if (read == 0)
            {
                read = Math.Min(count, s_packedSeal.Length - _sealed);
                Array.Copy(s_packedSeal, _sealed, buffer, offset, read);
                _sealed += read;
            }
            Count += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
