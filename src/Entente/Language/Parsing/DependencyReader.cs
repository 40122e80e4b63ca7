using System.Runtime.InteropServices;
using Entente.Language.Networks;

namespace Entente.Language.Parsing;

/// <summary>One thread's work with a model, and its scratch memory.</summary>
internal sealed class DependencyReader(DependencyModel model)
{
    private const int BatchWords = 1024;
    private readonly ModelShape _shape = model.Metadata.Shape;
    private readonly StepLayout _layout = new();
    private readonly PackedMatrix _heads = new();
    private readonly List<Piece> _batch = [];
    private readonly Dictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly List<string> _unknownForms = [];
    private readonly List<int> _unknownRows = [];
    private readonly short[][] _made = new short[WordInputs.Block][];
    private float[] _gates = [], _tags = [], _arcs = [], _queries = [], _words = [];
    private float[] _query = [], _head = [], _scores = [], _relation = [], _relations = [];
    private short[] _first = [], _second = [];
    private int[] _lengths = [];

    /// <summary>Tags and parses sentences, in batches.</summary>
    public WordAnalysis[][] Read(IReadOnlyList<string[]> sentences)
    {
        var results = new WordAnalysis[sentences.Count][];
        int words = 0;
        for (int i = 0; i < sentences.Count; i++)
        {
            int length = sentences[i].Length;
            results[i] = new WordAnalysis[length];
            for (int first = 0; first < length; first += DependencyModel.LongestSentence)
            {
                var piece = new Piece(i, first, Math.Min(DependencyModel.LongestSentence, length - first));
                if (words + piece.Length > BatchWords && words > 0)
                {
                    ReadBatch(sentences, results);
                    words = 0;
                }
                _batch.Add(piece);
                words += piece.Length;
            }
        }
        if (words > 0) ReadBatch(sentences, results);
        return results;
    }

    private void ReadBatch(IReadOnlyList<string[]> sentences, WordAnalysis[][] results)
    {
        if (_lengths.Length < _batch.Count) _lengths = new int[_batch.Count];
        for (int i = 0; i < _batch.Count; i++) _lengths[i] = _batch[i].Length;
        _layout.Arrange(_lengths.AsSpan(0, _batch.Count));
        int words = _layout.Words, gate = 8 * _shape.Hidden, width = _shape.OutputWidth;
        Span<float> gates = Sized(ref _gates, words * gate);
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            Piece piece = _batch[_layout.Sentence(rank)];
            ReadOnlySpan<string> forms = sentences[piece.Sentence].AsSpan(piece.First, piece.Length);
            for (int step = 0; step < forms.Length; step++)
                Enter(forms[step], _layout.Row(rank, step), gates.Slice(_layout.Row(rank, step) * gate, gate));
        }
        EnterUnknown(gates, gate);
        Span<short> first = Sized(ref _first, words * width);
        model.First.Read(_layout, gates, first);
        Span<float> tags = Sized(ref _tags, words * model.TagBias.Length);
        Affine(first, width, words, model.TagWeights, model.TagBias, tags);
        Affine(first, width, words, model.SecondInput, model.SecondBias, gates);
        Span<short> second = Sized(ref _second, words * width);
        model.Second.Read(_layout, gates, second);
        Span<float> arcs = Sized(ref _arcs, words * _shape.ArcOutputs);
        Affine(second, width, words, model.ArcWeights, model.ArcBias, arcs);
        for (int w = 0; w < words; w++) Activations.LeakyRelu(arcs.Slice(w * _shape.ArcOutputs, 2 * _shape.ArcWidth));
        Span<float> queries = Sized(ref _queries, words * _shape.ArcWidth);
        Affine(arcs, _shape.ArcOutputs, words, model.Bilinear, model.HeadBias, queries);
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            Piece piece = _batch[_layout.Sentence(rank)];
            ReadSentence(rank, results[piece.Sentence].AsSpan(piece.First, piece.Length));
        }
        foreach (Piece later in _batch)
            if (later.First > 0) Hang(results[later.Sentence], later);
        _batch.Clear();
    }

    private void Enter(string form, int row, Span<float> gates)
    {
        if (model.Inputs.Find(form) is { } known)
        {
            WordInputs.Expand(known, gates);
            return;
        }
        if (_unknown.TryAdd(form, _unknownForms.Count)) _unknownForms.Add(form);
        _unknownRows.Add(row);
        _unknownRows.Add(_unknown[form]);
    }

    private void EnterUnknown(Span<float> gates, int width)
    {
        Span<float> scratch = Sized(ref _words, WordInputs.Block * (_shape.InputWidth + width));
        ReadOnlySpan<string> forms = CollectionsMarshal.AsSpan(_unknownForms);
        ReadOnlySpan<int> rows = CollectionsMarshal.AsSpan(_unknownRows);
        for (int first = 0; first < forms.Length; first += WordInputs.Block)
        {
            int count = Math.Min(WordInputs.Block, forms.Length - first);
            model.Inputs.Make(forms.Slice(first, count), _made, scratch);
            for (int i = 0; i < rows.Length; i += 2)
                if (rows[i + 1] - first is >= 0 and var at && at < count) WordInputs.Expand(_made[at], gates[(rows[i] * width)..]);
        }
        _unknown.Clear();
        _unknownForms.Clear();
        _unknownRows.Clear();
    }

    private void ReadSentence(int rank, Span<WordAnalysis> words)
    {
        int n = words.Length, arc = _shape.ArcWidth, outputs = _shape.ArcOutputs, relation = _shape.RelationWidth;
        Span<float> query = Sized(ref _query, n * arc);
        Span<float> head = Sized(ref _head, (n + 1) * arc);
        model.RootHead.CopyTo(head);
        for (int i = 0; i < n; i++)
        {
            int row = _layout.Row(rank, i);
            _queries.AsSpan(row * arc, arc).CopyTo(query[(i * arc)..]);
            _arcs.AsSpan(row * outputs + arc, arc).CopyTo(head[((i + 1) * arc)..]);
        }
        _heads.PackTransposed(head, arc, n + 1, arc);
        Span<float> scores = Sized(ref _scores, n * (n + 1));
        MatrixProduct.Multiply(query, arc, 1, n, _heads, scores, n + 1, false);
        Span<int> heads = stackalloc int[n];
        TreeDecoder.Decode(scores, heads);

        Span<float> pairs = Sized(ref _relation, n * relation);
        for (int i = 0; i < n; i++)
        {
            Span<float> pair = pairs.Slice(i * relation, relation);
            _arcs.AsSpan(_layout.Row(rank, i) * outputs + 2 * arc, relation).CopyTo(pair);
            Activations.AddLeakyRelu(pair, heads[i] < 0 ? model.RootRelation : _arcs.AsSpan(_layout.Row(rank, heads[i]) * outputs + 2 * arc + relation, relation));
        }
        int kinds = model.RelationBias.Length;
        Span<float> relations = Sized(ref _relations, n * kinds);
        Affine(pairs, relation, n, model.RelationWeights, model.RelationBias, relations);
        for (int i = 0; i < n; i++)
        {
            int kind = heads[i] < 0 ? model.Tags.Root : Best(relations.Slice(i * kinds, kinds), model.Tags.Root);
            (int upos, int xpos, int features) = model.Tags.Parts[Tag(_layout.Row(rank, i))];
            words[i] = new WordAnalysis((Upos)upos, model.Tags.Xpos[xpos], model.Tags.FeatureText[features], heads[i], model.Tags.Relations[kind]);
        }
    }

    // Features are asked for only where the parts of speech leave a choice.
    private int Tag(int row)
    {
        ReadOnlySpan<int> combinations = model.Tags.Best(_tags.AsSpan(row * model.TagBias.Length, model.TagBias.Length));
        int best = combinations[0];
        if (combinations.Length == 1) return best;
        ReadOnlySpan<short> word = _first.AsSpan(row * _shape.OutputWidth, _shape.OutputWidth);
        float highest = float.NegativeInfinity;
        foreach (int combination in combinations)
        {
            int features = model.Tags.Parts[combination].Features;
            float score = model.FeatureBias[features] + MatrixProduct.Dot(word, model.FeatureWeights.AsSpan(features * word.Length, word.Length));
            if (score > highest) (highest, best) = (score, combination);
        }
        return best;
    }

    // A piece's own root hangs from the root of the sentence's first piece; heads count from the sentence's first word.
    private static void Hang(WordAnalysis[] words, Piece piece)
    {
        int root = Array.FindIndex(words, w => w.Head == -1);
        for (int i = piece.First; i < piece.First + piece.Length; i++)
            words[i] = words[i].Head < 0 ? words[i] with { Head = root, Relation = "parataxis" } : words[i] with { Head = words[i].Head + piece.First };
    }

    private static int Best(ReadOnlySpan<float> scores, int excluded)
    {
        int best = excluded == 0 && scores.Length > 1 ? 1 : 0;
        for (int i = 0; i < scores.Length; i++)
            if (i != excluded && scores[i] > scores[best]) best = i;
        return best;
    }

    private static void Affine(ReadOnlySpan<float> input, int stride, int rows, PackedMatrix weights, float[] bias, Span<float> output)
    {
        for (int r = 0; r < rows; r++) bias.CopyTo(output[(r * bias.Length)..]);
        MatrixProduct.Multiply(input, stride, 1, rows, weights, output, bias.Length, true);
    }

    private static void Affine(ReadOnlySpan<short> input, int stride, int rows, QuantizedMatrix weights, float[] bias, Span<float> output)
    {
        for (int r = 0; r < rows; r++) bias.CopyTo(output[(r * bias.Length)..]);
        QuantizedProduct.Multiply(input, stride, rows, weights, output, bias.Length, true);
    }

    private static Span<T> Sized<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[Math.Max(length, array.Length + array.Length / 2)];
        return array.AsSpan(0, length);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Piece(int Sentence, int First, int Length);
}
