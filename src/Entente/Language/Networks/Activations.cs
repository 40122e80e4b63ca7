using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Networks;

/// <summary>Hyperbolic tangent and logistic function over vectors, without calls to the mathematical library: the same bits on every operating system.</summary>
/// <remarks>tanh is the ratio of an odd and an even polynomial on [-7.9, 7.9], with an absolute error under 1e-6 (the minimax coefficients that Eigen publishes).</remarks>
internal static class Activations
{
    private const float Bound = 7.90531110763549805f;

    /// <summary>tanh of 8 values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-Bound)), Vector256.Create(Bound));
        Vector256<float> s = x * x;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(-2.76076847742355e-16f), s, Vector256.Create(2.00018790482477e-13f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-8.60467152213735e-11f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(5.12229709037114e-08f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(1.48572235717979e-05f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(6.37261928875436e-04f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(4.89352455891786e-03f));
        Vector256<float> q = Vector256.MultiplyAddEstimate(Vector256.Create(1.19825839466702e-06f), s, Vector256.Create(1.18534705686654e-04f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(2.26843463243900e-03f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(4.89352518554385e-03f));
        return x * p / q;
    }

    /// <summary>1 / (1 + e^-x) of 8 values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        return Vector256.MultiplyAddEstimate(Tanh(x * half), half, half);
    }

    /// <summary>Keeps what is above a leaky zero, in place: max(x, 0.1·x).</summary>
    public static void LeakyRelu(Span<float> values)
    {
        ref float at = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i + 8 <= values.Length; i += 8)
        {
            Vector256<float> x = Vector256.LoadUnsafe(ref at, (nuint)i);
            Vector256.Max(x, x * 0.1f).StoreUnsafe(ref at, (nuint)i);
        }
        for (; i < values.Length; i++) values[i] = Math.Max(values[i], 0.1f * values[i]);
    }

    /// <summary>Adds and keeps what is above a leaky zero, in place.</summary>
    public static void AddLeakyRelu(Span<float> values, ReadOnlySpan<float> added)
    {
        for (int i = 0; i < values.Length; i++)
        {
            float x = values[i] + added[i];
            values[i] = Math.Max(x, 0.1f * x);
        }
    }
}
