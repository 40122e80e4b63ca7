using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Networks;

namespace Entente.Training.Networks;

/// <summary>A bidirectional LSTM layer that learns; the counterpart of <see cref="BiLstm"/>.</summary>
/// <param name="input">Weights of the input, input width × 8·hidden.</param>
/// <param name="forward">Recurrent weights from the left, hidden × 4·hidden.</param>
/// <param name="backward">Recurrent weights from the right.</param>
/// <param name="bias">Biases, 1 × 8·hidden.</param>
internal sealed class RecurrentLayer(Parameter input, Parameter forward, Parameter backward, Parameter bias)
{
    private readonly PackedMatrix _input = new(), _forward = new(), _backward = new();
    private readonly PackedMatrix _inputTransposed = new(), _forwardTransposed = new(), _backwardTransposed = new(), _gradients = new();
    private float[] _gates = [], _cells = [], _previous = [], _cellGradient = [], _gateGradient = [];

    /// <summary>Outputs of one direction.</summary>
    public int Hidden => forward.Rows;

    /// <summary>Words × 2·hidden, forward first.</summary>
    public float[] Output { get; private set; } = [];

    /// <summary>A fresh layer: uniform weights, forget gates open.</summary>
    public static void Initialize(Parameter input, Parameter forward, Parameter backward, Parameter bias, SeededRandom random)
    {
        int hidden = forward.Rows;
        input.Glorot(random, 8);
        forward.Glorot(random, 4);
        backward.Glorot(random, 4);
        bias.Value.AsSpan(hidden, hidden).Fill(1);
        bias.Value.AsSpan(5 * hidden, hidden).Fill(1);
    }

    /// <summary>Takes the weights as they are now; once after each change.</summary>
    public void Pack()
    {
        int hidden = Hidden, gates = 8 * hidden;
        _input.Pack(input.Value, input.Rows, gates, gates);
        _inputTransposed.PackTransposed(input.Value, gates, input.Rows, gates);
        _forward.Pack(forward.Value, hidden, 4 * hidden, 4 * hidden);
        _forwardTransposed.PackTransposed(forward.Value, 4 * hidden, hidden, 4 * hidden);
        _backward.Pack(backward.Value, hidden, 4 * hidden, 4 * hidden);
        _backwardTransposed.PackTransposed(backward.Value, 4 * hidden, hidden, 4 * hidden);
    }

    /// <summary>Reads a batch and keeps what the way back needs.</summary>
    /// <param name="layout">Where the words stand.</param>
    /// <param name="x">Words × input width.</param>
    /// <param name="mask">Dropout of the recurrence, sentences × 2·hidden; the same at every step (Gal and Ghahramani 2016).</param>
    public void Forward(StepLayout layout, float[] x, float[] mask)
    {
        int hidden = Hidden, gates = 8 * hidden, words = layout.Words;
        Grow(words);
        for (int w = 0; w < words; w++) bias.Value.CopyTo(_gates, w * gates);
        MatrixProduct.Multiply(x, input.Rows, 1, words, _input, _gates, gates, true);
        for (int step = 0; step < layout.Steps; step++) Step(layout, step, step - 1, _forward, 0, mask);
        for (int step = layout.Steps - 1; step >= 0; step--) Step(layout, step, step + 1, _backward, hidden, mask);
    }

    /// <summary>From the gradient of the output to those of the weights and of the input.</summary>
    /// <param name="layout">As before.</param>
    /// <param name="x">As before.</param>
    /// <param name="mask">As before.</param>
    /// <param name="outputGradient">Words × 2·hidden; overwritten.</param>
    /// <param name="inputGradient">Receives words × input width; null when nobody asks.</param>
    public void Backward(StepLayout layout, float[] x, float[] mask, float[] outputGradient, float[]? inputGradient)
    {
        int hidden = Hidden, gates = 8 * hidden, words = layout.Words;
        _cellGradient.AsSpan(0, words * 2 * hidden).Clear();
        for (int step = layout.Steps - 1; step >= 0; step--) StepBack(layout, step, step - 1, _forwardTransposed, 0, mask, outputGradient);
        for (int step = 0; step < layout.Steps; step++) StepBack(layout, step, step + 1, _backwardTransposed, hidden, mask, outputGradient);
        _gradients.Pack(_gateGradient, words, gates, gates);
        MatrixProduct.Multiply(x, 1, input.Rows, input.Rows, _gradients, input.Gradient, gates, true);
        if (inputGradient is not null) MatrixProduct.Multiply(_gateGradient, gates, 1, words, _inputTransposed, inputGradient, input.Rows, false);
        VectorMath.AddRows(_gateGradient.AsSpan(0, words * gates), bias.Gradient);
        _gradients.Pack(_gateGradient, words, 4 * hidden, gates);
        MatrixProduct.Multiply(_previous, 1, 2 * hidden, hidden, _gradients, forward.Gradient, 4 * hidden, true);
        _gradients.Pack(_gateGradient.AsSpan(4 * hidden), words, 4 * hidden, gates);
        MatrixProduct.Multiply(_previous.AsSpan(hidden), 1, 2 * hidden, hidden, _gradients, backward.Gradient, 4 * hidden, true);
    }

    private void Step(StepLayout layout, int step, int before, PackedMatrix weights, int side, float[] mask)
    {
        int hidden = Hidden, width = 2 * hidden, gates = 8 * hidden, active = layout.Active(step), from = layout.Offset(step);
        int carried = before < 0 ? 0 : Math.Min(active, layout.Active(before));
        for (int s = 0; s < active; s++)
        {
            Span<float> previous = _previous.AsSpan((from + s) * width + side, hidden);
            if (s >= carried)
            {
                previous.Clear();
                continue;
            }
            Output.AsSpan((layout.Offset(before) + s) * width + side, hidden).CopyTo(previous);
            VectorMath.Multiply(mask.AsSpan(s * width + side, hidden), previous);
        }
        if (carried > 0)
            MatrixProduct.Multiply(_previous.AsSpan(from * width + side), width, 1, carried, weights, _gates.AsSpan(from * gates + 4 * side), gates, true);
        for (int s = 0; s < active; s++)
        {
            ReadOnlySpan<float> cell = s < carried ? _cells.AsSpan((layout.Offset(before) + s) * width + side, hidden) : default;
            LstmCell.Step(_gates.AsSpan((from + s) * gates + 4 * side, 4 * hidden), cell,
                _cells.AsSpan((from + s) * width + side, hidden), Output.AsSpan((from + s) * width + side, hidden));
        }
    }

    private void StepBack(StepLayout layout, int step, int before, PackedMatrix transposed, int side, float[] mask, float[] outputGradient)
    {
        int hidden = Hidden, width = 2 * hidden, gates = 8 * hidden, active = layout.Active(step), from = layout.Offset(step);
        int carried = before < 0 ? 0 : Math.Min(active, layout.Active(before));
        for (int s = 0; s < active; s++)
        {
            int row = from + s, earlier = s < carried ? layout.Offset(before) + s : -1;
            CellBack(
                _gates.AsSpan(row * gates + 4 * side, 4 * hidden), _gateGradient.AsSpan(row * gates + 4 * side, 4 * hidden),
                _cells.AsSpan(row * width + side, hidden), earlier < 0 ? default : _cells.AsSpan(earlier * width + side, hidden),
                outputGradient.AsSpan(row * width + side, hidden),
                _cellGradient.AsSpan(row * width + side, hidden), earlier < 0 ? default : _cellGradient.AsSpan(earlier * width + side, hidden));
        }
        if (carried == 0) return;
        float[] back = _backFlow.Length < carried * hidden ? _backFlow = new float[carried * hidden] : _backFlow;
        MatrixProduct.Multiply(_gateGradient.AsSpan(from * gates + 4 * side), gates, 1, carried, transposed, back, hidden, false);
        for (int s = 0; s < carried; s++)
        {
            Span<float> flow = back.AsSpan(s * hidden, hidden);
            VectorMath.Multiply(mask.AsSpan(s * width + side, hidden), flow);
            VectorMath.Add(flow, outputGradient.AsSpan((layout.Offset(before) + s) * width + side, hidden));
        }
    }

    private float[] _backFlow = [];

    private static void CellBack(ReadOnlySpan<float> gates, Span<float> gateGradient, ReadOnlySpan<float> cell, ReadOnlySpan<float> previousCell,
        ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> cellGradient, Span<float> previousCellGradient)
    {
        int hidden = cell.Length;
        ref float a = ref MemoryMarshal.GetReference(gates), d = ref MemoryMarshal.GetReference(gateGradient);
        ref float cells = ref MemoryMarshal.GetReference(cell), previous = ref MemoryMarshal.GetReference(previousCell);
        ref float dh = ref MemoryMarshal.GetReference(outputGradient), dc = ref MemoryMarshal.GetReference(cellGradient), dp = ref MemoryMarshal.GetReference(previousCellGradient);
        bool first = previousCell.IsEmpty;
        Vector256<float> one = Vector256.Create(1f);
        for (int k = 0; k < hidden; k += 8)
        {
            Vector256<float> i = Vector256.LoadUnsafe(ref a, (nuint)k), f = Vector256.LoadUnsafe(ref a, (nuint)(hidden + k));
            Vector256<float> g = Vector256.LoadUnsafe(ref a, (nuint)(2 * hidden + k)), o = Vector256.LoadUnsafe(ref a, (nuint)(3 * hidden + k));
            Vector256<float> t = Activations.Tanh(Vector256.LoadUnsafe(ref cells, (nuint)k)), up = Vector256.LoadUnsafe(ref dh, (nuint)k);
            Vector256<float> c = Vector256.LoadUnsafe(ref dc, (nuint)k) + up * o * (one - t * t);
            (c * g * i * (one - i)).StoreUnsafe(ref d, (nuint)k);
            (c * i * (one - g * g)).StoreUnsafe(ref d, (nuint)(2 * hidden + k));
            (up * t * o * (one - o)).StoreUnsafe(ref d, (nuint)(3 * hidden + k));
            if (first) Vector256<float>.Zero.StoreUnsafe(ref d, (nuint)(hidden + k));
            else
            {
                (c * Vector256.LoadUnsafe(ref previous, (nuint)k) * f * (one - f)).StoreUnsafe(ref d, (nuint)(hidden + k));
                (c * f).StoreUnsafe(ref dp, (nuint)k);
            }
        }
    }

    private void Grow(int words)
    {
        int width = words * 2 * Hidden;
        if (Output.Length >= width) return;
        (Output, _cells, _previous, _cellGradient) = (new float[width], new float[width], new float[width], new float[width]);
        (_gates, _gateGradient) = (new float[4 * width], new float[4 * width]);
    }
}
