using System.Globalization;

namespace Entente.Language.Lemmas;

/// <summary>What a lemma's letters do with the form's capitals.</summary>
internal enum LetterCase : byte { Lower, Keep, Title }

/// <summary>How a lemma is made from a form: set its case, take letters off its end, put others there.</summary>
/// <param name="Case">Applied to the whole form first.</param>
/// <param name="Strip">Code units taken off.</param>
/// <param name="Append">What is put in their place.</param>
internal readonly record struct EditRule(LetterCase Case, int Strip, string Append)
{
    /// <summary>The rule that leads from a form to its lemma with the fewest letters touched.</summary>
    /// <param name="form">The form.</param>
    /// <param name="lemma">Its lemma.</param>
    /// <param name="name">Whether it is a name, of which the form's own case is preferred; of other words lower case is.</param>
    public static EditRule Between(string form, string lemma, bool name)
    {
        EditRule best = default;
        int kept = -1;
        ReadOnlySpan<LetterCase> cases = name ? [LetterCase.Keep, LetterCase.Title, LetterCase.Lower] : [LetterCase.Lower, LetterCase.Keep, LetterCase.Title];
        foreach (LetterCase letters in cases)
        {
            int common = Cased(form, letters).AsSpan().CommonPrefixLength(lemma);
            if (common <= kept) continue;
            kept = common;
            best = new EditRule(letters, form.Length - common, lemma[common..]);
        }
        return best;
    }

    /// <summary>The lemma; the form itself when the rule asks for more letters than it has.</summary>
    public string Apply(string form)
    {
        string cased = Cased(form, Case);
        if (Strip == 0 && Append.Length == 0) return cased;
        return Strip > cased.Length ? form : string.Concat(cased.AsSpan(0, cased.Length - Strip), Append);
    }

    /// <summary>As the model file writes it: case letter, number, text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{"lkt"[(int)Case]}{Strip} {Append}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EditRule Parse(string text)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        int letters = text.Length == 0 ? -1 : "lkt".IndexOf(text[0], StringComparison.Ordinal);
        if (blank < 2 || letters < 0 || !int.TryParse(text.AsSpan(1, blank - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int strip))
            throw new FormatException($"\"{text}\" is no rule for lemmas; expected a case letter, a number, a space and letters.");
        return new EditRule((LetterCase)letters, strip, text[(blank + 1)..]);
    }

    // Lower-casing may change the length of a few letters (İ): such a form keeps its case, so that Strip counts the same letters.
    private static string Cased(string form, LetterCase letters)
    {
        if (letters == LetterCase.Keep) return form;
        bool changes = false;
        for (int i = letters == LetterCase.Title ? 1 : 0; i < form.Length && !changes; i++) changes = char.ToLowerInvariant(form[i]) != form[i];
        if (!changes) return form;
        return letters == LetterCase.Lower ? form.ToLowerInvariant() : string.Concat(form.AsSpan(0, 1), form[1..].ToLowerInvariant());
    }
}
