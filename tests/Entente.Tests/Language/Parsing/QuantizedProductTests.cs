using CsCheck;
using Entente.Language.Networks;

namespace Entente.Tests.Language.Parsing;

public class QuantizedProductTests
{
    [Fact]
    public void Multiply_InputsBetweenMinusOneAndOne_IsCloseToTheExactProduct() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 20].Select(k => 2 * k), Gen.Int[1, 40], Gen.Int[0, 1000]).Sample((rows, steps, columns, seed) =>
        {
            var random = new Random(seed);
            float[] a = Numbers(random, rows * steps, 1), b = Numbers(random, steps * columns, 3);
            float[] exact = Numbers(random, rows * columns, 1), rounded = [.. exact];
            MatrixProduct.Multiply(a, steps, 1, rows, PackedMatrix.Of(b, steps, columns), exact, columns, accumulate: true);
            QuantizedProduct.Multiply(Rounded(a), steps, rows, QuantizedMatrix.Of(b, steps, columns, columns), rounded, columns, accumulate: true);
            return exact.Zip(rounded).All(p => Math.Abs(p.First - p.Second) < 0.02);
        });

    [Fact]
    public void Multiply_InputsOfOneAndWeightsOfAnySize_DoNotOverflow()
    {
        const int Steps = 512, Columns = 16;
        float[] ones = [.. Enumerable.Repeat(1f, Steps)], weights = [.. Enumerable.Repeat(1000f, Steps * Columns)], sum = new float[Columns];
        QuantizedProduct.Multiply(Rounded(ones), Steps, 1, QuantizedMatrix.Of(weights, Steps, Columns, Columns), sum, Columns, accumulate: false);
        Assert.All(sum, s => Assert.Equal(512_000, s, 2000.0));
    }

    [Fact]
    public void Multiply_RowAloneOrAmongOthers_IsTheSameToTheBit()
    {
        const int Steps = 30, Columns = 37;
        var random = new Random(1);
        short[] a = Rounded(Numbers(random, 7 * Steps, 1));
        QuantizedMatrix b = QuantizedMatrix.Of(Numbers(random, Steps * Columns, 1), Steps, Columns, Columns);
        float[] together = new float[7 * Columns], alone = new float[Columns];
        QuantizedProduct.Multiply(a, Steps, 7, b, together, Columns, false);
        for (int r = 0; r < 7; r++)
        {
            QuantizedProduct.Multiply(a.AsSpan(r * Steps), Steps, 1, b, alone, Columns, false);
            Assert.Equal(together.AsSpan(r * Columns, Columns).ToArray(), alone);
        }
    }

    private static float[] Numbers(Random random, int count, float most) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle() - 1) * most)];

    private static short[] Rounded(float[] values)
    {
        var rounded = new short[values.Length];
        QuantizedProduct.Quantize(values, rounded);
        return rounded;
    }
}
