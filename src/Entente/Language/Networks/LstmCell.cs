using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Networks;

/// <summary>One step of a long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates) for one sentence.</summary>
/// <remarks>Gates are laid out input, forget, candidate, output, each of <c>hidden</c> elements; <c>hidden</c> is a multiple of 8.</remarks>
internal static class LstmCell
{
    /// <summary>Turns the sums at the gates into activations in place, and gives the new cell and output.</summary>
    /// <param name="gates">Four times hidden: sums in, activations out.</param>
    /// <param name="previousCell">The cell before; empty at a sentence's first step.</param>
    /// <param name="cell">The new cell; may be the same memory as <paramref name="previousCell"/>.</param>
    /// <param name="output">The new output.</param>
    public static void Step(Span<float> gates, ReadOnlySpan<float> previousCell, Span<float> cell, Span<float> output)
    {
        int hidden = gates.Length / 4;
        ref float i0 = ref MemoryMarshal.GetReference(gates);
        ref float f0 = ref gates[hidden];
        ref float g0 = ref gates[2 * hidden];
        ref float o0 = ref gates[3 * hidden];
        ref float p0 = ref MemoryMarshal.GetReference(previousCell);
        ref float c0 = ref MemoryMarshal.GetReference(cell[..hidden]);
        ref float h0 = ref MemoryMarshal.GetReference(output[..hidden]);
        bool first = previousCell.Length < hidden;
        for (nuint k = 0; k < (nuint)hidden; k += 8)
        {
            Vector256<float> i = Activations.Sigmoid(Vector256.LoadUnsafe(ref i0, k));
            Vector256<float> g = Activations.Tanh(Vector256.LoadUnsafe(ref g0, k));
            Vector256<float> o = Activations.Sigmoid(Vector256.LoadUnsafe(ref o0, k));
            Vector256<float> f = Activations.Sigmoid(Vector256.LoadUnsafe(ref f0, k));
            Vector256<float> c = first ? i * g : Vector256.MultiplyAddEstimate(f, Vector256.LoadUnsafe(ref p0, k), i * g);
            i.StoreUnsafe(ref i0, k);
            f.StoreUnsafe(ref f0, k);
            g.StoreUnsafe(ref g0, k);
            o.StoreUnsafe(ref o0, k);
            c.StoreUnsafe(ref c0, k);
            (o * Activations.Tanh(c)).StoreUnsafe(ref h0, k);
        }
    }
}
