using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Cli;

/// <summary>
/// Standard output, buffered, that says when its reader has gone (<c>| head</c>): the console's own stream swallows that, and a verb would
/// go on working for nobody.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int Interrupted = 4, TryAgain = 11, BrokenPipe = 32;

    /// <summary>A writer of UTF-8 without a mark; flush it at the end.</summary>
    public static TextWriter Open()
    {
        Stream stream = OperatingSystem.IsLinux() ? new StandardOutput() : Console.OpenStandardOutput();
        return new StreamWriter(stream, new UTF8Encoding(false), 16 * 1024) { AutoFlush = !Console.IsOutputRedirected };
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written = Write(1, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0) buffer = buffer[(int)written..];
            else if (Marshal.GetLastPInvokeError() is var error && error == BrokenPipe) throw new ClosedOutputException();
            else if (error is not (Interrupted or TryAgain)) throw new IOException($"Standard output: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [DllImport("libc", EntryPoint = "write", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Write(int descriptor, ref byte buffer, nint count);
}

/// <summary>Whoever read standard output has gone; there is nobody to work for.</summary>
internal sealed class ClosedOutputException : IOException;
