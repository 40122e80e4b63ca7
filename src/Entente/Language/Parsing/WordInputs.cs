using Entente.Language.Networks;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>What each word gives the gates of the first layer, worked out once for each form and kept.</summary>
/// <remarks>It depends on the form alone, so what is kept never changes a result. At most <see cref="Kept"/> forms are kept and one batch more.</remarks>
internal sealed class WordInputs(DependencyModel model)
{
    private const int Kept = 6144;
    private const int Block = 256;

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<float[]> _blocks = [];
    private readonly List<string> _new = [];
    private readonly float[] _input = new float[Block * model.Metadata.Shape.InputWidth];
    private int[] _rows = [];

    /// <summary>Makes room for a batch.</summary>
    public void BeginBatch(int words)
    {
        if (_slots.Count > Kept) _slots.Clear();
        if (_rows.Length < words) _rows = new int[words];
        _new.Clear();
    }

    /// <summary>Says which form stands in a row of the batch.</summary>
    public void Add(string form, int row)
    {
        if (!_slots.TryGetValue(form, out int slot))
        {
            slot = _slots.Count;
            _slots.Add(form, slot);
            _new.Add(form);
        }
        _rows[row] = slot;
    }

    /// <summary>Writes the batch: words × 8·hidden.</summary>
    public void Write(Span<float> gates)
    {
        int width = 8 * model.Metadata.Shape.Hidden;
        int at = _slots.Count - _new.Count, done = 0;
        while (done < _new.Count)
        {
            int block = at / Block, inBlock = at % Block;
            if (block == _blocks.Count) _blocks.Add(new float[Block * width]);
            int count = Math.Min(Block - inBlock, _new.Count - done);
            for (int i = 0; i < count; i++)
            {
                Embed(_new[done + i], _input.AsSpan(i * model.Metadata.Shape.InputWidth, model.Metadata.Shape.InputWidth));
                model.FirstBias.CopyTo(_blocks[block], (inBlock + i) * width);
            }
            MatrixProduct.Multiply(_input, model.Metadata.Shape.InputWidth, 1, count, model.FirstInput, _blocks[block].AsSpan(inBlock * width), width, true);
            at += count;
            done += count;
        }
        for (int row = 0; row * width < gates.Length; row++)
            _blocks[_rows[row] / Block].AsSpan(_rows[row] % Block * width, width).CopyTo(gates[(row * width)..]);
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
