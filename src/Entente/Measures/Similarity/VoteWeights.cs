using Entente.Record;

namespace Entente.Measures.Similarity;

/// <summary>How much each roll call counts: by issue and by importance.</summary>
/// <param name="ByTag">Weights of issues (me, nu, di, hr, co, ec) and of <c>important</c>; a roll call with several takes the largest.</param>
/// <param name="Other">Weight of a roll call with none of them.</param>
public sealed record VoteWeights(IReadOnlyDictionary<string, double> ByTag, double Other)
{
    /// <summary>Tags that may be given a weight.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["me", "nu", "di", "hr", "co", "ec", "important"];

    /// <summary>Every roll call counts one.</summary>
    public static VoteWeights Equal { get; } = new(new Dictionary<string, double>(), 1);

    /// <summary>The weight of a roll call.</summary>
    public double Of(RollCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        double? largest = null;
        foreach (string tag in call.IsImportant == true ? call.Issues.Append("important") : call.Issues)
            if (ByTag.TryGetValue(tag, out double w)) largest = Math.Max(w, largest ?? 0);
        return largest ?? Other;
    }
}
