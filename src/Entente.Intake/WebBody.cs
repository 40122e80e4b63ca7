using System.IO.Compression;

namespace Entente.Intake;

/// <summary>Reads an answer's body within its bounds, unpacking what the server packed for the way.</summary>
internal static class WebBody
{
    /// <summary>Unpacked bytes for one packed byte above which an answer that breaks the size bound is called a bomb.</summary>
    private const int BombRatio = 100;

    public static async Task<byte[]> ReadAsync(HttpContent content, WebOptions options, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > options.MaxBytes) throw TooLarge(options);
        byte[] packed = await ReadAllAsync(await content.ReadAsStreamAsync(cancellation), options, cancellation) ?? throw TooLarge(options);
        string[] packings = [.. content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase))];
        if (packings.Length == 0) return packed;
        if (packings.Length > 1) throw new WebRefusalException("refused", $"The answer is packed {packings.Length} times over.");
        try
        {
            using Stream unpacking = Unpacking(packings[0], packed);
            return await ReadAllAsync(unpacking, options with { SilenceLimit = Timeout.InfiniteTimeSpan }, cancellation)
                ?? throw (packed.Length < options.MaxBytes / BombRatio
                    ? new WebRefusalException("bomb", $"{packed.Length} bytes unpack to more than {options.MaxBytes}.")
                    : TooLarge(options));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new WebRefusalException("truncated", $"The answer is not the {packings[0]} it says it is, or is cut short.");
        }
    }

    private static Stream Unpacking(string packing, byte[] packed)
    {
        var bytes = new MemoryStream(packed, writable: false);
        return packing.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            // RFC 9110 means zlib; some servers send the bare stream, which cannot begin with zlib's 0x78.
            "deflate" when packed is [0x78, ..] => new ZLibStream(bytes, CompressionMode.Decompress),
            "deflate" => new DeflateStream(bytes, CompressionMode.Decompress),
            _ => throw new WebRefusalException("refused", $"The answer is packed with {packing}, which was not asked for."),
        };
    }

    private static async Task<byte[]?> ReadAllAsync(Stream stream, WebOptions options, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            silence.CancelAfter(options.SilenceLimit);
            int count;
            try
            {
                count = await stream.ReadAsync(buffer, silence.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new WebRefusalException("timeout", $"The server fell silent for {options.SilenceLimit.TotalSeconds:0.###} s.");
            }
            if (count == 0) return all.ToArray();
            if (all.Length + count > options.MaxBytes) return null;
            all.Write(buffer, 0, count);
        }
    }

    private static WebRefusalException TooLarge(WebOptions options) =>
        new("too-large", $"The answer is larger than {options.MaxBytes} bytes; save it and read the file.");
}
