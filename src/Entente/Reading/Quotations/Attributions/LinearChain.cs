namespace Entente.Reading.Quotations.Attributions;

/// <summary>A chain of labels: outside, first of a content, inside a content, source.</summary>
internal static class LinearChain
{
    public const int Labels = 4, Outside = 0, First = 1, Inside = 2, Source = 3;

    /// <summary>Whether one label may follow another; a content begins with its first.</summary>
    public static bool Allowed(int before, int label) => label != Inside || before is First or Inside;

    /// <summary>The best labels by Viterbi.</summary>
    /// <param name="nodes">Four scores for each token.</param>
    /// <param name="contexts">The transition context of each token.</param>
    /// <param name="steps">Sixteen scores for each context, <c>before * 4 + label</c>.</param>
    /// <param name="labels">Where the labels go.</param>
    public static void Best(ReadOnlySpan<float> nodes, ReadOnlySpan<int> contexts, ReadOnlySpan<float> steps, Span<int> labels)
    {
        int n = labels.Length;
        if (n == 0) return;
        var back = new byte[n * Labels];
        Span<float> score = stackalloc float[Labels], next = stackalloc float[Labels];
        for (int y = 0; y < Labels; y++) score[y] = y == Inside ? float.NegativeInfinity : nodes[y];
        for (int k = 1; k < n; k++)
        {
            ReadOnlySpan<float> step = steps.Slice(contexts[k] * 16, 16);
            for (int y = 0; y < Labels; y++)
            {
                float best = float.NegativeInfinity;
                for (int b = 0; b < Labels; b++)
                {
                    if (!Allowed(b, y)) continue;
                    float s = score[b] + step[b * 4 + y];
                    if (s > best) (best, back[k * Labels + y]) = (s, (byte)b);
                }
                next[y] = best + nodes[k * Labels + y];
            }
            next.CopyTo(score);
        }
        int at = 0;
        for (int y = 1; y < Labels; y++) if (score[y] > score[at]) at = y;
        for (int k = n - 1; k >= 0; k--)
        {
            labels[k] = at;
            at = back[k * Labels + at];
        }
    }

    /// <summary>Probabilities of labels and, where wanted, of steps; returns the log of the sum over all chains.</summary>
    /// <param name="nodes">Four scores for each token.</param>
    /// <param name="contexts">The transition context of each token.</param>
    /// <param name="steps">Sixteen scores for each context.</param>
    /// <param name="marginals">Where the probabilities go, four for each token.</param>
    /// <param name="pairs">Where probabilities of steps go, sixteen for each token; empty when not wanted.</param>
    public static double Marginals(ReadOnlySpan<float> nodes, ReadOnlySpan<int> contexts, ReadOnlySpan<float> steps, Span<float> marginals, Span<float> pairs)
    {
        int n = contexts.Length;
        if (n == 0) return 0;
        var forward = new float[n * Labels];
        var scaleLog = 0.0;
        var expNode = new float[n * Labels];
        for (int k = 0; k < n; k++)
        {
            float most = float.NegativeInfinity;
            for (int y = 0; y < Labels; y++) most = Math.Max(most, nodes[k * Labels + y]);
            for (int y = 0; y < Labels; y++) expNode[k * Labels + y] = MathF.Exp(nodes[k * Labels + y] - most);
            scaleLog += most;
        }
        Span<float> expStep = stackalloc float[16];
        for (int k = 0; k < n; k++)
        {
            float total = 0;
            if (k > 0) Exp(steps.Slice(contexts[k] * 16, 16), expStep);
            for (int y = 0; y < Labels; y++)
            {
                float sum = 0;
                if (k == 0) sum = y == Inside ? 0 : 1;
                else for (int b = 0; b < Labels; b++) sum += forward[(k - 1) * Labels + b] * expStep[b * 4 + y];
                total += forward[k * Labels + y] = sum * expNode[k * Labels + y];
            }
            for (int y = 0; y < Labels; y++) forward[k * Labels + y] /= total;
            scaleLog += Math.Log(total);
        }
        Span<float> backward = [1, 1, 1, 1], earlier = stackalloc float[Labels];
        for (int k = n - 1; k >= 0; k--)
        {
            float sum = 0;
            for (int y = 0; y < Labels; y++) sum += marginals[k * Labels + y] = forward[k * Labels + y] * backward[y];
            for (int y = 0; y < Labels; y++) marginals[k * Labels + y] /= sum;
            if (k == 0) break;
            Exp(steps.Slice(contexts[k] * 16, 16), expStep);
            float total = 0, all = 0;
            for (int b = 0; b < Labels; b++)
            {
                float into = 0;
                for (int y = 0; y < Labels; y++)
                {
                    float w = expStep[b * 4 + y] * expNode[k * Labels + y] * backward[y];
                    into += w;
                    if (!pairs.IsEmpty) all += pairs[k * 16 + b * 4 + y] = w * forward[(k - 1) * Labels + b];
                }
                total += earlier[b] = into;
            }
            if (!pairs.IsEmpty) for (int p = 0; p < 16; p++) pairs[k * 16 + p] /= all;
            for (int b = 0; b < Labels; b++) backward[b] = earlier[b] / total;
        }
        return scaleLog;
    }

    private static void Exp(ReadOnlySpan<float> steps, Span<float> into)
    {
        for (int b = 0; b < Labels; b++)
            for (int y = 0; y < Labels; y++) into[b * 4 + y] = Allowed(b, y) ? MathF.Exp(steps[b * 4 + y]) : 0;
    }
}
