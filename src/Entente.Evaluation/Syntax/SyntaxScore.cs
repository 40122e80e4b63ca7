namespace Entente.Evaluation.Syntax;

/// <summary>Correct among gold and system units.</summary>
/// <param name="Gold">Units in the gold file.</param>
/// <param name="System">Units the system gave.</param>
/// <param name="Correct">Units it got right.</param>
public readonly record struct UnitScore(long Gold, long System, long Correct)
{
    /// <summary>2PR/(P+R) = 2·correct/(gold + system), from 0 to 100 as the CoNLL 2018 script prints it; 0 when there is nothing.</summary>
    public double F1 => Gold + System == 0 ? 0 : 200.0 * Correct / (Gold + System);
}

/// <summary>The scores of the CoNLL 2018 shared task (Zeman et al. 2018, "CoNLL 2018 Shared Task", section 5).</summary>
/// <param name="Tokens">Tokens with the same span.</param>
/// <param name="Sentences">Sentences with the same span.</param>
/// <param name="Words">Words aligned; the denominators of all below.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">The treebank's own tag.</param>
/// <param name="UFeats">Universal features.</param>
/// <param name="Lemmas">Lemma; a gold lemma of <c>_</c> counts as right.</param>
/// <param name="Uas">Head.</param>
/// <param name="Las">Head and relation, the subtype aside.</param>
/// <param name="Clas">As LAS, among words whose relation is one of content words.</param>
public sealed record SyntaxScore(UnitScore Tokens, UnitScore Sentences, UnitScore Words, UnitScore Upos, UnitScore Xpos, UnitScore UFeats,
    UnitScore Lemmas, UnitScore Uas, UnitScore Las, UnitScore Clas);
