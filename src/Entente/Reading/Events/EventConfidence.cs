using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Reading.Events;

/// <summary>What speaks for and against an event read.</summary>
/// <param name="Trust">How far the scorer bears out the type, 0 to 1 (<see cref="EventScorer.Trust"/>).</param>
/// <param name="Words">Words of the codebook's pattern.</param>
/// <param name="Far">Whether a party was found by what a pronoun stands for, or deep in the clause.</param>
/// <param name="Pairs">Pairs of states that the words make events of.</param>
public readonly record struct EventSigns(double Trust, int Words, bool Far, int Pairs)
{
    /// <summary>Names of the numbers, as in the table of weights.</summary>
    public static ImmutableArray<string> Names { get; } = ["constant", "log_odds_of_type", "more_words", "far_party", "log_pairs"];

    /// <summary>As numbers, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<double> ToNumbers()
    {
        double p = Math.Clamp(Trust, 0.02, 0.98);
        return [1, Math.Log(p / (1 - p)), Words > 1 ? 1 : 0, Far ? 1 : 0, Math.Log(Math.Max(1, Pairs))];
    }
}

/// <summary>Probability that an event read is one, with its source, type and target: a logistic regression fitted to annotated sentences that nothing else was fitted to.</summary>
/// <param name="Weights">One for each of <see cref="EventSigns.Names"/>.</param>
public sealed record EventConfidence(ImmutableArray<double> Weights)
{
    private static readonly Lazy<EventConfidence> Shipped = new(LoadShipped);

    /// <summary>The weights of <c>data/models/event-confidence.tsv</c>.</summary>
    public static EventConfidence Default => Shipped.Value;

    /// <summary>The probability, 0 to 1.</summary>
    public double Of(EventSigns signs)
    {
        double sum = 0;
        ImmutableArray<double> numbers = signs.ToNumbers();
        for (int i = 0; i < numbers.Length; i++) sum += Weights[i] * numbers[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The table of weights.</summary>
    public string Write() => "sign\tweight\n" + string.Concat(EventSigns.Names.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"{n}\t{Weights[i]:0.####}\n")));

    /// <summary>Reads a table that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">A sign is missing or its weight is no number.</exception>
    public static EventConfidence Read(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Dictionary<string, string> rows = table.Split('\n').Skip(1).Select(r => r.TrimEnd('\r').Split('\t')).Where(r => r.Length == 2).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        return new EventConfidence([.. EventSigns.Names.Select(n => rows.TryGetValue(n, out string? w) ? double.Parse(w, CultureInfo.InvariantCulture)
            : throw new FormatException($"The table of confidence has no row '{n}': fit it again with entente train confidence."))]);
    }

    private static EventConfidence LoadShipped()
    {
        using Stream stream = typeof(EventConfidence).Assembly.GetManifestResourceStream("data/models/event-confidence.tsv")
            ?? throw new InvalidOperationException("The table of confidence is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}
