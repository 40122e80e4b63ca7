using System.Collections.Immutable;
using System.Text;
using Entente.Text;

namespace Entente.Documents.Repair;

/// <summary>Undoes the reading of text in a wrong charset, also where it happened more than once. Sound text is never touched.</summary>
/// <remarks>
/// A stretch changes only if its characters, written in some charset, are valid UTF-8 <em>and</em> it reads as damage where
/// it stands. Where bytes were lost, the context decides and the change is marked uncertain.
/// </remarks>
public static class MojibakeRepairer
{
    private const int MaximumPasses = 6;

    /// <summary>Repairs what is damaged.</summary>
    /// <param name="source">Text as decoded.</param>
    /// <returns>The repaired text, mapped to the same bytes, and every change in order of position.</returns>
    public static (SourceText Text, ImmutableArray<TextRepair> Repairs) Repair(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Ascii.IsValid(source.Text)) return (source, []);
        var cells = RepairCells.Of(source.Text);
        bool changed = false;
        for (int pass = 0; pass < MaximumPasses; pass++)
        {
            List<RepairEdit> edits = BestEdits(cells.Text);
            if (edits.Count == 0) break;
            cells.Apply(edits);
            changed = true;
        }
        Settle(LostPunctuation.Find(cells.Text, changed));
        Settle(Controls(cells.Text));
        return changed ? cells.Finish(source) : (source, []);

        void Settle(List<RepairEdit> edits)
        {
            if (edits.Count == 0) return;
            cells.Apply(edits);
            changed = true;
        }
    }

    private static List<RepairEdit> BestEdits(string text)
    {
        var best = new List<RepairEdit>();
        int bestScore = 0;
        foreach (SingleByteCharset charset in SingleByteCharset.All) Keep(SingleByteEdits(text, charset), charset.Mixed);
        foreach (DoubleByteCharset charset in DoubleByteCharset.All) Keep(charset.Edits(text), true);
        return best;

        void Keep(List<RepairEdit> edits, bool controlsBelong)
        {
            int score = 0;
            foreach (RepairEdit e in edits)
            {
                score += e.Length;
                if (controlsBelong) continue;
                foreach (char c in text.AsSpan(e.Start, e.Length)) if (c is >= '\u0080' and < '\u00A0') score--;
            }
            if (score <= bestScore) return;
            best = edits;
            bestScore = score;
        }
    }

    private static List<RepairEdit> SingleByteEdits(string text, SingleByteCharset charset)
    {
        var runs = new List<List<(MisreadSequence Sequence, int Strength)>>();
        for (int i = 0; i < text.Length;)
        {
            if (char.IsAscii(text[i]) || MisreadSequence.At(text, i, charset) is not { } found || found.Strength(text) is not (> 0 and var strength)) { i++; continue; }
            if (runs.Count == 0 || runs[^1][^1].Sequence.End != i) runs.Add([]);
            runs[^1].Add((found, strength));
            i = found.End;
        }
        var edits = new List<RepairEdit>();
        bool supported = runs.Exists(IsDamage);
        if (!supported) return edits;
        foreach (var run in runs)
        {
            bool damage = IsDamage(run);
            foreach ((MisreadSequence s, int _) in run)
            {
                if (damage || IsSupported(text, s))
                    edits.Add(new RepairEdit(s.Start, s.Length, s.Decoded, $"utf-8 read as {charset.Name}", !s.Lost));
            }
        }
        return edits;

        static bool IsDamage(List<(MisreadSequence Sequence, int Strength)> run)
        {
            int medium = 0;
            foreach ((MisreadSequence _, int strength) in run)
            {
                if (strength == 3) return true;
                if (strength == 2) medium++;
            }
            return medium >= 2;
        }
    }

    // Beside certain damage a doubtful sequence is believed, except a capital before a closing mark at a word's end.
    private static bool IsSupported(string text, MisreadSequence s) =>
        s.Lost || s.Length > 2 || s.Decoded[0] >= 0x80 && (s.End >= text.Length || !char.IsUpper(s.Start > 0 ? text[s.Start - 1] : ' ') || char.IsLetter(text[s.End]));

    // C1 controls never stand in text: they are windows-1252 bytes that were read as Latin-1.
    private static List<RepairEdit> Controls(string text)
    {
        var edits = new List<RepairEdit>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is < '\u0080' or > '\u009F' or '\u0085') continue;
            char fixedChar = Windows1252.GetString([(byte)text[i]])[0];
            if (fixedChar != text[i]) edits.Add(new RepairEdit(i, 1, fixedChar.ToString(), "windows-1252 read as iso-8859-1", true));
        }
        if (edits.Count == 0) return edits;
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\u0085') edits.Add(new RepairEdit(i, 1, "…", "windows-1252 read as iso-8859-1", true));
        edits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return edits;
    }

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
