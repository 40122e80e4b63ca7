namespace Entente.Measures.Similarity;

/// <summary>The likeness of two states in a year or session.</summary>
/// <param name="Ccode1">Lower Correlates of War number.</param>
/// <param name="Ccode2">Higher one.</param>
/// <param name="Year">Calendar year; or 1945 + session.</param>
/// <param name="Targets">Targets in which both have a level.</param>
/// <param name="Scores">The measures. Agreement is taken over contested votes, the others over all.</param>
/// <param name="Contested">Targets over which agreement is taken.</param>
public readonly record struct DyadSimilarity(int Ccode1, int Ccode2, int Year, int Targets, SimilarityScores Scores, int Contested);
