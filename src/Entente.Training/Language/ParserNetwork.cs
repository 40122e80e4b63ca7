using Entente.Language.Networks;
using Entente.Language.Parsing;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>The network of <see cref="DependencyModel"/> while it learns: one thread's forward and backward pass.</summary>
internal sealed partial class ParserNetwork
{
    private const float TagWeight = 0.4f;
    private readonly ModelShape _shape;
    private readonly TagInventory _tags;
    private readonly int[] _counts;
    private readonly DropoutRates _dropout;
    private readonly StepLayout _layout = new();
    private readonly Parameter _forms, _affixes, _tagWeights, _tagBias, _arcWeights, _arcBias, _bilinear, _headBias, _rootHead, _rootRelation, _relationWeights, _relationBias;
    private readonly RecurrentLayer _first, _second;
    private readonly PackedMatrix _tagPacked = new(), _tagTransposed = new(), _arcPacked = new(), _arcTransposed = new(), _bilinearPacked = new(), _bilinearTransposed = new();
    private readonly PackedMatrix _relationPacked = new(), _relationTransposed = new(), _scratch = new();
    private float[] _input = [], _inputMask = [], _inputGradient = [], _mask1 = [], _mask2 = [], _recurrent1 = [], _recurrent2 = [];
    private float[] _tagScores = [], _firstGradient = [], _secondGradient = [], _fromSecond = [], _arcs = [], _arcFactor = [], _arcGradient = [], _queries = [], _queryGradient = [];
    private float[] _pairs = [], _pairFactor = [], _pairGradient = [], _relationScores = [];
    private float[] _query = [], _head = [], _scores = [], _queryPart = [], _headPart = [];
    private int[] _lengths = [], _rowForm = [], _rowSentence = [], _rowWord = [];

    /// <summary>A network of random weights.</summary>
    public ParserNetwork(ModelShape shape, Vocabulary vocabulary, float[] known, DropoutRates dropout, SeededRandom random)
        : this(shape, vocabulary.Tags, vocabulary.Counts, known, dropout, Create(shape, vocabulary, random)) { }

    private ParserNetwork(ModelShape shape, TagInventory tags, int[] counts, float[] known, DropoutRates dropout, Parameter[] parameters)
    {
        (_shape, _tags, _counts, Known, _dropout, Parameters) = (shape, tags, counts, known, dropout, parameters);
        Parameter P(string name) => parameters.Single(p => p.Name == name);
        (_forms, _affixes) = (P("forms.vectors"), P("affixes.vectors"));
        _first = new RecurrentLayer(P("lstm1.input"), P("lstm1.forward"), P("lstm1.backward"), P("lstm1.bias"));
        _second = new RecurrentLayer(P("lstm2.input"), P("lstm2.forward"), P("lstm2.backward"), P("lstm2.bias"));
        (_tagWeights, _tagBias, _arcWeights, _arcBias) = (P("tags.weights"), P("tags.bias"), P("arcs.weights"), P("arcs.bias"));
        (_bilinear, _headBias, _rootHead) = (P("arcs.bilinear"), P("arcs.headbias"), P("arcs.root"));
        (_rootRelation, _relationWeights, _relationBias) = (P("relations.root"), P("relations.weights"), P("relations.bias"));
    }

    /// <summary>Everything that is learned.</summary>
    public Parameter[] Parameters { get; }

    /// <summary>Embeddings of forms known from other text, added to the learned ones and themselves not changed; forms + 1 rows.</summary>
    public float[] Known { get; }

    /// <summary>The same weights with gradients and memory of its own, for another thread.</summary>
    public ParserNetwork Replica() => new(_shape, _tags, _counts, Known, _dropout, [.. Parameters.Select(p => p.Replica())]);

    private static Parameter[] Create(ModelShape s, Vocabulary vocabulary, SeededRandom random)
    {
        TagInventory tags = vocabulary.Tags;
        Parameter[] parameters =
        [
            new Parameter("forms.vectors", vocabulary.Learned + 1, s.FormWidth, sparse: true),
            new Parameter("affixes.vectors", s.AffixBuckets, s.AffixWidth, sparse: true).Normal(random, 0.1f),
            .. Layer("1", s.InputWidth), .. Layer("2", s.OutputWidth),
            new Parameter("tags.weights", s.OutputWidth, tags.Scores).Glorot(random), new Parameter("tags.bias", 1, tags.Scores),
            new Parameter("arcs.weights", s.OutputWidth, s.ArcOutputs).Glorot(random, 4), new Parameter("arcs.bias", 1, s.ArcOutputs),
            new Parameter("arcs.bilinear", s.ArcWidth, s.ArcWidth).Normal(random, 0.05f), new Parameter("arcs.headbias", 1, s.ArcWidth), new Parameter("arcs.root", 1, s.ArcWidth).Normal(random, 0.1f),
            new Parameter("relations.root", 1, s.RelationWidth).Normal(random, 0.1f),
            new Parameter("relations.weights", s.RelationWidth, tags.Relations.Length).Glorot(random), new Parameter("relations.bias", 1, tags.Relations.Length),
        ];
        return parameters;

        Parameter[] Layer(string n, int width)
        {
            var input = new Parameter($"lstm{n}.input", width, 8 * s.Hidden);
            var forward = new Parameter($"lstm{n}.forward", s.Hidden, 4 * s.Hidden);
            var backward = new Parameter($"lstm{n}.backward", s.Hidden, 4 * s.Hidden);
            var bias = new Parameter($"lstm{n}.bias", 1, 8 * s.Hidden);
            RecurrentLayer.Initialize(input, forward, backward, bias, random);
            return [input, forward, backward, bias];
        }
    }

    /// <summary>Adds the gradients of a batch; gives the loss, summed over its words.</summary>
    public Loss Learn(ReadOnlySpan<EncodedSentence> batch, SeededRandom random)
    {
        Pack();
        Arrange(batch);
        int words = _layout.Words, width = _shape.OutputWidth, outputs = _shape.ArcOutputs, arc = _shape.ArcWidth;
        Embed(batch, random);
        Mask(ref _recurrent1, _layout.Sentences * width, _dropout.Recurrent, random);
        Mask(ref _recurrent2, _layout.Sentences * width, _dropout.Recurrent, random);
        Mask(ref _mask1, _layout.Sentences * width, _dropout.Layer, random);
        Mask(ref _mask2, _layout.Sentences * width, _dropout.Layer, random);

        _first.Forward(_layout, _input, _recurrent1);
        ApplyMask(_mask1, _first.Output);
        float tagLoss = LearnTags(batch);
        _second.Forward(_layout, _first.Output, _recurrent2);
        ApplyMask(_mask2, _second.Output);

        Affine(_second.Output, width, words, _arcPacked, _arcBias.Value, Sized(ref _arcs, words * outputs));
        Activate(random);
        Affine(_arcs, outputs, words, _bilinearPacked, _headBias.Value, Sized(ref _queries, words * arc));
        Sized(ref _arcGradient, words * outputs).Clear();
        Sized(ref _queryGradient, words * arc);
        float arcLoss = LearnArcs(batch), relationLoss = LearnRelations(batch, random);

        // Queries: dependents times the bilinear form, and the bias of heads.
        _scratch.Pack(_queryGradient, words, arc, arc);
        MatrixProduct.Multiply(_arcs, 1, outputs, arc, _scratch, _bilinear.Gradient, arc, true);
        VectorMath.AddRows(_queryGradient.AsSpan(0, words * arc), _headBias.Gradient);
        MatrixProduct.Multiply(_queryGradient, arc, 1, words, _bilinearTransposed, _arcGradient, outputs, true);
        for (int w = 0; w < words; w++) VectorMath.Multiply(_arcFactor.AsSpan(w * 2 * arc, 2 * arc), _arcGradient.AsSpan(w * outputs, 2 * arc));

        AffineBack(_second.Output, width, words, _arcGradient, _arcTransposed, _arcWeights, _arcBias, Sized(ref _secondGradient, words * width));
        ApplyMask(_mask2, _secondGradient);
        Sized(ref _fromSecond, words * width);
        _second.Backward(_layout, _first.Output, _recurrent2, _secondGradient, _fromSecond);
        VectorMath.Add(_fromSecond.AsSpan(0, words * width), _firstGradient);
        ApplyMask(_mask1, _firstGradient);
        Sized(ref _inputGradient, words * _shape.InputWidth);
        _first.Backward(_layout, _input, _recurrent1, _firstGradient, _inputGradient);
        EmbedBack(batch);
        return new Loss(tagLoss, arcLoss, relationLoss, words);
    }

    private void Pack()
    {
        _first.Pack();
        _second.Pack();
        Both(_tagWeights, _tagPacked, _tagTransposed);
        Both(_arcWeights, _arcPacked, _arcTransposed);
        Both(_bilinear, _bilinearPacked, _bilinearTransposed);
        Both(_relationWeights, _relationPacked, _relationTransposed);

        static void Both(Parameter p, PackedMatrix packed, PackedMatrix transposed)
        {
            packed.Pack(p.Value, p.Rows, p.Columns, p.Columns);
            transposed.PackTransposed(p.Value, p.Columns, p.Rows, p.Columns);
        }
    }

    private void Arrange(ReadOnlySpan<EncodedSentence> batch)
    {
        if (_lengths.Length < batch.Length) _lengths = new int[batch.Length];
        for (int i = 0; i < batch.Length; i++) _lengths[i] = batch[i].Forms.Length;
        _layout.Arrange(_lengths.AsSpan(0, batch.Length));
        if (_rowForm.Length < _layout.Words) (_rowForm, _rowSentence, _rowWord) = (new int[_layout.Words], new int[_layout.Words], new int[_layout.Words]);
        for (int rank = 0; rank < _layout.Sentences; rank++)
            for (int step = 0; step < _layout.Length(rank); step++)
                (_rowSentence[_layout.Row(rank, step)], _rowWord[_layout.Row(rank, step)]) = (_layout.Sentence(rank), step);
    }

    // A mask of a sentence is the same at each of its words.
    private void ApplyMask(float[] mask, float[] rows)
    {
        int width = _shape.OutputWidth;
        for (int step = 0; step < _layout.Steps; step++)
            VectorMath.Multiply(mask.AsSpan(0, _layout.Active(step) * width), rows.AsSpan(_layout.Offset(step) * width));
    }

    private static void Affine(ReadOnlySpan<float> input, int stride, int rows, PackedMatrix weights, float[] bias, Span<float> output)
    {
        for (int r = 0; r < rows; r++) bias.CopyTo(output[(r * bias.Length)..]);
        MatrixProduct.Multiply(input, stride, 1, rows, weights, output, bias.Length, true);
    }

    private void AffineBack(float[] input, int width, int rows, float[] gradient, PackedMatrix transposed, Parameter weights, Parameter bias, Span<float> inputGradient)
    {
        _scratch.Pack(gradient, rows, weights.Columns, weights.Columns);
        MatrixProduct.Multiply(input, 1, width, width, _scratch, weights.Gradient, weights.Columns, true);
        VectorMath.AddRows(gradient.AsSpan(0, rows * weights.Columns), bias.Gradient);
        MatrixProduct.Multiply(gradient, weights.Columns, 1, rows, transposed, inputGradient, width, false);
    }

    private static void Mask(ref float[] mask, int length, float rate, SeededRandom random)
    {
        Span<float> values = Sized(ref mask, length);
        if (rate > 0) random.Mask(values, rate);
        else values.Fill(1);
    }

    private static Span<float> Sized(ref float[] array, int length)
    {
        if (array.Length < length) array = new float[Math.Max(length, array.Length + array.Length / 2)];
        return array.AsSpan(0, length);
    }
}

/// <summary>Losses of a batch, summed over its words.</summary>
/// <param name="Tags">Of tags, weighted.</param>
/// <param name="Arcs">Of heads.</param>
/// <param name="Relations">Of relations.</param>
/// <param name="Words">How many words.</param>
internal readonly record struct Loss(float Tags, float Arcs, float Relations, int Words)
{
    /// <summary>All together.</summary>
    public float Total => Tags + Arcs + Relations;
}
