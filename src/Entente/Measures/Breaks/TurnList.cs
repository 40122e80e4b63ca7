using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Measures.Breaks;

/// <summary>A dyad's turns as history has them.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Set">The list it belongs to: first, more or quiet.</param>
/// <param name="Turns">Year and direction.</param>
public sealed record TurnList(UndirectedDyad Dyad, string Set, ImmutableArray<(int Year, Turn Turn)> Turns)
{
    private const string Resource = "data/turns/turns.tsv";

    /// <summary>The lists that ship (<c>data/turns/turns.tsv</c>).</summary>
    public static ImmutableArray<TurnList> All { get; } = ReadAll();

    /// <summary>Turns written as sign and year: <c>+1950 -1960</c>.</summary>
    /// <exception cref="FormatException">One is no sign and year.</exception>
    public static ImmutableArray<(int Year, Turn Turn)> Parse(string turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return [.. turns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => (int.Parse(t[1..], NumberStyles.None, CultureInfo.InvariantCulture),
            t[0] switch { '-' => Turn.Rift, '+' => Turn.Rapprochement, _ => throw new FormatException($"'{t}' is no turn: a sign and a year are expected.") }))];
    }

    private static ImmutableArray<TurnList> ReadAll()
    {
        using Stream stream = typeof(TurnList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded; restore the EmbeddedResource line of Entente.csproj.");
        using var reader = new StreamReader(stream);
        var all = ImmutableArray.CreateBuilder<TurnList>();
        while (reader.ReadLine() is { } line)
        {
            string[] f = line.Split('\t');
            if (line.StartsWith('#') || f.Length != 4 || f[0].Length != 3) continue;
            all.Add(new TurnList(new UndirectedDyad(new StateId(f[0]), new StateId(f[1])), f[2], Parse(f[3])));
        }
        return all.ToImmutable();
    }
}
