using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Training.Networks;

/// <summary>Adam (Kingma and Ba 2015), lazily for the touched rows of sparse parameters, with gradients clipped to a norm and a moving average of the weights kept beside.</summary>
internal sealed class AdamOptimizer
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f, LongestGradient = 5f;

    private readonly IReadOnlyList<Parameter> _parameters;

    /// <summary>An optimiser at its first step.</summary>
    public AdamOptimizer(IReadOnlyList<Parameter> parameters)
    {
        _parameters = parameters;
        First = [.. parameters.Select(p => new float[p.Value.Length])];
        Second = [.. parameters.Select(p => new float[p.Value.Length])];
        Average = [.. parameters.Select(p => (float[])p.Value.Clone())];
    }

    /// <summary>Steps taken.</summary>
    public int Steps { get; set; }

    /// <summary>First moments.</summary>
    public float[][] First { get; }

    /// <summary>Second moments.</summary>
    public float[][] Second { get; }

    /// <summary>Exponential moving averages of the weights, which are what is exported.</summary>
    public float[][] Average { get; }

    /// <summary>Moves the weights against their gradients, and sets the gradients to zero.</summary>
    /// <param name="rate">Learning rate.</param>
    /// <param name="scale">What gradients are multiplied by first: 1 / words of the batch.</param>
    public void Step(float rate, float scale)
    {
        Steps++;
        double norm = 0;
        foreach (Parameter p in _parameters)
        {
            if (!p.IsSparse) norm += VectorMath.SquaredNorm(p.Gradient);
            foreach (int row in p.TouchedRows) norm += VectorMath.SquaredNorm(p.Gradient.AsSpan(row * p.Columns, p.Columns));
        }
        norm = Math.Sqrt(norm) * scale;
        if (norm > LongestGradient) scale *= (float)(LongestGradient / norm);
        float corrected = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, Steps)) / (1 - MathF.Pow(Beta1, Steps));
        float decay = Math.Min(0.999f, (1f + Steps) / (10f + Steps));
        for (int i = 0; i < _parameters.Count; i++)
        {
            Parameter p = _parameters[i];
            if (!p.IsSparse) Update(i, 0, p.Value.Length, corrected * p.Pace, scale);
            foreach (int row in p.TouchedRows) Update(i, row * p.Columns, p.Columns, corrected * p.Pace, scale);
            // The tables of embeddings are large and change little: their average follows every eighth step.
            if (!p.IsSparse) Follow(p.Value, Average[i], decay);
            else if (Steps % 8 == 0) Follow(p.Value, Average[i], MathF.Pow(decay, 8));
            p.ClearGradient();
        }
    }

    private void Update(int index, int from, int count, float rate, float scale)
    {
        Parameter p = _parameters[index];
        Span<float> value = p.Value.AsSpan(from, count), first = First[index].AsSpan(from, count), second = Second[index].AsSpan(from, count);
        ReadOnlySpan<float> gradient = p.Gradient.AsSpan(from, count);
        ref float v = ref MemoryMarshal.GetReference(value), m = ref MemoryMarshal.GetReference(first), s = ref MemoryMarshal.GetReference(second), d = ref MemoryMarshal.GetReference(gradient);
        int i = 0;
        for (; i + 8 <= count; i += 8)
        {
            Vector256<float> g = Vector256.LoadUnsafe(ref d, (nuint)i) * scale;
            Vector256<float> a = Vector256.LoadUnsafe(ref m, (nuint)i) * Beta1 + g * (1 - Beta1);
            Vector256<float> b = Vector256.LoadUnsafe(ref s, (nuint)i) * Beta2 + g * g * (1 - Beta2);
            a.StoreUnsafe(ref m, (nuint)i);
            b.StoreUnsafe(ref s, (nuint)i);
            (Vector256.LoadUnsafe(ref v, (nuint)i) - a * rate / (Vector256.Sqrt(b) + Vector256.Create(Epsilon))).StoreUnsafe(ref v, (nuint)i);
        }
        for (; i < count; i++)
        {
            float g = gradient[i] * scale;
            first[i] = first[i] * Beta1 + g * (1 - Beta1);
            second[i] = second[i] * Beta2 + g * g * (1 - Beta2);
            value[i] -= rate * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }

    private static void Follow(ReadOnlySpan<float> value, Span<float> average, float decay)
    {
        ref float v = ref MemoryMarshal.GetReference(value), a = ref MemoryMarshal.GetReference(average);
        int i = 0;
        for (; i + 8 <= value.Length; i += 8)
        {
            Vector256<float> x = Vector256.LoadUnsafe(ref v, (nuint)i), y = Vector256.LoadUnsafe(ref a, (nuint)i);
            (x + (y - x) * decay).StoreUnsafe(ref a, (nuint)i);
        }
        for (; i < value.Length; i++) average[i] = value[i] + (average[i] - value[i]) * decay;
    }
}
