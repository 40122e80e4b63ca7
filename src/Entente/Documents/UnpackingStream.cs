using System.IO.Compression;

namespace Entente.Documents;

/// <summary>Unpacks gzip and stops at a bomb. Read-only, forward-only.</summary>
internal sealed class UnpackingStream : Stream
{
    private readonly CountingStream _packed;
    private readonly GZipStream _gzip;
    private readonly DocumentReaderOptions _options;
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
        int read = _gzip.Read(buffer, offset, count);
        _out += read;
        if (_out > _options.MaxUnpackedBytes || (_out > _options.RatioFreeBytes && _out / Math.Max(1, _packed.Count) > _options.MaxUnpackRatio))
            throw new BombException();
        return read;
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

    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
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
