using Entente.Language.Networks;

namespace Entente.Tests.Language.Parsing;

public class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 16, 16)]
    [InlineData(7, 5, 33)]
    [InlineData(13, 40, 50)]
    public void Multiply_AnySize_IsTheProduct(int rows, int steps, int columns)
    {
        (float[] a, float[] b) = (Numbers(rows * steps, 1), Numbers(steps * columns, 2));
        var c = new float[rows * columns];
        Array.Fill(c, 1);
        MatrixProduct.Multiply(a, steps, 1, rows, PackedMatrix.Of(b, steps, columns), c, columns, accumulate: true);
        for (int r = 0; r < rows; r++)
            for (int k = 0; k < columns; k++)
                Assert.Equal(1 + Enumerable.Range(0, steps).Sum(s => (double)a[r * steps + s] * b[s * columns + k]), c[r * columns + k], 1e-4);
    }

    [Fact]
    public void Multiply_TransposesOfBoth_IsTheSameProduct()
    {
        const int Rows = 6, Steps = 9, Columns = 21;
        (float[] a, float[] b) = (Numbers(Rows * Steps, 3), Numbers(Steps * Columns, 4));
        float[] expected = new float[Rows * Columns], actual = new float[Rows * Columns], across = new float[Steps * Rows], down = new float[Steps * Columns];
        for (int r = 0; r < Rows; r++)
            for (int s = 0; s < Steps; s++) across[s * Rows + r] = a[r * Steps + s];
        for (int s = 0; s < Steps; s++)
            for (int k = 0; k < Columns; k++) down[k * Steps + s] = b[s * Columns + k];
        var packed = new PackedMatrix();
        packed.PackTransposed(down, Steps, Columns, Steps);
        MatrixProduct.Multiply(a, Steps, 1, Rows, PackedMatrix.Of(b, Steps, Columns), expected, Columns, false);
        MatrixProduct.Multiply(across, 1, Rows, Rows, packed, actual, Columns, false);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Multiply_RowAloneOrAmongOthers_IsTheSameToTheBit()
    {
        const int Steps = 31, Columns = 45;
        float[] a = Numbers(11 * Steps, 5);
        PackedMatrix b = PackedMatrix.Of(Numbers(Steps * Columns, 6), Steps, Columns);
        float[] together = new float[11 * Columns], alone = new float[Columns];
        MatrixProduct.Multiply(a, Steps, 1, 11, b, together, Columns, false);
        for (int r = 0; r < 11; r++)
        {
            MatrixProduct.Multiply(a.AsSpan(r * Steps), Steps, 1, 1, b, alone, Columns, false);
            Assert.Equal(together.AsSpan(r * Columns, Columns).ToArray(), alone);
        }
    }

    [Fact]
    public void Activations_FromMinusTwelveToTwelve_AgreeWithTheLibrary()
    {
        Span<float> x = stackalloc float[8];
        for (float at = -12; at < 12; at += 0.01f)
        {
            x.Fill(at);
            Assert.Equal(Math.Tanh(at), Activations.Tanh(System.Runtime.Intrinsics.Vector256.Create<float>(x))[0], 2e-6);
            Assert.Equal(1 / (1 + Math.Exp(-at)), Activations.Sigmoid(System.Runtime.Intrinsics.Vector256.Create<float>(x))[0], 2e-6);
        }
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
