using System.Runtime.Intrinsics;

namespace Entente.Measures;

/// <summary>
/// Random numbers by counter: the i-th number of a stream is a hash of (seed, iteration, stream, i), so that it is the same whichever
/// thread asks for it, and in whichever order.
/// </summary>
/// <remarks>SplitMix64's finaliser (Steele, Lea and Flood 2014).</remarks>
/// <param name="seed">The user's seed.</param>
/// <param name="iteration">Sweep of the sampler.</param>
/// <param name="stream">What is drawn for: an item or a state-session.</param>
internal readonly struct CounterRandom(ulong seed, int iteration, int stream)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;
    private const double HalfUlp = 1.0 / (1L << 53);
    private const ulong OneBits = 0x3FF0000000000000;

    private readonly ulong _key = Mix(Mix(Mix(seed + Golden) + (ulong)iteration * Golden) + (ulong)stream * Golden);

    /// <summary>The number at an index, uniform on (0, 1), both ends excluded.</summary>
    public double Uniform(int index) => BitConverter.UInt64BitsToDouble((Mix(_key + (ulong)(index + 1) * Golden) >> 12) | OneBits) - 1 + HalfUlp;

    /// <summary>A standard normal number, by inversion.</summary>
    public double Normal(int index) => IdealPoints.NormalLanes.Quantile(Uniform(index));

    /// <summary>Uniform numbers at an index and the three after it.</summary>
    public Vector256<double> Uniforms(int index)
    {
        Vector256<ulong> x = Vector256.Create(_key) + Vector256.Create((ulong)(index + 1) * Golden, (ulong)(index + 2) * Golden, (ulong)(index + 3) * Golden, (ulong)(index + 4) * Golden);
        x = (x ^ (x >>> 30)) * Vector256.Create(First);
        x = (x ^ (x >>> 27)) * Vector256.Create(Second);
        x ^= x >>> 31;
        return ((x >>> 12) | Vector256.Create(OneBits)).AsDouble() - Vector256<double>.One + Vector256.Create(HalfUlp);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * First;
        x = (x ^ (x >> 27)) * Second;
        return x ^ (x >> 31);
    }
}
