using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Lemmas;

namespace Entente.Training.Lemmas;

/// <summary>Learns lemmas: rules of endings from the words of each tag, and the forms that no such rule gets right.</summary>
internal static class LemmaTrainer
{
    /// <summary>Words of a tag an ending needs before it speaks against the shorter one.</summary>
    private const int LeastWords = 2;

    /// <summary>Trains on the words of a treebank; the same words give the same rules.</summary>
    public static LemmaRules Train(IEnumerable<ConlluSentence> sentences)
    {
        var counts = new Dictionary<(string Tag, string Form), Dictionary<(string Form, string Lemma), int>>();
        foreach (ConlluWord word in sentences.SelectMany(s => s.Words))
        {
            if (word.Lemma is null || word.Form.Length > 40 || !UposNames.TryParse(word.Upos, out Upos upos)) continue;
            (string, string) key = (LemmaRules.Key(word.Xpos, upos, ""), word.Form.ToLowerInvariant());
            if (!counts.TryGetValue(key, out Dictionary<(string, string), int>? seen)) counts[key] = seen = [];
            seen[(word.Form, word.Lemma)] = seen.GetValueOrDefault((word.Form, word.Lemma)) + 1;
        }
        var endings = new SortedDictionary<string, EditRule>(StringComparer.Ordinal);
        var forms = new SortedDictionary<string, EditRule>(StringComparer.Ordinal);
        foreach (IGrouping<string, KeyValuePair<(string Tag, string Form), Dictionary<(string, string), int>>> tag in counts.GroupBy(c => c.Key.Tag))
        {
            (string Form, EditRule Rule)[] words = [.. tag.Select(c => (c.Key.Form, Best(c.Value, tag.Key.EndsWith(" PROPN ", StringComparison.Ordinal))))];
            for (int length = 0; length <= LemmaRules.LongestEnding; length++)
            {
                foreach (IGrouping<string, (string Form, EditRule Rule)> ending in words.Where(w => w.Form.Length > length || length == 0).GroupBy(w => w.Form[^length..]))
                {
                    EditRule best = Most(ending.GroupBy(w => w.Rule).ToDictionary(g => g.Key, g => g.Count()));
                    if (length == 0 || ending.Count(w => w.Rule == best) >= LeastWords && best != Longest(ending.Key[1..])) endings[tag.Key + ending.Key] = best;
                }
            }
            foreach ((string form, EditRule rule) in words)
                if (rule != Longest(form) || IsMisled(form, rule)) forms[tag.Key + form] = rule;

            // The list of verbs is asked before endings are, and may say otherwise.
            bool IsMisled(string form, EditRule rule) => tag.Key.EndsWith(" VERB ", StringComparison.Ordinal) && Lemmatizer.VerbOf(form) is { } verb && verb != rule.Apply(form);

            EditRule Longest(string letters)
            {
                for (int length = Math.Min(LemmaRules.LongestEnding, letters.Length); length >= 0; length--)
                    if (endings.TryGetValue(tag.Key + letters[^length..], out EditRule rule)) return rule;
                return default;
            }
        }
        return new LemmaRules(forms, endings);
    }

    // The rule that gets most occurrences right, however they are capitalised (I, i → I).
    private static EditRule Best(Dictionary<(string Form, string Lemma), int> seen, bool name)
    {
        var right = new Dictionary<EditRule, int>();
        foreach ((string form, string lemma) in seen.Keys)
        {
            EditRule rule = EditRule.Between(form, lemma, name);
            right.TryAdd(rule, seen.Sum(s => rule.Apply(s.Key.Form) == s.Key.Lemma ? s.Value : 0));
        }
        return Most(right);
    }

    // A tie goes to the rule whose text sorts first: runs must agree.
    private static EditRule Most(Dictionary<EditRule, int> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.ToString(), StringComparer.Ordinal).First().Key;
}
