namespace Entente.Language.Parsing;

/// <summary>What the model says of one word.</summary>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Features">Morphological features as CoNLL-U writes them; null when there are none.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root.</param>
/// <param name="Relation">Dependency relation, with its subtype (<c>nmod:poss</c>).</param>
internal readonly record struct WordAnalysis(Upos Upos, string Xpos, string? Features, int Head, string Relation);
