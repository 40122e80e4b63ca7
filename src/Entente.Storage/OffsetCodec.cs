using System.IO.Compression;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Packs an offset map: per segment, lengths and the step from the last inner end, as variable-length integers, deflated.</summary>
internal static class OffsetCodec
{
    public static byte[] Pack(OffsetMap map)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(deflate))
        {
            long inner = 0;
            writer.Write7BitEncodedInt(map.Segments.Length);
            foreach (OffsetMap.Segment s in map.Segments)
            {
                writer.Write7BitEncodedInt64(((long)s.OuterLength << 1) | (s.Linear ? 1L : 0L));
                writer.Write7BitEncodedInt64(s.InnerStart - inner);
                if (!s.Linear) writer.Write7BitEncodedInt64(s.InnerLength);
                inner = s.InnerEnd;
            }
        }
        return packed.ToArray();
    }

    public static OffsetMap Unpack(Stream packed)
    {
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var reader = new BinaryReader(deflate);
        var map = new OffsetMap.Builder();
        long inner = 0;
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            long head = reader.Read7BitEncodedInt64();
            int outer = checked((int)(head >> 1));
            long start = inner + reader.Read7BitEncodedInt64();
            bool linear = (head & 1) == 1;
            long length = linear ? outer : reader.Read7BitEncodedInt64();
            if (linear) map.Copy(outer, start);
            else map.Replace(outer, start, length);
            inner = start + length;
        }
        return map.ToMap();
    }
}
