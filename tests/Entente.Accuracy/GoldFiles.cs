namespace Entente.Accuracy;

/// <summary>Where gold lies: ours in the repository, others' in <c>../shared/data</c>.</summary>
internal static class GoldFiles
{
    /// <summary>A file of <c>tests/Entente.Accuracy/gold</c>.</summary>
    public static string Own(string name) => Path.Combine(Root(), "tests", "Entente.Accuracy", "gold", name);

    /// <summary>A model that ships.</summary>
    public static string Model(string name) => Path.Combine(Root(), "data", "models", name);

    /// <summary>A file below <c>../shared/data</c>; skips the test where it is absent, fails it under CI.</summary>
    public static string Shared(params string[] path)
    {
        string file = Path.Combine([Root(), "..", "shared", "data", .. path]);
        if (!File.Exists(file))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), $"{file} is missing.");
            Assert.Skip($"{path[^1]} is not here.");
        }
        return file;
    }

    private static string Root()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        return root ?? throw new InvalidOperationException("Entente.slnx is in no folder above the tests.");
    }
}
