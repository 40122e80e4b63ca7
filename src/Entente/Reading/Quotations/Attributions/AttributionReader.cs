using System.Collections.Immutable;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Finds the attributions of a document: cues first, each with its content and source, then those that go together. Linear in the text.</summary>
/// <remarks>Contents do not nest: what is reported within a report belongs to the outer one.</remarks>
internal sealed class AttributionReader(AttributionModel model)
{
    /// <summary>Least likelihood of a cue that is looked into.</summary>
    public const float LeastCue = 0.12f;

    private const float LeastSource = 0.1f;

    /// <summary>The attributions believed, in order of their cues.</summary>
    public List<Attribution> Read(AttributionTokens t)
    {
        List<Attribution> all = Candidates(t);
        Judge(t, all);
        all = ForeignQuotes.Cut(t, all);
        List<Attribution> chosen = Choose(all, model.Threshold);
        for (int c = 0; c < chosen.Count; c++) chosen[c] = Spoken(t, chosen[c], all);
        chosen.Sort((a, b) => a.Cue.CompareTo(b.Cue));
        return chosen;
    }

    // "…," he said, according to the agency: the words are his who said them; the agency is credited.
    private static Attribution Spoken(AttributionTokens t, Attribution a, List<Attribution> all) => t.Lower[a.Cue] != Outlets.According ? a
        : all.Find(o => o.Cue < a.Cue && t.Sentence[o.Cue] == t.Sentence[a.Cue] && (t.Classes[o.Cue] & 1) != 0 && o.CueLikelihood > 0.2f && !o.Source.IsEmpty && Shared(o, a) * 2 > o.Length) ?? a;

    /// <summary>Every likely cue with its content and source, in order.</summary>
    public List<Attribution> Candidates(AttributionTokens t)
    {
        float[] cues = CueLikelihoods(t);
        var found = new List<Attribution>();
        for (int i = 0; i < cues.Length; i++)
            if (cues[i] >= LeastCue && ReadAt(t, cues, i) is { } attribution) found.Add(attribution);
        return found;
    }

    /// <summary>How likely each token heads a cue.</summary>
    public float[] CueLikelihoods(AttributionTokens t)
    {
        var likely = new float[t.Count];
        Span<int> room = stackalloc int[CueFeatures.Most];
        for (int i = 0; i < likely.Length; i++)
        {
            if (!AttributionModel.MayHead(t, i, model.Heads)) continue;
            var bag = new FeatureBag(room, model.Cues.Mask);
            CueFeatures.Add(ref bag, t, i);
            likely[i] = Logistic(model.Cues.Sum(bag.Indices));
        }
        return likely;
    }

    public static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));

    /// <summary>What a given cue attributes, or null when nothing.</summary>
    public Attribution? ReadAt(AttributionTokens t, float[] cues, int cue)
    {
        (int start, int end) = SpanFeatures.Window(t, cue);
        int n = end - start;
        var features = new SpanFeatures(t, cues, cue, start, end);
        var nodes = new float[n * LinearChain.Labels];
        var contexts = new int[n];
        Span<int> room = stackalloc int[SpanFeatures.Most];
        for (int k = 0; k < n; k++)
        {
            var bag = new FeatureBag(room, model.Spans.Mask);
            features.Add(ref bag, start + k);
            model.Spans.Sum(bag.Indices, nodes.AsSpan(k * LinearChain.Labels, LinearChain.Labels));
            contexts[k] = features.ContextOf(start + k);
        }
        Span<int> labels = stackalloc int[n];
        LinearChain.Best(nodes, contexts, model.Steps, labels);
        var marginals = new float[n * LinearChain.Labels];
        LinearChain.Marginals(nodes, contexts, model.Steps, marginals, []);
        return Make(cue, start, labels, marginals, cues[cue]) is { } made ? Clauses.Upright(t, made) : null;
    }

    private static Attribution? Make(int cue, int start, ReadOnlySpan<int> labels, ReadOnlySpan<float> marginals, float likely)
    {
        var content = ImmutableArray.CreateBuilder<(int, int)>();
        var source = ImmutableArray.CreateBuilder<(int, int)>();
        float sum = 0;
        int tokens = 0;
        for (int k = 0; k < labels.Length;)
        {
            int from = k++, label = labels[from];
            if (label == LinearChain.Outside) continue;
            int inside = label == LinearChain.Source ? LinearChain.Source : LinearChain.Inside;
            while (k < labels.Length && labels[k] == inside) k++;
            (label == LinearChain.Source ? source : content).Add((start + from, start + k));
            if (label == LinearChain.Source) continue;
            for (int j = from; j < k; j++, tokens++) sum += marginals[j * LinearChain.Labels + LinearChain.First] + marginals[j * LinearChain.Labels + LinearChain.Inside];
        }
        if (source.Count == 0 && LikelySource(labels, marginals) is { } at) source.Add((start + at.From, start + at.To));
        return tokens == 0 ? null : new Attribution(cue, content.ToImmutable(), source.ToImmutable()) { CueLikelihood = likely, ContentLikelihood = sum / tokens };
    }

    // Where the best labels give no source, the stretch most likely to be one, if it is likely at all: nine in ten attributions have a source.
    private static (int From, int To)? LikelySource(ReadOnlySpan<int> labels, ReadOnlySpan<float> marginals)
    {
        int best = -1;
        float most = LeastSource;
        for (int k = 0; k < labels.Length; k++)
            if (labels[k] == LinearChain.Outside && marginals[k * LinearChain.Labels + LinearChain.Source] is var p && p > most) (best, most) = (k, p);
        if (best < 0) return null;
        int from = best, to = best + 1;
        while (from > 0 && labels[from - 1] == LinearChain.Outside && marginals[(from - 1) * LinearChain.Labels + LinearChain.Source] > most / 2) from--;
        while (to < labels.Length && labels[to] == LinearChain.Outside && marginals[to * LinearChain.Labels + LinearChain.Source] > most / 2) to++;
        return (from, to);
    }

    /// <summary>Gives each candidate its likelihood, by the others around it too.</summary>
    public void Judge(AttributionTokens t, List<Attribution> candidates)
    {
        Span<int> room = stackalloc int[BeliefFeatures.Most];
        for (int c = 0; c < candidates.Count; c++)
        {
            var bag = new FeatureBag(room, model.Belief.Mask);
            BeliefFeatures.Add(ref bag, t, candidates, c);
            candidates[c] = candidates[c] with { Likelihood = Logistic(model.Belief.Sum(bag.Indices)) };
        }
    }

    /// <summary>The likeliest candidates that do not lie in one another's content.</summary>
    public static List<Attribution> Choose(List<Attribution> candidates, float threshold)
    {
        var chosen = new List<Attribution>();
        foreach (Attribution a in candidates.Where(a => a.Likelihood >= threshold).OrderByDescending(a => a.Likelihood).ThenBy(a => a.Cue))
            if (!chosen.Exists(c => Math.Abs(c.Cue - a.Cue) < 400 && (c.Holds(a.Cue) || a.Holds(c.Cue) || Shared(a, c) * 2 > Math.Min(a.Length, c.Length)))) chosen.Add(a);
        chosen.Sort((a, b) => a.Cue.CompareTo(b.Cue));
        return chosen;
    }

    private static int Shared(Attribution a, Attribution b)
    {
        int shared = 0;
        foreach ((int s, int e) in a.Content)
            foreach ((int s2, int e2) in b.Content) shared += Math.Max(0, Math.Min(e, e2) - Math.Max(s, s2));
        return shared;
    }
}
