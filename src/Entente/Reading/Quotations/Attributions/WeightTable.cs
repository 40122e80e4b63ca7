using System.Buffers.Binary;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Weights of hashed features, a row of <see cref="Width"/> for each index, one byte each.</summary>
/// <param name="weights">Rows one after another.</param>
/// <param name="width">Weights in a row.</param>
/// <param name="scale">What one unit of a byte is worth.</param>
internal sealed class WeightTable(sbyte[] weights, int width, float scale)
{
    public int Width => width;

    public float Scale => scale;

    public ReadOnlySpan<sbyte> Weights => weights;

    /// <summary>Rows less one; the number of rows is a power of two.</summary>
    public uint Mask => (uint)(weights.Length / width - 1);

    /// <summary>The sum of single weights.</summary>
    public float Sum(ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows) sum += weights[row];
        return sum * scale;
    }

    /// <summary>The sums of rows of four.</summary>
    public void Sum(ReadOnlySpan<int> rows, Span<float> sums)
    {
        int a = 0, b = 0, c = 0, d = 0;
        foreach (int row in rows)
        {
            ReadOnlySpan<sbyte> w = weights.AsSpan(row * 4, 4);
            a += w[0];
            b += w[1];
            c += w[2];
            d += w[3];
        }
        (sums[0], sums[1], sums[2], sums[3]) = (a * scale, b * scale, c * scale, d * scale);
    }

    /// <summary>Rounds trained weights to bytes; the largest in size becomes 127, unless it is beyond <paramref name="most"/>.</summary>
    public static WeightTable Quantize(ReadOnlySpan<float> trained, int width, float most)
    {
        float largest = 1e-6f;
        foreach (float w in trained) largest = Math.Max(largest, Math.Abs(w));
        float unit = Math.Min(largest, most) / 127;
        var bytes = new sbyte[trained.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp(MathF.Round(trained[i] / unit), -127, 127);
        return new WeightTable(bytes, width, unit);
    }

    /// <summary>Writes length, width, scale and the bytes, little endian.</summary>
    public void Write(Stream stream)
    {
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(head, weights.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], width);
        BinaryPrimitives.WriteSingleLittleEndian(head[8..], scale);
        stream.Write(head);
        stream.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no table.</exception>
    /// <exception cref="EndOfStreamException">It is cut short.</exception>
    public static WeightTable Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[12];
        stream.ReadExactly(head);
        int length = BinaryPrimitives.ReadInt32LittleEndian(head), width = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        if (length is <= 0 or > 1 << 26 || width is <= 0 or > 64 || length % width != 0) throw new InvalidDataException($"A table of {length} weights in rows of {width} is none; train the model again.");
        var weights = new sbyte[length];
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new WeightTable(weights, width, BinaryPrimitives.ReadSingleLittleEndian(head[8..]));
    }
}
