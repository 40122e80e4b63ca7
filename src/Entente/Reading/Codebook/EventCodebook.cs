using System.Collections.Immutable;
using System.Globalization;
using Entente.Language;

namespace Entente.Reading.Codebook;

/// <summary>One row of <c>data/codebook/events.tsv</c>.</summary>
/// <param name="Id">Rule id.</param>
/// <param name="Patterns">Alternatives, each a sequence of lemmas.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Dimension">The line it bears on.</param>
/// <param name="Intensity">−10 to +10.</param>
/// <param name="Example">A sentence in which the rule must match.</param>
internal sealed record CodebookRule(string Id, ImmutableArray<ImmutableArray<string>> Patterns, PloverType Type, string? Mode,
    string? Cameo, Dimension Dimension, double Intensity, string Example);

/// <summary>A place where a rule matches.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="Words">Length of the pattern.</param>
internal readonly record struct CodebookMatch(CodebookRule Rule, int First, int Last, int Words);

/// <summary>The event rules, found by their first lemma. Immutable.</summary>
internal sealed class EventCodebook
{
    private const int Gap = 3;
    private readonly ILookup<string, (CodebookRule Rule, ImmutableArray<string> Words)> _byFirst;

    private EventCodebook(ImmutableArray<CodebookRule> rules)
    {
        Rules = rules;
        _byFirst = rules.SelectMany(r => r.Patterns, (r, p) => (Rule: r, Words: p)).ToLookup(p => p.Words[0], StringComparer.Ordinal);
    }

    public ImmutableArray<CodebookRule> Rules { get; }

    public static EventCodebook Default { get; } = Load();

    /// <summary>Matches in order of position, the longest pattern at each.</summary>
    public IEnumerable<CodebookMatch> Match(ParsedSentence sentence)
    {
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            CodebookMatch? best = null;
            foreach ((CodebookRule rule, ImmutableArray<string> words) in _byFirst[Key(sentence.Tokens[i])])
                if (End(sentence, i, words) is { } last && (best is null || words.Length > best.Value.Words))
                    best = new CodebookMatch(rule, i, last, words.Length);
            if (best is { } match) yield return match;
        }
    }

    private static string Key(Token token) => token.Lemma.ToLowerInvariant();

    private static int? End(ParsedSentence sentence, int at, ImmutableArray<string> words)
    {
        for (int w = 1; w < words.Length; w++)
        {
            int stop = Math.Min(sentence.Tokens.Length - 1, at + 1 + Gap), next = at + 1;
            while (next <= stop && !string.Equals(Key(sentence.Tokens[next]), words[w], StringComparison.Ordinal)) next++;
            if (next > stop) return null;
            at = next;
        }
        return at;
    }

    private static EventCodebook Load()
    {
        using Stream stream = typeof(EventCodebook).Assembly.GetManifestResourceStream("data/codebook/events.tsv")
            ?? throw new InvalidOperationException("The codebook is not in the assembly.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var rules = ImmutableArray.CreateBuilder<CodebookRule>();
        while (reader.ReadLine() is { } line)
        {
            string[] f = line.Split('\t');
            rules.Add(new CodebookRule(f[0], [.. f[1].Split('|').Select(p => p.Split(' ').ToImmutableArray())],
                Enum.Parse<PloverType>(f[2], ignoreCase: true), f[3].Length == 0 ? null : f[3], f[4].Length == 0 ? null : f[4],
                Enum.Parse<Dimension>(f[5]), double.Parse(f[6], CultureInfo.InvariantCulture), f[7]));
        }
        return new EventCodebook(rules.ToImmutable());
    }
}
