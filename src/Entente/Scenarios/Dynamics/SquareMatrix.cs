namespace Entente.Scenarios.Dynamics;

/// <summary>Small dense matrices, row by row.</summary>
internal static class SquareMatrix
{
    /// <summary>Inverse of a positive definite matrix, by Gauss–Jordan elimination with pivots.</summary>
    public static double[] Inverse(double[] matrix, int n)
    {
        double[] a = [.. matrix], b = new double[n * n];
        for (int i = 0; i < n; i++) b[(i * n) + i] = 1;
        for (int i = 0; i < n; i++)
        {
            int pivot = i;
            for (int r = i + 1; r < n; r++)
                if (Math.Abs(a[(r * n) + i]) > Math.Abs(a[(pivot * n) + i])) pivot = r;
            for (int c = 0; c < n; c++)
            {
                (a[(i * n) + c], a[(pivot * n) + c]) = (a[(pivot * n) + c], a[(i * n) + c]);
                (b[(i * n) + c], b[(pivot * n) + c]) = (b[(pivot * n) + c], b[(i * n) + c]);
            }
            double by = 1 / a[(i * n) + i];
            for (int c = 0; c < n; c++) (a[(i * n) + c], b[(i * n) + c]) = (a[(i * n) + c] * by, b[(i * n) + c] * by);
            for (int r = 0; r < n; r++)
            {
                double f = a[(r * n) + i];
                if (r == i || f == 0) continue;
                for (int c = 0; c < n; c++)
                {
                    a[(r * n) + c] -= f * a[(i * n) + c];
                    b[(r * n) + c] -= f * b[(i * n) + c];
                }
            }
        }
        return b;
    }

    /// <summary>Matrix times vector.</summary>
    public static double[] Times(double[] matrix, ReadOnlySpan<double> vector, int n)
    {
        var result = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) result[i] += matrix[(i * n) + j] * vector[j];
        return result;
    }

    /// <summary>Matrix of rows × inner times matrix of inner × inner.</summary>
    public static double[] Times(double[] one, double[] other, int rows, int inner)
    {
        var result = new double[rows * inner];
        for (int i = 0; i < rows; i++)
            for (int k = 0; k < inner; k++)
                for (int j = 0; j < inner; j++) result[(i * inner) + j] += one[(i * inner) + k] * other[(k * inner) + j];
        return result;
    }

    /// <summary>Lower triangular root of a covariance; a direction without variance gives a row of zeros.</summary>
    public static double[] Root(ReadOnlySpan<double> covariance, int n)
    {
        var l = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
            {
                double sum = covariance[(i * n) + j];
                for (int k = 0; k < j; k++) sum -= l[(i * n) + k] * l[(j * n) + k];
                l[(i * n) + j] = i == j ? Math.Sqrt(Math.Max(0, sum)) : l[(j * n) + j] > 1e-12 ? sum / l[(j * n) + j] : 0;
            }
        return l;
    }
}
