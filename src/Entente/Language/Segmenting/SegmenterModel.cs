namespace Entente.Language.Segmenting;

/// <summary>Trained weights for cutting text into words and sentences. Immutable and thread-safe.</summary>
internal sealed record SegmenterModel(HashedWeights Words, HashedWeights Sentences, int Threshold);
