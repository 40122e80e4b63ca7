namespace Entente.Documents;

/// <summary>Splits a stream into lines of bytes without ever holding more than the longest allowed line.</summary>
internal static class ByteLines
{
    /// <summary>Each line without its line feed and the position it starts at; null bytes where it was too long.</summary>
    public static IEnumerable<(long Start, byte[]? Line)> Read(Stream stream, int longest)
    {
        byte[] buffer = new byte[64 * 1024];
        using var line = new MemoryStream();
        bool tooLong = false;
        long position = 0, start = 0;
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            int at = 0;
            while (at < count)
            {
                int feed = Array.IndexOf(buffer, (byte)'\n', at, count - at);
                int end = feed < 0 ? count : feed;
                tooLong |= line.Length + (end - at) > longest;
                if (tooLong) line.SetLength(0);
                else line.Write(buffer, at, end - at);
                if (feed < 0) break;
                yield return (start, tooLong ? null : line.ToArray());
                line.SetLength(0);
                tooLong = false;
                at = feed + 1;
                start = position + at;
            }
            position += count;
        }
        if (tooLong || line.Length > 0) yield return (start, tooLong ? null : line.ToArray());
    }
}
