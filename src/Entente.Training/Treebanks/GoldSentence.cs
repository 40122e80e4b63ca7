namespace Entente.Training.Treebanks;

/// <summary>An annotated sentence: parallel lists, one element a word.</summary>
/// <param name="Forms">Words as written.</param>
/// <param name="Tags">UPOS, XPOS and features separated by tabs; features <c>_</c> when there are none.</param>
/// <param name="Heads">Index of each word's head; -1 for the root.</param>
/// <param name="Relations">Dependency relations.</param>
internal sealed record GoldSentence(string[] Forms, string[] Tags, int[] Heads, string[] Relations);
