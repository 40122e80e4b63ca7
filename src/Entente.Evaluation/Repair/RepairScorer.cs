using System.Text;
using Entente.Documents.Repair;
using Entente.Text;

namespace Entente.Evaluation.Repair;

/// <summary>How many damaged texts are restored exactly, and how many sound ones stay as they are.</summary>
/// <remarks>
/// Only the charset damage is judged. Both sides are brought to one style first (curly to straight quotes, ligatures,
/// fullwidth forms, line breaks, no-break spaces, entities, control characters, NFC), since gold sets of repair tools
/// also hold the tool's styling.
/// </remarks>
/// <param name="N">Cases.</param>
/// <param name="Exact">Cases whose repaired text equals the expected text.</param>
/// <param name="Untouched">Cases whose original already equals the expected text, code unit by code unit.</param>
/// <param name="UntouchedKept">Of those, how many came back unchanged, code unit by code unit.</param>
public sealed record RepairScore(int N, int Exact, int Untouched, int UntouchedKept);

/// <summary>Scores the repairer.</summary>
public static class RepairScorer
{
    /// <summary>Repairs each case and counts.</summary>
    /// <param name="cases">The gold cases.</param>
    /// <param name="onError">Called for each case that is not restored, with what came out.</param>
    public static RepairScore Score(IEnumerable<RepairCase> cases, Action<RepairCase, string>? onError = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        int n = 0, exact = 0, sound = 0, kept = 0;
        foreach (RepairCase c in cases)
        {
            n++;
            string got = MojibakeRepairer.Repair(SourceText.FromString(c.Original)).Text.Text;
            bool right = string.Equals(Plain(got), Plain(c.Expected), StringComparison.Ordinal);
            if (right) exact++;
            else onError?.Invoke(c, got);
            if (!string.Equals(c.Original, c.Expected, StringComparison.Ordinal)) continue;
            sound++;
            if (string.Equals(got, c.Original, StringComparison.Ordinal)) kept++;
        }
        return new RepairScore(n, exact, sound, kept);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in System.Net.WebUtility.HtmlDecode(text).ReplaceLineEndings("\n"))
        {
            if (c is '‘' or '’' or '‚' or '‛') plain.Append('\'');
            else if (c is '“' or '”' or '„' or '‟') plain.Append('"');
            else if (c is '\u00A0' or '\u3000') plain.Append(' ');
            else if (c is >= '\uFF01' and <= '\uFF5E') plain.Append((char)(c - 0xFEE0));
            else if (c is >= '\uFB00' and <= '\uFB06') plain.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else if (c != '\n' && c != '\t' && c < ' ') { }
            else plain.Append(c);
        }
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
