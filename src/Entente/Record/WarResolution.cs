using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Entente.Record;

/// <summary>A resolution of the General Assembly on a war of some states, with the votes. Immutable.</summary>
/// <param name="War">Short name of the war, stable (<c>ukraine-2022</c>).</param>
/// <param name="Name">Name to print (<c>the invasion of Ukraine</c>).</param>
/// <param name="Belligerents">States whose conduct it is about, as they are named today.</param>
/// <param name="Symbol">Symbol of the resolution.</param>
/// <param name="Date">Day of the vote.</param>
/// <param name="Key">Row in the published file.</param>
/// <param name="Votes">Votes by Correlates of War number.</param>
public sealed record WarResolution(string War, string Name, ImmutableArray<StateId> Belligerents, string Symbol, DateOnly Date, string Key, FrozenDictionary<int, VoteChoice> Votes)
{
    private static readonly Lazy<ImmutableArray<WarResolution>> Read = new(ReadShipped);

    /// <summary>Those that ship, oldest first (<c>data/wars</c>).</summary>
    public static ImmutableArray<WarResolution> Shipped => Read.Value;

    /// <summary>Votes in favour.</summary>
    public int Yes => Votes.Values.Count(v => v == VoteChoice.Yes);

    /// <summary>Abstentions.</summary>
    public int Abstain => Votes.Values.Count(v => v == VoteChoice.Abstain);

    /// <summary>Votes against.</summary>
    public int No => Votes.Values.Count(v => v == VoteChoice.No);

    /// <summary>The vote of a state as it was then; null where it cast none.</summary>
    public VoteChoice? VoteOf(StateId state) => StateRegistry.Default.InYear(state, Date.Year) is { } then && Votes.TryGetValue(then.Cow, out VoteChoice vote) ? vote : null;

    /// <summary>Reads lines of <c>war, name, belligerents, symbol, date, key, votes</c>, tab-separated under a header; belligerents are codes with spaces between, votes <c>Y2 A710 N365</c>.</summary>
    /// <exception cref="FormatException">A line is not of that form; the message names it.</exception>
    public static ImmutableArray<WarResolution> Load(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var all = ImmutableArray.CreateBuilder<WarResolution>();
        reader.ReadLine();
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            string[] f = text.Split('\t');
            if (f.Length != 7 || !DateOnly.TryParseExact(f[4], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                throw new FormatException($"war-votes line {line}: seven fields with a day in the fifth are expected.");
            var votes = new Dictionary<int, VoteChoice>();
            foreach (string vote in f[6].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                votes[int.Parse(vote.AsSpan(1), CultureInfo.InvariantCulture)] = vote[0] switch
                {
                    'Y' => VoteChoice.Yes,
                    'A' => VoteChoice.Abstain,
                    'N' => VoteChoice.No,
                    _ => throw new FormatException($"war-votes line {line}: '{vote}' is no vote."),
                };
            all.Add(new WarResolution(f[0], f[1], [.. f[2].Split(' ').Select(c => new StateId(c))], f[3], date, f[5], votes.ToFrozenDictionary()));
        }
        return [.. all.OrderBy(r => r.Date)];
    }

    private static ImmutableArray<WarResolution> ReadShipped()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/wars/war-votes.tsv")
            ?? throw new InvalidOperationException("data/wars/war-votes.tsv is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        return Load(reader);
    }
}
