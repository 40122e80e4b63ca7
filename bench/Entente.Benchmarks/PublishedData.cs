namespace Entente.Benchmarks;

/// <summary>The published files that benchmarks run on: the folder named by ENTENTE_DATA, with <c>record</c> and <c>measures</c> in it.</summary>
internal static class PublishedData
{
    public static string Folder(string name)
    {
        string root = Environment.GetEnvironmentVariable("ENTENTE_DATA")
            ?? throw new InvalidOperationException("Set ENTENTE_DATA to the folder that has 'record' and 'measures'.");
        return Path.Combine(root, name);
    }
}
