using System.Buffers;

namespace Entente.Language.Networks;

/// <summary>A layer that reads sentences in both directions, for inference.</summary>
/// <param name="forward">Recurrent weights of the reading from the left, hidden × 4·hidden.</param>
/// <param name="backward">Recurrent weights of the reading from the right.</param>
internal sealed class BiLstm(QuantizedMatrix forward, QuantizedMatrix backward)
{
    /// <summary>Outputs of one direction.</summary>
    public int Hidden => forward.Rows;

    /// <summary>Reads a batch.</summary>
    /// <param name="layout">Where the words stand.</param>
    /// <param name="gates">Sums of inputs and biases, words × 8·hidden, forward gates first; overwritten.</param>
    /// <param name="output">Receives words × 2·hidden, forward first, rounded as <see cref="QuantizedProduct"/> takes it.</param>
    public void Read(StepLayout layout, Span<float> gates, Span<short> output)
    {
        int hidden = Hidden;
        float[] cells = ArrayPool<float>.Shared.Rent(Math.Max(1, (layout.Sentences + 1) * hidden));
        for (int step = 0; step < layout.Steps; step++) Step(layout, step, step - 1, forward, 0, gates, output, cells);
        for (int step = layout.Steps - 1; step >= 0; step--) Step(layout, step, step + 1, backward, hidden, gates, output, cells);
        ArrayPool<float>.Shared.Return(cells);
    }

    private static void Step(StepLayout layout, int step, int previous, QuantizedMatrix weights, int side, Span<float> gates, Span<short> output, float[] cells)
    {
        int hidden = weights.Rows, active = layout.Active(step), from = layout.Offset(step);
        int carried = previous < 0 ? 0 : Math.Min(active, layout.Active(previous));
        if (carried > 0)
            QuantizedProduct.Multiply(output[(layout.Offset(previous) * 2 * hidden + side)..], 2 * hidden, carried, weights, gates[(from * 8 * hidden + 4 * side)..], 8 * hidden, true);
        Span<float> exact = cells.AsSpan(layout.Sentences * hidden, hidden);
        for (int s = 0; s < active; s++)
        {
            Span<float> cell = cells.AsSpan(s * hidden, hidden);
            LstmCell.Step(gates.Slice((from + s) * 8 * hidden + 4 * side, 4 * hidden), s < carried ? cell : default, cell, exact);
            QuantizedProduct.Quantize(exact, output.Slice((from + s) * 2 * hidden + side, hidden));
        }
    }
}
