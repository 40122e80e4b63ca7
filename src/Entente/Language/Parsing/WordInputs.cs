using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Networks;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>What each word gives the gates of the first layer, worked out once for each form and kept while it keeps coming. Thread-safe.</summary>
/// <remarks>It depends on the form alone, so what is kept never changes a result. Two generations are kept, the younger taking over from the older
/// when it is full: at most twice <see cref="Generation"/> forms, however many there are in a text.</remarks>
internal sealed class WordInputs(DependencyModel model)
{
    /// <summary>Forms of a generation, about.</summary>
    public const int Generation = 8192;

    // What a kept whole number counts: the numbers reach from -16 to 16.
    private const float Unit = 16f / 32768;

    /// <summary>Forms worked out together at most.</summary>
    public const int Block = 64;

    private volatile ConcurrentDictionary<string, short[]> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, short[]> _old = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Elements of a word's input: 8·hidden.</summary>
    public int Width => model.FirstBias.Length;

    /// <summary>What a form gives, if it is known; null when it must be worked out.</summary>
    public short[]? Find(string form)
    {
        if (_young.TryGetValue(form, out short[]? gates)) return gates;
        if (!_old.TryGetValue(form, out gates)) return null;
        Keep(form, gates);
        return gates;
    }

    /// <summary>Works out what forms give, at most <see cref="Block"/> of them, and keeps it.</summary>
    /// <param name="forms">The forms.</param>
    /// <param name="gates">Receives an array of its own for each.</param>
    /// <param name="scratch">Room for <see cref="Block"/> × (input width + 8·hidden).</param>
    public void Make(ReadOnlySpan<string> forms, Span<short[]> gates, Span<float> scratch)
    {
        int inputWidth = model.Metadata.Shape.InputWidth;
        Span<float> input = scratch[..(forms.Length * inputWidth)], output = scratch.Slice(forms.Length * inputWidth, forms.Length * Width);
        for (int i = 0; i < forms.Length; i++)
        {
            Embed(forms[i], input.Slice(i * inputWidth, inputWidth));
            model.FirstBias.CopyTo(output[(i * Width)..]);
        }
        MatrixProduct.Multiply(input, inputWidth, 1, forms.Length, model.FirstInput, output, Width, true);
        for (int i = 0; i < forms.Length; i++)
        {
            gates[i] = Round(output.Slice(i * Width, Width));
            Keep(forms[i], gates[i]);
        }
    }

    /// <summary>What was worked out, as numbers again.</summary>
    public static void Expand(short[] rounded, Span<float> gates)
    {
        ref short from = ref MemoryMarshal.GetArrayDataReference(rounded);
        ref float to = ref MemoryMarshal.GetReference(gates[..rounded.Length]);
        int i = 0;
        for (; i + 16 <= rounded.Length; i += 16)
        {
            (Vector256<int> low, Vector256<int> high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            (Vector256.ConvertToSingle(low) * Unit).StoreUnsafe(ref to, (nuint)i);
            (Vector256.ConvertToSingle(high) * Unit).StoreUnsafe(ref to, (nuint)i + 8);
        }
        for (; i < rounded.Length; i++) gates[i] = rounded[i] * Unit;
    }

    // Sums beyond 16 leave a gate as open or as shut as 16 does.
    private static short[] Round(ReadOnlySpan<float> gates)
    {
        var rounded = new short[gates.Length];
        for (int i = 0; i < rounded.Length; i++) rounded[i] = (short)Math.Clamp(MathF.Round(gates[i] / Unit), short.MinValue, short.MaxValue);
        return rounded;
    }

    private void Keep(string form, short[] gates)
    {
        ConcurrentDictionary<string, short[]> young = _young;
        if (!young.TryAdd(form, gates) || Interlocked.Increment(ref _count) < Generation) return;
        lock (model)
        {
            if (_young != young) return;
            (_old, _young) = (young, new ConcurrentDictionary<string, short[]>(StringComparer.Ordinal));
            _count = 0;
        }
    }

    private void Embed(string form, Span<float> input)
    {
        int formWidth = model.Metadata.Shape.FormWidth, affixWidth = model.Metadata.Shape.AffixWidth;
        int row = model.Forms.GetValueOrDefault(WordFeatures.Normalize(form));
        for (int i = 0; i < formWidth; i++) input[i] = (float)model.FormVectors[row * formWidth + i];
        Span<int> features = stackalloc int[WordFeatures.Most];
        int count = WordFeatures.Hash(form, model.Metadata.Shape.AffixBuckets, features);
        Span<float> affixes = input[formWidth..];
        affixes.Clear();
        foreach (int feature in features[..count])
        {
            ReadOnlySpan<Half> vector = model.AffixVectors.AsSpan(feature * affixWidth, affixWidth);
            for (int i = 0; i < vector.Length; i++) affixes[i] += (float)vector[i];
        }
    }
}
