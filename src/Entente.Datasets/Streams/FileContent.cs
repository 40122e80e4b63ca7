using System.Buffers;
using System.Security.Cryptography;

namespace Entente.Datasets.Streams;

/// <summary>What a pass over a file's bytes tells.</summary>
/// <param name="Sha256">Their hash, hexadecimal.</param>
/// <param name="Lines">Lines that are not empty.</param>
/// <param name="Plain">Whether lines end in a line feed alone and no byte is zero.</param>
public sealed record FileContent(string Sha256, long Lines, bool Plain)
{
    private static readonly SearchValues<byte> s_odd = SearchValues.Create([(byte)'\r', (byte)0]);

    /// <summary>Reads the bytes once.</summary>
    /// <param name="stream">The unpacked bytes.</param>
    /// <param name="copy">Gets them too, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="StreamFormatException">The archive is damaged.</exception>
    /// <exception cref="IOException">They cannot be read or copied.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static FileContent Of(Stream stream, Stream? copy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 18];
        long lines = 0;
        bool plain = true, blank = true;
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> block = buffer.AsSpan(0, count);
            hash.AppendData(block);
            copy?.Write(block);
            plain = plain && !block.ContainsAny(s_odd);
            while (!block.IsEmpty)
            {
                int feed = block.IndexOf((byte)'\n');
                blank &= feed == 0 || block.IsEmpty;
                if (feed < 0)
                {
                    blank = false;
                    break;
                }
                if (!blank) lines++;
                blank = true;
                block = block[(feed + 1)..];
            }
        }
        return new FileContent(Convert.ToHexStringLower(hash.GetHashAndReset()), blank ? lines : lines + 1, plain);
    }
}
