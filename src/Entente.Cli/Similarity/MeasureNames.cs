using Entente.Measures.Similarity;

namespace Entente.Cli.Similarity;

/// <summary>The measures as they are called on the command line and in JSON; permanent.</summary>
internal static class MeasureNames
{
    public static IReadOnlyDictionary<string, SimilarityMeasure> All { get; } = new Dictionary<string, SimilarityMeasure>(StringComparer.Ordinal)
    {
        ["s"] = SimilarityMeasure.S,
        ["s-squared"] = SimilarityMeasure.SSquared,
        ["kappa"] = SimilarityMeasure.Kappa,
        ["kappa-linear"] = SimilarityMeasure.KappaLinear,
        ["pi"] = SimilarityMeasure.Pi,
        ["pi-weighted"] = SimilarityMeasure.PiWeighted,
        ["pi-linear"] = SimilarityMeasure.PiLinear,
        ["taub"] = SimilarityMeasure.TauB,
        ["a"] = SimilarityMeasure.A,
        ["a-squared"] = SimilarityMeasure.ASquared,
        ["agree"] = SimilarityMeasure.Agreement,
    };

    /// <summary>Why a measure has no value, in words.</summary>
    public static string Reason(NoSimilarity reason) => reason switch
    {
        NoSimilarity.NothingShared => "the two have no target in common",
        NoSimilarity.BothConstant => "both vectors are constant: nothing tells agreement from chance",
        NoSimilarity.OneConstant => "one vector is constant: nothing can be ordered by it",
        _ => "",
    };
}
