namespace Entente.Language.Segmenting;

/// <summary>Answers one question of cutting from its features: a model does when text is read, the gold answers do when a model is trained.</summary>
internal interface IDecider
{
    /// <summary>The answer.</summary>
    /// <param name="position">Where in the text the question stands.</param>
    /// <param name="features">Hashes of the features (<see cref="FeatureHash"/>).</param>
    int Decide(int position, ReadOnlySpan<uint> features);
}

/// <summary>Answers of the question whether a word ends between two characters.</summary>
internal static class WordBoundary
{
    public const int Inside = 0, Word = 1, PartOfWord = 2, Answers = 3;
}
