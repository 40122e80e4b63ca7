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

    /// <summary>So many dated documents that name an event each.</summary>
    public string WriteDatedEvents(string name, int count, int first = 0)
    {
        using var writer = new StreamWriter(In(name));
        for (int i = first; i < first + count; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"date\":\"{2018 + i % 5}-{1 + i % 12:00}-{1 + i % 28:00}\",\"text\":\"France condemned Germany on day {i}.\"}}"));
        return In(name);
    }

    /// <summary>Rows of GDELT 2.0 events.</summary>
    public string WriteGdelt(string name, int from, int count)
    {
        using var writer = new StreamWriter(In(name)) { NewLine = "\n" };
        for (int i = from; i < from + count; i++)
        {
            string[] f = [.. Enumerable.Repeat("", 61)];
            (f[0], f[1], f[7], f[17], f[26], f[28], f[30], f[33], f[60]) = (i.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"2020{1 + i % 12:00}{1 + i % 28:00}"), "CHN", "RUS", "036", "03", "4.0", "1", "https://a.example/" + i.ToString(CultureInfo.InvariantCulture));
            writer.WriteLine(string.Join('\t', f));
        }
        return In(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
