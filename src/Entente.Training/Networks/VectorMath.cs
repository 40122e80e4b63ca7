using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Training.Networks;

/// <summary>Loops over vectors that the compiler does not vectorise by itself.</summary>
internal static class VectorMath
{
    /// <summary>target += source.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<float> target)
    {
        ref float s = ref MemoryMarshal.GetReference(source), t = ref MemoryMarshal.GetReference(target[..source.Length]);
        int i = 0;
        for (; i + 8 <= source.Length; i += 8) (Vector256.LoadUnsafe(ref t, (nuint)i) + Vector256.LoadUnsafe(ref s, (nuint)i)).StoreUnsafe(ref t, (nuint)i);
        for (; i < source.Length; i++) target[i] += source[i];
    }

    /// <summary>target *= factor, element by element.</summary>
    public static void Multiply(ReadOnlySpan<float> factor, Span<float> target)
    {
        ref float s = ref MemoryMarshal.GetReference(factor), t = ref MemoryMarshal.GetReference(target[..factor.Length]);
        int i = 0;
        for (; i + 8 <= factor.Length; i += 8) (Vector256.LoadUnsafe(ref t, (nuint)i) * Vector256.LoadUnsafe(ref s, (nuint)i)).StoreUnsafe(ref t, (nuint)i);
        for (; i < factor.Length; i++) target[i] *= factor[i];
    }

    /// <summary>Sum of squares.</summary>
    public static double SquaredNorm(ReadOnlySpan<float> values)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        ref float v = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i + 8 <= values.Length; i += 8)
        {
            Vector256<float> x = Vector256.LoadUnsafe(ref v, (nuint)i);
            sum = Vector256.MultiplyAddEstimate(x, x, sum);
        }
        double total = Vector256.Sum(sum);
        for (; i < values.Length; i++) total += values[i] * values[i];
        return total;
    }

    /// <summary>Adds each row to a sum of rows.</summary>
    public static void AddRows(ReadOnlySpan<float> rows, Span<float> sum)
    {
        for (int at = 0; at < rows.Length; at += sum.Length) Add(rows.Slice(at, sum.Length), sum);
    }

    /// <summary>Turns scores into the gradient of the negative log-likelihood of one of them, in place; gives that loss.</summary>
    public static float SoftmaxGradient(Span<float> scores, int gold, float weight)
    {
        float highest = float.NegativeInfinity;
        foreach (float s in scores) highest = Math.Max(highest, s);
        float sum = 0;
        for (int i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - highest);
        float loss = -MathF.Log(Math.Max(scores[gold] / sum, 1e-30f));
        float scale = weight / sum;
        for (int i = 0; i < scores.Length; i++) scores[i] *= scale;
        scores[gold] -= weight;
        return loss * weight;
    }

    /// <summary>target += factor · source.</summary>
    public static void AddScaled(ReadOnlySpan<float> source, float factor, Span<float> target)
    {
        ref float s = ref MemoryMarshal.GetReference(source), t = ref MemoryMarshal.GetReference(target[..source.Length]);
        Vector256<float> by = Vector256.Create(factor);
        int i = 0;
        for (; i + 8 <= source.Length; i += 8)
            Vector256.MultiplyAddEstimate(by, Vector256.LoadUnsafe(ref s, (nuint)i), Vector256.LoadUnsafe(ref t, (nuint)i)).StoreUnsafe(ref t, (nuint)i);
        for (; i < source.Length; i++) target[i] += factor * source[i];
    }

    /// <summary>As <see cref="SoftmaxGradient"/>, for a true outcome beside sampled ones: their scores become their gradients; gives the gradient of the true one's score.</summary>
    public static float SampledSoftmaxGradient(Span<float> scores, float own, out float loss)
    {
        float highest = own;
        foreach (float s in scores) highest = Math.Max(highest, s);
        ref float at = ref MemoryMarshal.GetReference(scores);
        Vector256<float> top = Vector256.Create(highest), sums = Vector256<float>.Zero;
        int i = 0;
        for (; i + 8 <= scores.Length; i += 8)
        {
            Vector256<float> e = Vector256.Exp(Vector256.Max(Vector256.LoadUnsafe(ref at, (nuint)i) - top, Vector256.Create(-80f)));
            e.StoreUnsafe(ref at, (nuint)i);
            sums += e;
        }
        float self = MathF.Exp(own - highest), sum = self + Vector256.Sum(sums);
        for (; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - highest);
        loss = -MathF.Log(Math.Max(self / sum, 1e-30f));
        float scale = 1 / sum;
        for (i = 0; i + 8 <= scores.Length; i += 8) (Vector256.LoadUnsafe(ref at, (nuint)i) * scale).StoreUnsafe(ref at, (nuint)i);
        for (; i < scores.Length; i++) scores[i] *= scale;
        return self / sum - 1;
    }
}
