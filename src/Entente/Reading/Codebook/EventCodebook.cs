using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Entente.Language;

namespace Entente.Reading.Codebook;

/// <summary>The event rules, found through a trie over word numbers. Immutable and thread-safe.</summary>
internal sealed class EventCodebook
{
    /// <summary>Most other words between two words of a pattern.</summary>
    private const int Gap = 4;

    private static readonly Lazy<EventCodebook> Shipped = new(Load);

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Node _root = new();

    /// <summary>Makes a codebook of the rows of a table, its head line left out.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message says which and why.</exception>
    public EventCodebook(IEnumerable<string> rows)
    {
        Rules = [.. rows.Where(r => r.Length > 0).Select(Parse)];
        foreach (CodebookRule rule in Rules)
            foreach (ImmutableArray<PatternWord> pattern in rule.Patterns) Add(rule, pattern);
    }

    public ImmutableArray<CodebookRule> Rules { get; }

    public static EventCodebook Default => Shipped.Value;

    /// <summary>Every rule at every place, its longest pattern there; by place, longer before shorter.</summary>
    public List<CodebookMatch> Match(ParsedSentence sentence)
    {
        var found = new List<CodebookMatch>();
        int count = sentence.Tokens.Length;
        int[] ids = ArrayPool<int>.Shared.Rent(2 * count);
        for (int i = 0; i < count; i++)
        {
            Token token = sentence.Tokens[i];
            ids[2 * i] = _words.GetValueOrDefault(token.Lemma.ToLowerInvariant(), -1);
            ids[2 * i + 1] = ReferenceEquals(token.Text, token.Lemma) ? ids[2 * i] : _words.GetValueOrDefault(token.Text.ToLowerInvariant(), -1);
        }
        for (int i = 0; i < count; i++)
        {
            int from = found.Count;
            Step(sentence, ids, _root, i, i, 1, found, from);
            if (found.Count > from + 1) found.Sort(from, found.Count - from, ByLength);
        }
        ArrayPool<int>.Shared.Return(ids);
        return found;
    }

    private static void Step(ParsedSentence sentence, int[] ids, Node node, int start, int next, int words, List<CodebookMatch> found, int from)
    {
        int nearest = next, stop = words == 1 ? next : Math.Min(sentence.Tokens.Length - 1, next + Gap);
        for (int at = nearest; at <= stop; at++)
        {
            if (words > 1 && sentence.Tokens[at].Text is ";" or ":" or "(" or ")") return;
            // "a five-year agreement": the hyphen is no word of its own.
            if (sentence.Tokens[at].Text is "-" && stop < sentence.Tokens.Length - 1 && words > 1) stop++;
            int lemma = ids[2 * at], form = ids[2 * at + 1];
            if (lemma >= 0 && node.Edges.TryGetValue(lemma, out List<Edge>? byLemma)) Follow(byLemma, at);
            if (form >= 0 && form != lemma && node.Edges.TryGetValue(form, out List<Edge>? byForm)) Follow(byForm, at);
            // A verb between begins a clause of its own: "issues a statement dismissing the demands" issues no demand.
            if (words > 1 && sentence.Tokens[at].Upos is Upos.Verb && sentence.Tokens[at].Relation is "acl" or "advcl" or "ccomp" or "acl:relcl" or "parataxis") return;
        }

        void Follow(List<Edge> edges, int at)
        {
            foreach (Edge edge in edges)
            {
                if (edge.Word.Adjacent && at > nearest) continue;
                if (edge.Word.Verb && !CanBeVerb(sentence.Tokens, at) || edge.Word.Noun && !CanBeNoun(sentence.Tokens[at])) continue;
                foreach (CodebookRule rule in edge.Next.Rules) Keep(new CodebookMatch(rule, start, at, words), found, from);
                if (edge.Next.Edges.Count > 0) Step(sentence, ids, edge.Next, start, at + 1, words + 1, found, from);
            }
        }
    }

    // The longest pattern of each rule at a place, and of equal ones the closest.
    private static void Keep(CodebookMatch match, List<CodebookMatch> found, int from)
    {
        for (int i = from; i < found.Count; i++)
        {
            if (!ReferenceEquals(found[i].Rule, match.Rule)) continue;
            if (match.Words > found[i].Words || match.Words == found[i].Words && match.Last < found[i].Last) found[i] = match;
            return;
        }
        found.Add(match);
    }

    // Without a tagger a word after an article or a genitive is no verb.
    private static bool CanBeVerb(ImmutableArray<Token> tokens, int at) => tokens[at].Upos switch
    {
        Upos.Verb or Upos.Aux => true,
        Upos.X => at == 0 || !(tokens[at - 1].Upos is Upos.Det || tokens[at - 1].Text is "'s" or "’s" or "its" or "their" or "his" or "her"),
        _ => false,
    };

    private static bool CanBeNoun(Token token) => token.Upos is Upos.Noun or Upos.Propn or Upos.X;

    private void Add(CodebookRule rule, ImmutableArray<PatternWord> pattern)
    {
        Node node = _root;
        foreach (PatternWord word in pattern)
        {
            if (!_words.TryGetValue(word.Word, out int id)) _words.Add(word.Word, id = _words.Count);
            if (!node.Edges.TryGetValue(id, out List<Edge>? edges)) node.Edges.Add(id, edges = []);
            int known = edges.FindIndex(e => e.Word == word);
            if (known < 0) edges.Add(new Edge(word, new Node()));
            node = known < 0 ? edges[^1].Next : edges[known].Next;
        }
        if (!node.Rules.Contains(rule)) node.Rules.Add(rule);
    }

    private static CodebookRule Parse(string row)
    {
        string[] f = row.Split('\t');
        if (f.Length != 9) throw new FormatException($"The codebook's row '{f[0]}' has {f.Length} fields; 9 are expected.");
        return new CodebookRule(f[0], [.. f[1].Split('|').SelectMany(CodebookPattern.Expand)],
            Enum.Parse<PloverType>(f[2], ignoreCase: true), f[3].Length == 0 ? null : f[3], f[4].Length == 0 ? null : f[4],
            Enum.Parse<Dimension>(f[5]), double.Parse(f[6], CultureInfo.InvariantCulture),
            f[7].Length == 0 ? EventRoles.Forward : Enum.Parse<EventRoles>(f[7], ignoreCase: true), f[8]);
    }

    private static EventCodebook Load()
    {
        using Stream stream = typeof(EventCodebook).Assembly.GetManifestResourceStream("data/codebook/events.tsv")
            ?? throw new InvalidOperationException("The codebook is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new EventCodebook(reader.ReadToEnd().Split('\n').Skip(1));
    }

    private static readonly Comparer<CodebookMatch> ByLength = Comparer<CodebookMatch>.Create((a, b) => b.Words.CompareTo(a.Words));

    private sealed class Node
    {
        public Dictionary<int, List<Edge>> Edges { get; } = [];

        public List<CodebookRule> Rules { get; } = [];
    }

    private sealed record Edge(PatternWord Word, Node Next);
}
