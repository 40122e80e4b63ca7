using System.Globalization;
using System.Reflection;

namespace Entente.Reading;

/// <summary>Reads the tab-separated tables of <c>data/actors</c> that travel inside the assembly.</summary>
internal static class ActorTable
{
    /// <summary>The rows below the heading, split into fields; lines that begin with <c>#</c> are comments.</summary>
    /// <exception cref="FormatException">A row has another number of fields; the message names it.</exception>
    public static IEnumerable<string[]> Rows(string table, int fields)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/actors/{table}.tsv")
            ?? throw new InvalidOperationException($"data/actors/{table}.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        int number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] f = line.Split('\t');
            if (f.Length != fields) throw new FormatException($"{table}.tsv line {number}: {fields} fields are expected, {f.Length} found.");
            yield return f;
        }
    }

    /// <summary>A day, or null for an empty field.</summary>
    public static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
