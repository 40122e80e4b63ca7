using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Networks;

/// <summary>C = A·B or C += A·B in single precision, for a B packed beforehand.</summary>
/// <remarks>Every element is summed over the inner dimension in its order, one fused step at a time, whatever the number of rows:
/// a row's result does not depend on the rows beside it.</remarks>
internal static class MatrixProduct
{
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
        Span<float> edge = stackalloc float[4 * PackedMatrix.PanelWidth];
        for (int first = 0; first < columns; first += PackedMatrix.PanelWidth)
        {
            ref float panel = ref Unsafe.Add(ref panels, (nint)first * steps);
            int width = Math.Min(PackedMatrix.PanelWidth, columns - first);
            for (int r = 0; r < rows;)
            {
                int height = rows - r >= 4 ? 4 : 1;
                ref float x = ref Unsafe.Add(ref from, (nint)r * rowStride);
                ref float y = ref Unsafe.Add(ref to, (nint)r * stride + first);
                if (width == PackedMatrix.PanelWidth)
                {
                    if (height == 4) Four(ref x, rowStride, stepStride, ref panel, steps, ref y, stride, accumulate);
                    else One(ref x, stepStride, ref panel, steps, ref y, accumulate);
                    r += height;
                    continue;
                }
                Span<float> block = c[(r * stride + first)..];
                if (accumulate)
                    for (int i = 0; i < height; i++) block.Slice(i * stride, width).CopyTo(edge[(i * PackedMatrix.PanelWidth)..]);
                ref float at = ref MemoryMarshal.GetReference(edge);
                if (height == 4) Four(ref x, rowStride, stepStride, ref panel, steps, ref at, PackedMatrix.PanelWidth, accumulate);
                else One(ref x, stepStride, ref panel, steps, ref at, accumulate);
                for (int i = 0; i < height; i++) edge.Slice(i * PackedMatrix.PanelWidth, width).CopyTo(block[(i * stride)..]);
                r += height;
            }
        }
    }

    private static void Four(ref float a, nint rowStride, nint stepStride, ref float b, int steps, ref float c, nint stride, bool accumulate)
    {
        Vector256<float> c00 = Vector256<float>.Zero, c01 = Vector256<float>.Zero;
        Vector256<float> c10 = Vector256<float>.Zero, c11 = Vector256<float>.Zero;
        Vector256<float> c20 = Vector256<float>.Zero, c21 = Vector256<float>.Zero;
        Vector256<float> c30 = Vector256<float>.Zero, c31 = Vector256<float>.Zero;
        if (accumulate)
        {
            (c00, c01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8));
            (c10, c11) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref c, stride)), Vector256.LoadUnsafe(ref Unsafe.Add(ref c, stride), 8));
            (c20, c21) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * stride)), Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 2 * stride), 8));
            (c30, c31) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * stride)), Vector256.LoadUnsafe(ref Unsafe.Add(ref c, 3 * stride), 8));
        }
        nint row2 = 2 * rowStride, row3 = 3 * rowStride;
        for (int k = 0; k < steps; k++)
        {
            Vector256<float> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 8);
            Vector256<float> x = Vector256.Create(a);
            c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
            x = Vector256.Create(Unsafe.Add(ref a, rowStride));
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
        c10.StoreUnsafe(ref Unsafe.Add(ref c, stride));
        c11.StoreUnsafe(ref Unsafe.Add(ref c, stride), 8);
        c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * stride));
        c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * stride), 8);
        c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * stride));
        c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * stride), 8);
    }

    private static void One(ref float a, nint stepStride, ref float b, int steps, ref float c, bool accumulate)
    {
        Vector256<float> c00 = Vector256<float>.Zero, c01 = Vector256<float>.Zero;
        if (accumulate)
        {
            (c00, c01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8));
        }
        for (int k = 0; k < steps; k++)
        {
            Vector256<float> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 8);
            Vector256<float> x = Vector256.Create(a);
            c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
            a = ref Unsafe.Add(ref a, stepStride);
            b = ref Unsafe.Add(ref b, PackedMatrix.PanelWidth);
        }
        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, 8);
    }
}
