using System.Globalization;

namespace Entente.Cli.EndToEnd;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("entente-").FullName;

    public string Store => In("store.duckdb");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    /// <summary>So many different documents as JSON Lines: few words, which are soon read, and long ones, which fill a store.</summary>
    public string WriteDocuments(string name, int count)
    {
        using var writer = new StreamWriter(In(name));
        string pad = new('a', 600);
        for (int i = 0; i < count; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"date\":\"2020-{1 + i % 12:00}-{1 + i % 28:00}\",\"text\":\"Talks {i} {pad}.\"}}"));
        return In(name);
    }

    /// <summary>So many documents that name an event each.</summary>
    public string WriteEvents(string name, int count)
    {
        using var writer = new StreamWriter(In(name));
        for (int i = 0; i < count; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"text\":\"France and Germany held talks {i}.\"}}"));
        return In(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
