using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Networks;

/// <summary>C = A·B or C += A·B in single precision, for a B packed beforehand.</summary>
/// <remarks>Every element is summed over the inner dimension in its order, one fused step at a time, whatever the number of rows:
/// a row's result does not depend on the rows beside it.</remarks>
internal static class MatrixProduct
{
    private const int TileRows = 4;

    /// <summary>Multiplies <paramref name="rows"/> rows of A into C.</summary>
    /// <param name="a">A: element (r, k) at <c>r·rowStride + k·stepStride</c>.</param>
    /// <param name="rowStride">Elements between rows of A.</param>
    /// <param name="stepStride">Elements between columns of A: 1 for a row-major matrix; with a row stride of 1, the transpose of one.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="b">B; its rows are the inner dimension.</param>
    /// <param name="c">C, row-major.</param>
    /// <param name="stride">Elements between rows of C.</param>
    /// <param name="accumulate">Whether to add to C instead of overwriting it.</param>
    public static void Multiply(ReadOnlySpan<float> a, int rowStride, int stepStride, int rows, PackedMatrix b, Span<float> c, int stride, bool accumulate)
    {
        if (rows == 0) return;
        int steps = b.Rows, columns = b.Columns;
        if (steps > 0) _ = a[(rows - 1) * rowStride + (steps - 1) * stepStride];
        _ = c[(rows - 1) * stride + columns - 1];
        ref float from = ref MemoryMarshal.GetReference(a);
        ref float to = ref MemoryMarshal.GetReference(c);
        ref float panels = ref MemoryMarshal.GetArrayDataReference(b.Panels);
        Span<float> edge = stackalloc float[TileRows * PackedMatrix.PanelWidth];
        for (int first = 0; first < columns; first += PackedMatrix.PanelWidth)
        {
            ref float panel = ref Unsafe.Add(ref panels, (nint)first * steps);
            int width = Math.Min(PackedMatrix.PanelWidth, columns - first);
            for (int r = 0; r < rows; r += TileRows)
            {
                int height = Math.Min(TileRows, rows - r);
                ref float x = ref Unsafe.Add(ref from, (nint)r * rowStride);
                if (width == PackedMatrix.PanelWidth)
                {
                    Tile(ref x, rowStride, stepStride, ref panel, steps, ref Unsafe.Add(ref to, (nint)r * stride + first), stride, accumulate, height);
                    continue;
                }
                Span<float> block = c[(r * stride + first)..];
                if (accumulate)
                    for (int i = 0; i < height; i++) block.Slice(i * stride, width).CopyTo(edge[(i * PackedMatrix.PanelWidth)..]);
                Tile(ref x, rowStride, stepStride, ref panel, steps, ref MemoryMarshal.GetReference(edge), PackedMatrix.PanelWidth, accumulate, height);
                for (int i = 0; i < height; i++) edge.Slice(i * PackedMatrix.PanelWidth, width).CopyTo(block[(i * stride)..]);
            }
        }
    }

    /// <summary>Sum of the products of two vectors of one length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref float a = ref MemoryMarshal.GetReference(left), b = ref MemoryMarshal.GetReference(right[..left.Length]);
        Vector256<float> even = Vector256<float>.Zero, odd = Vector256<float>.Zero;
        int i = 0;
        for (; i + 16 <= left.Length; i += 16)
        {
            even = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i), even);
            odd = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref a, (nuint)i + 8), Vector256.LoadUnsafe(ref b, (nuint)i + 8), odd);
        }
        float sum = Vector256.Sum(even + odd);
        for (; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    /// <summary>The same of whole numbers and others.</summary>
    public static float Dot(ReadOnlySpan<short> left, ReadOnlySpan<float> right)
    {
        ref short a = ref MemoryMarshal.GetReference(left);
        ref float b = ref MemoryMarshal.GetReference(right[..left.Length]);
        Vector256<float> even = Vector256<float>.Zero, odd = Vector256<float>.Zero;
        int i = 0;
        for (; i + 16 <= left.Length; i += 16)
        {
            (Vector256<int> low, Vector256<int> high) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)i));
            even = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(low), Vector256.LoadUnsafe(ref b, (nuint)i), even);
            odd = Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(high), Vector256.LoadUnsafe(ref b, (nuint)i + 8), odd);
        }
        float sum = Vector256.Sum(even + odd);
        for (; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    // Four rows by sixteen columns in registers. Of a lower tile the missing rows repeat the first and are not stored.
    private static void Tile(ref float a, nint rowStride, nint stepStride, ref float b, int steps, ref float c, nint stride, bool accumulate, int height)
    {
        Vector256<float> c00 = Vector256<float>.Zero, c01 = Vector256<float>.Zero;
        Vector256<float> c10 = Vector256<float>.Zero, c11 = Vector256<float>.Zero;
        Vector256<float> c20 = Vector256<float>.Zero, c21 = Vector256<float>.Zero;
        Vector256<float> c30 = Vector256<float>.Zero, c31 = Vector256<float>.Zero;
        nint row1 = height > 1 ? rowStride : 0, row2 = height > 2 ? 2 * rowStride : 0, row3 = height > 3 ? 3 * rowStride : 0;
        ref float d1 = ref Unsafe.Add(ref c, height > 1 ? stride : 0);
        ref float d2 = ref Unsafe.Add(ref c, height > 2 ? 2 * stride : 0);
        ref float d3 = ref Unsafe.Add(ref c, height > 3 ? 3 * stride : 0);
        if (accumulate)
        {
            (c00, c01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8));
            (c10, c11) = (Vector256.LoadUnsafe(ref d1), Vector256.LoadUnsafe(ref d1, 8));
            (c20, c21) = (Vector256.LoadUnsafe(ref d2), Vector256.LoadUnsafe(ref d2, 8));
            (c30, c31) = (Vector256.LoadUnsafe(ref d3), Vector256.LoadUnsafe(ref d3, 8));
        }
        for (int k = 0; k < steps; k++)
        {
            Vector256<float> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 8);
            Vector256<float> x = Vector256.Create(a);
            c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
            x = Vector256.Create(Unsafe.Add(ref a, row1));
            c10 = Vector256.MultiplyAddEstimate(x, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(x, b1, c11);
            x = Vector256.Create(Unsafe.Add(ref a, row2));
            c20 = Vector256.MultiplyAddEstimate(x, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(x, b1, c21);
            x = Vector256.Create(Unsafe.Add(ref a, row3));
            c30 = Vector256.MultiplyAddEstimate(x, b0, c30);
            c31 = Vector256.MultiplyAddEstimate(x, b1, c31);
            a = ref Unsafe.Add(ref a, stepStride);
            b = ref Unsafe.Add(ref b, PackedMatrix.PanelWidth);
        }
        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 8);
        if (height > 1)
        {
            c10.StoreUnsafe(ref d1);
            c11.StoreUnsafe(ref d1, 8);
        }
        if (height > 2)
        {
            c20.StoreUnsafe(ref d2);
            c21.StoreUnsafe(ref d2, 8);
        }
        if (height > 3)
        {
            c30.StoreUnsafe(ref d3);
            c31.StoreUnsafe(ref d3, 8);
        }
    }
}
