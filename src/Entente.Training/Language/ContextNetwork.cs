using Entente.Language.Networks;
using Entente.Language.Parsing;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <summary>The first layer of the parser learning from plain text: to foretell the next word from the left, the one before from the right.</summary>
/// <remarks>Peters et al. 2018 over one layer; output embeddings are the input's (Press and Wolf 2017); softmax over sampled words with their
/// chance of being sampled taken out (Jean et al. 2015).</remarks>
internal sealed class ContextNetwork
{
    private const int Sampled = 1024;
    private const float InputDropout = 0.1f, FormDropout = 0.03f;
    private readonly ModelShape _shape;
    private readonly float[] _logChance;
    private readonly int[] _drawTable;
    private readonly Parameter _forms, _affixes, _left, _right, _bias;
    private readonly RecurrentLayer _layer;
    private readonly StepLayout _layout = new();
    private readonly PackedMatrix _leftPacked = new(), _leftTransposed = new(), _rightPacked = new(), _rightTransposed = new(), _scratch = new();
    private readonly int[] _samples = new int[Sampled];
    private readonly float[] _sampleVectors, _offsets = new float[Sampled], _sampleBias = new float[Sampled];
    private float[] _input = [], _mask = [], _recurrent = [], _inputGradient = [], _outputGradient = [], _guess = [], _guessGradient = [], _scores = [], _sampleGradient = [];
    private int[] _lengths = [], _rowForm = [], _target = [], _rowSentence = [], _rowWord = [];

    /// <summary>A network of random weights.</summary>
    /// <param name="shape">Sizes; the first layer's are used.</param>
    /// <param name="counts">Occurrences of each row of the table of forms, row 0 being the unknown.</param>
    /// <param name="random">Where the weights come from.</param>
    public ContextNetwork(ModelShape shape, int[] counts, SeededRandom random) : this(shape, Chances(counts, out int[] draws), draws, Create(shape, counts.Length, random)) { }

    private ContextNetwork(ModelShape shape, float[] logChance, int[] drawTable, Parameter[] parameters)
    {
        (_shape, _logChance, _drawTable, Parameters) = (shape, logChance, drawTable, parameters);
        Parameter P(string name) => parameters.Single(p => p.Name == name);
        (_forms, _affixes, _left, _right, _bias) = (P("forms.vectors"), P("affixes.vectors"), P("left"), P("right"), P("bias"));
        _layer = new RecurrentLayer(P("lstm1.input"), P("lstm1.forward"), P("lstm1.backward"), P("lstm1.bias"));
        _sampleVectors = new float[Sampled * shape.FormWidth];
    }

    /// <summary>Everything that is learned; those the parser shares carry its names.</summary>
    public Parameter[] Parameters { get; }

    /// <summary>The same weights with gradients and memory of its own, for another thread.</summary>
    public ContextNetwork Replica() => new(_shape, _logChance, _drawTable, [.. Parameters.Select(p => p.Replica())]);

    private static Parameter[] Create(ModelShape s, int forms, SeededRandom random)
    {
        var input = new Parameter("lstm1.input", s.InputWidth, 8 * s.Hidden);
        var forward = new Parameter("lstm1.forward", s.Hidden, 4 * s.Hidden);
        var backward = new Parameter("lstm1.backward", s.Hidden, 4 * s.Hidden);
        var bias = new Parameter("lstm1.bias", 1, 8 * s.Hidden);
        RecurrentLayer.Initialize(input, forward, backward, bias, random);
        return
        [
            new Parameter("forms.vectors", forms, s.FormWidth, sparse: true).Normal(random, 0.1f),
            new Parameter("affixes.vectors", s.AffixBuckets, s.AffixWidth, sparse: true).Normal(random, 0.1f),
            input, forward, backward, bias,
            new Parameter("left", s.Hidden, s.FormWidth).Glorot(random), new Parameter("right", s.Hidden, s.FormWidth).Glorot(random),
            new Parameter("bias", forms, 1, sparse: true),
        ];
    }

    // Words are drawn by count^0.75; the table holds each as often as its share.
    private static float[] Chances(int[] counts, out int[] draws)
    {
        const int Size = 1 << 20;
        double total = counts.Sum(c => Math.Pow(c, 0.75)), sum = 0;
        var table = new List<int>(Size);
        for (int i = 0; i < counts.Length; i++)
        {
            sum += Math.Pow(counts[i], 0.75) / total * Size;
            while (table.Count < sum && table.Count < Size) table.Add(i);
        }
        draws = [.. table];
        return [.. counts.Select(c => (float)Math.Log(Sampled * Math.Max(Math.Pow(c, 0.75), 0.1) / total))];
    }

    /// <summary>Adds the gradients of a batch; gives the loss, summed, and the number of guesses.</summary>
    public (double Loss, int Guesses) Learn(ReadOnlySpan<EncodedSentence> batch, SeededRandom random)
    {
        int hidden = _shape.Hidden, width = _shape.OutputWidth, form = _shape.FormWidth;
        _layer.Pack();
        _leftPacked.Pack(_left.Value, hidden, form, form);
        _leftTransposed.PackTransposed(_left.Value, form, hidden, form);
        _rightPacked.Pack(_right.Value, hidden, form, form);
        _rightTransposed.PackTransposed(_right.Value, form, hidden, form);
        Arrange(batch);
        int words = _layout.Words;
        Embed(batch, random);
        Sized(ref _recurrent, _layout.Sentences * width).Fill(1);
        _layer.Forward(_layout, _input, _recurrent);

        // Guesses from the left in the first half of the rows, from the right in the second.
        Sized(ref _guess, 2 * words * form);
        MatrixProduct.Multiply(_layer.Output, width, 1, words, _leftPacked, _guess, form, false);
        MatrixProduct.Multiply(_layer.Output.AsSpan(hidden), width, 1, words, _rightPacked, _guess.AsSpan(words * form), form, false);
        Sized(ref _guessGradient, 2 * words * form);
        (double loss, int guesses) = Guess(2 * words, random);
        Sized(ref _outputGradient, words * width);
        Back(_left, _leftTransposed, 0);
        Back(_right, _rightTransposed, hidden);
        Sized(ref _inputGradient, words * _shape.InputWidth);
        _layer.Backward(_layout, _input, _recurrent, _outputGradient, _inputGradient);
        EmbedBack(batch);
        return (loss, guesses);

        void Back(Parameter weights, PackedMatrix transposed, int side)
        {
            Span<float> gradient = _guessGradient.AsSpan(side == 0 ? 0 : words * form, words * form);
            _scratch.Pack(gradient, words, form, form);
            MatrixProduct.Multiply(_layer.Output.AsSpan(side), 1, width, hidden, _scratch, weights.Gradient, form, true);
            MatrixProduct.Multiply(gradient, form, 1, words, transposed, _outputGradient.AsSpan(side), width, false);
        }
    }

    private void Arrange(ReadOnlySpan<EncodedSentence> batch)
    {
        if (_lengths.Length < batch.Length) _lengths = new int[batch.Length];
        for (int i = 0; i < batch.Length; i++) _lengths[i] = batch[i].Forms.Length;
        _layout.Arrange(_lengths.AsSpan(0, batch.Length));
        int words = _layout.Words;
        if (_rowForm.Length < words) (_rowForm, _target, _rowSentence, _rowWord) = (new int[words], new int[2 * words], new int[words], new int[words]);
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            int[] forms = batch[_layout.Sentence(rank)].Forms;
            for (int step = 0; step < forms.Length; step++)
            {
                int row = _layout.Row(rank, step);
                (_rowSentence[row], _rowWord[row]) = (_layout.Sentence(rank), step);
                _target[row] = step + 1 < forms.Length ? forms[step + 1] : 0;
                _target[words + row] = step > 0 ? forms[step - 1] : 0;
            }
        }
    }

    private (double Loss, int Guesses) Guess(int rows, SeededRandom random)
    {
        int form = _shape.FormWidth;
        var places = new Dictionary<int, List<int>>();
        for (int k = 0; k < Sampled; k++)
        {
            int sample = _samples[k] = _drawTable[random.Next(_drawTable.Length)];
            _forms.Value.AsSpan(sample * form, form).CopyTo(_sampleVectors.AsSpan(k * form));
            _offsets[k] = _bias.Value[sample] - _logChance[sample];
            if (!places.TryGetValue(sample, out List<int>? at)) places[sample] = at = [];
            at.Add(k);
        }
        Span<float> scores = Sized(ref _scores, rows * Sampled);
        _scratch.PackTransposed(_sampleVectors, form, Sampled, form);
        MatrixProduct.Multiply(_guess, form, 1, rows, _scratch, scores, Sampled, false);
        double loss = 0;
        int guesses = 0;
        for (int r = 0; r < rows; r++)
        {
            Span<float> row = scores.Slice(r * Sampled, Sampled), guess = _guess.AsSpan(r * form, form), gradient = _guessGradient.AsSpan(r * form, form);
            int target = _target[r];
            gradient.Clear();
            if (target == 0)
            {
                row.Clear();
                continue;
            }
            guesses++;
            VectorMath.Add(_offsets, row);
            if (places.TryGetValue(target, out List<int>? hits))
                foreach (int k in hits) row[k] = -1e9f;
            ReadOnlySpan<float> vector = _forms.Value.AsSpan(target * form, form);
            float own = MatrixProduct.Dot(guess, vector) + _bias.Value[target] - _logChance[target];
            float error = VectorMath.SampledSoftmaxGradient(row, own, out float surprise);
            loss += surprise;
            VectorMath.AddScaled(vector, error, gradient);
            VectorMath.AddScaled(guess, error, _forms.Touch(target));
            _bias.Touch(target)[0] += error;
        }
        // From the sampled words: to the guesses, and to their vectors.
        _scratch.Pack(_sampleVectors, Sampled, form, form);
        MatrixProduct.Multiply(scores, Sampled, 1, rows, _scratch, _guessGradient, form, true);
        Span<float> sampleGradient = Sized(ref _sampleGradient, Sampled * form);
        _scratch.Pack(_guess, rows, form, form);
        MatrixProduct.Multiply(scores, 1, Sampled, Sampled, _scratch, sampleGradient, form, false);
        Array.Clear(_sampleBias);
        VectorMath.AddRows(scores, _sampleBias);
        for (int k = 0; k < Sampled; k++)
        {
            VectorMath.Add(sampleGradient.Slice(k * form, form), _forms.Touch(_samples[k]));
            _bias.Touch(_samples[k])[0] += _sampleBias[k];
        }
        return (loss, guesses);
    }

    private void Embed(ReadOnlySpan<EncodedSentence> batch, SeededRandom random)
    {
        int width = _shape.InputWidth, form = _shape.FormWidth, words = _layout.Words;
        Sized(ref _input, words * width);
        for (int row = 0; row < words; row++)
        {
            EncodedSentence s = batch[_rowSentence[row]];
            Span<float> x = _input.AsSpan(row * width, width);
            _rowForm[row] = random.NextSingle() < FormDropout ? 0 : s.Forms[_rowWord[row]];
            _forms.Value.AsSpan(_rowForm[row] * form, form).CopyTo(x);
            Span<float> affixes = x[form..];
            affixes.Clear();
            foreach (int a in s.Affixes[_rowWord[row]]) VectorMath.Add(_affixes.Value.AsSpan(a * _shape.AffixWidth, _shape.AffixWidth), affixes);
        }
        random.Mask(Sized(ref _mask, words * width), InputDropout);
        VectorMath.Multiply(_mask.AsSpan(0, words * width), _input);
    }

    private void EmbedBack(ReadOnlySpan<EncodedSentence> batch)
    {
        int width = _shape.InputWidth, words = _layout.Words;
        VectorMath.Multiply(_mask.AsSpan(0, words * width), _inputGradient);
        for (int row = 0; row < words; row++)
        {
            ReadOnlySpan<float> gradient = _inputGradient.AsSpan(row * width, width);
            VectorMath.Add(gradient[.._shape.FormWidth], _forms.Touch(_rowForm[row]));
            foreach (int a in batch[_rowSentence[row]].Affixes[_rowWord[row]]) VectorMath.Add(gradient[_shape.FormWidth..], _affixes.Touch(a));
        }
    }

    private static Span<float> Sized(ref float[] array, int length)
    {
        if (array.Length < length) array = new float[Math.Max(length, array.Length + array.Length / 2)];
        return array.AsSpan(0, length);
    }
}
