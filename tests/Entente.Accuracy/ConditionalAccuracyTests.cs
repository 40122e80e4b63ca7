using System.Text.Json;
using Entente.Evaluation;
using Entente.Evaluation.Conditionals;
using Entente.Language;

namespace Entente.Accuracy;

public sealed class ConditionalAccuracyTests
{
    /// <summary>Own gold from news: 63 conditionals beside 70 sentences without one, and 12 beside 23 that no rule was written on; figures in docs/accuracy-quotations.md.</summary>
    [Theory]
    [InlineData("conditionals.jsonl", 63, 0.68, 0.85)]
    [InlineData("conditionals-2.jsonl", 12, 0.5, 0.8)]
    public void Conditionals_OwnGold_StayAboveTheFloors(string file, int n, double f1, double direction)
    {
        JsonElement[] gold = [.. File.ReadLines(GoldFiles.Own(file)).Select(l => JsonDocument.Parse(l).RootElement)];
        var wanted = gold.ToLookup(g => (g.GetProperty("file").GetString()!, g.GetProperty("id").GetString()!));
        var scorer = new ConditionalScorer(new RuleSentenceParser());
        var misses = new List<string>();
        foreach (string articles in gold.Select(g => g.GetProperty("file").GetString()!).Distinct(StringComparer.Ordinal))
            foreach (string line in GoldLines.Read(new FileInfo(GoldFiles.Shared("articles", articles))))
            {
                using var article = JsonDocument.Parse(line);
                string text = article.RootElement.GetProperty("text").GetString()!;
                string? outlet = article.RootElement.TryGetProperty("source", out JsonElement source) ? source.GetString() : null;
                foreach (JsonElement g in wanted[(articles, article.RootElement.GetProperty("id").ToString())])
                    scorer.Add(g, Slice(text, g.GetProperty("begin").GetInt32(), g.GetProperty("end").GetInt32()), outlet, misses.Add);
            }
        ConditionalScore score = scorer.Score;
        TestContext.Current.TestOutputHelper?.WriteLine(score + Environment.NewLine + string.Join(Environment.NewLine, misses));
        Assert.Equal(n, score.N);
        Assert.InRange(score.F1, f1, 1);
        Assert.InRange(score.Direction, direction, 1);
    }

    private static string Slice(string text, int begin, int end)
    {
        int from = 0, at = 0;
        while (at < begin) (from, at) = (from + (char.IsHighSurrogate(text[from]) ? 2 : 1), at + 1);
        int to = from;
        while (at < end) (to, at) = (to + (char.IsHighSurrogate(text[to]) ? 2 : 1), at + 1);
        return text[from..to];
    }
}
