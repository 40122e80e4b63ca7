using Entente.Order;

namespace Entente.Tests.Order;

public class OrderTests
{
    [Fact]
    public void Minima_OfTheUnixFirms_AreTheTwoPublished()
    {
        // Axelrod and Bennett 1993, Table 2; specialists shun specialists, generalists generalists.
        string[] names = ["Sun", "Prime", "ATT", "IBM", "DEC", "HP", "Apollo", "Intergraph", "SGI"];
        double[] sizes = [28.9, 1.0, 28.5, 3.8, 20.0, 11.5, 21.2, 4.4, 4.4];
        string types = "SSGGGGSSS";
        IReadOnlyList<LandscapeMinimum> minima = Landscape.Minima(names, sizes, [.. types.Select(a => types.Select(b => a == b ? -1.0 : 0).ToArray())]);
        Assert.Equal(2, minima.Count);
        Assert.All(minima, m => Assert.Equal(128, m.Basin));
        Assert.All(minima, m => Assert.Equal(-3828.9, m.Energy, 0.05));
        Assert.Equal(minima[0].Energy, minima[1].Energy, 1e-9);
        Assert.Equal(["Sun,Prime,ATT,IBM", "Sun,Prime,DEC,HP"], minima.Select(m => string.Join(',', m.Sides[0])).Order());
    }

    [Fact]
    public void Minima_OfSeventeenStates_CoverEveryConfiguration()
    {
        var random = new Random(1);
        double[][] p = [.. Enumerable.Range(0, 17).Select(_ => new double[17])];
        for (int i = 0; i < 17; i++)
            for (int j = 0; j < i; j++) p[i][j] = p[j][i] = random.Next(-3, 4);
        IReadOnlyList<LandscapeMinimum> minima = Landscape.Minima([.. Enumerable.Range(0, 17).Select(i => $"s{i}")], [.. Enumerable.Range(1, 17).Select(i => (double)i)], p);
        Assert.Equal(1 << 16, minima.Sum(m => m.Basin));
        // A minimum's energy, summed anew.
        foreach (LandscapeMinimum m in minima)
        {
            bool Apart(int i, int j) => m.Sides[0].Contains($"s{i}") != m.Sides[0].Contains($"s{j}");
            double energy = 0;
            for (int i = 0; i < 17; i++)
                for (int j = 0; j < 17; j++)
                    if (i != j && Apart(i, j)) energy += (i + 1) * (j + 1) * p[i][j];
            Assert.Equal(energy, m.Energy, 1e-6);
        }
    }

    [Fact]
    public void Minima_OfPropensitiesNotSymmetric_NameThePair() =>
        Assert.Contains("A and B", Assert.Throws<ArgumentException>(() => Landscape.Minima(["A", "B"], [1, 1], [[0, 1], [2, 0]])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1, 1, StrategicTriangleKind.MenageATrois, null, true)]
    [InlineData(1, 1, -1, StrategicTriangleKind.Romantic, 0, false)]
    [InlineData(-1, 1, 1, StrategicTriangleKind.Romantic, 2, false)]
    [InlineData(1, -1, -1, StrategicTriangleKind.StableMarriage, 2, true)]
    [InlineData(-1, -1, 1, StrategicTriangleKind.StableMarriage, 0, true)]
    [InlineData(-1, -1, -1, StrategicTriangleKind.UnitVeto, null, false)]
    public void Triangle_OfThreeSigns_IsDittmers(int a, int b, int c, StrategicTriangleKind kind, int? odd, bool balanced)
    {
        StrategicTriangle triangle = StrategicTriangle.Of(a, b, c);
        Assert.Equal((kind, odd, balanced), (triangle.Kind, triangle.Odd, triangle.IsBalanced));
    }

    [Fact]
    public void Indices_OfOneTriangle_AreThoseByHand()
    {
        SignedNetwork friends = SignedNetwork.Of([("A", "B", 1), ("B", "C", 1), ("A", "C", 1)]), romantic = SignedNetwork.Of([("A", "B", 1), ("B", "C", -1), ("A", "C", 1)]);
        Assert.Equal((1.0, 0.0), (BalanceIndices.Triangles(friends), BalanceIndices.Triangles(romantic)));
        Assert.Equal(1, BalanceIndices.Walks(friends)!.Value, 1e-12);
        // Eigenvalues 2, −1, −1 against −2, 1, 1.
        Assert.Equal((Math.Exp(-2) + (2 * Math.E)) / (Math.Exp(2) + (2 / Math.E)), BalanceIndices.Walks(romantic)!.Value, 1e-12);
        Assert.Single(BalanceIndices.AgainstClusters(romantic));
        Assert.Null(BalanceIndices.Triangles(SignedNetwork.Of([("A", "B", -1)])));
        // Three enemies fall into three clusters, yet are not balanced.
        Assert.Empty(BalanceIndices.AgainstClusters(SignedNetwork.Of([("A", "B", -1), ("B", "C", -1), ("A", "C", -1)])));
    }

    [Fact]
    public void Blocs_OfThreeHostileCliques_AreThoseAndStable()
    {
        var ties = new List<(string, string, int)>();
        for (int i = 0; i < 12; i++)
            for (int j = 0; j < i; j++)
                if (i / 4 == j / 4 || (i + j) % 3 == 0) ties.Add(($"s{i}", $"s{j}", i / 4 == j / 4 ? 1 : -1));
        SignedNetwork network = SignedNetwork.Of(ties);
        BlocDivision division = SignedBlocs.Of(network, 50);
        Assert.Equal(3, division.Bloc.Distinct().Count());
        Assert.All(network.Edges, e => Assert.Equal(e.Sign > 0, division.Bloc[e.From] == division.Bloc[e.To]));
        Assert.All(division.Stability, s => Assert.True(s > 0.8));
        Assert.Equal(division.Bloc, SignedBlocs.Of(network, 50).Bloc);
    }

    [Fact]
    public void Modularity_OfADivision_IsTheDoubleSum()
    {
        SignedNetwork network = SignedNetwork.Of([("A", "B", 1), ("B", "C", 1), ("A", "C", -1), ("C", "D", 1), ("A", "D", -1)]);
        int[] bloc = [0, 0, 1, 1];
        int[,] a = { { 0, 1, -1, -1 }, { 1, 0, 1, 0 }, { -1, 1, 0, 1 }, { -1, 0, 1, 0 } };
        int[] p = [1, 2, 2, 1], n = [2, 0, 1, 1];
        double q = 0;
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
                if (bloc[i] == bloc[j]) q += a[i, j] - (p[i] * p[j] / 6.0) + (n[i] * n[j] / 4.0);
        Assert.Equal(q / 10, SignedBlocs.Modularity(4, network.Edges, bloc), 1e-12);
    }

    [Theory]
    [InlineData("a,b\nA,B", "header")]
    [InlineData("from,to,sign\nA,B,2", "Line 2")]
    [InlineData("from,to,sign\nA,A,1", "itself")]
    [InlineData("from,to,sign\nA,B,1\nB,A,-1", "positive and as negative")]
    public void Read_OfABrokenNetwork_SaysWhere(string text, string part)
    {
        Exception e = Assert.ThrowsAny<Exception>(() => SignedNetwork.Read(new StringReader(text)));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }
}
