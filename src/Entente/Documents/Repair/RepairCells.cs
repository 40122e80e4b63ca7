using System.Collections.Immutable;
using System.Text;
using Entente.Text;

namespace Entente.Documents.Repair;

/// <summary>Text under repair: each cell remembers the source stretch it was made from, over any number of passes.</summary>
internal sealed class RepairCells
{
    private List<Cell> _cells;

    private RepairCells(List<Cell> cells) => _cells = cells;

    private readonly record struct Cell(string Text, int Start, int Length, string? Reason, bool Certain);

    public string Text { get; private set; } = "";

    public static RepairCells Of(string text)
    {
        var cells = new List<Cell>();
        for (int i = 0; i < text.Length;)
        {
            int run = i;
            while (run < text.Length && char.IsAscii(text[run])) run++;
            // A sound stretch of ASCII is one cell, except its last character, which may be touched with what follows.
            if (run - i > 1) { cells.Add(new Cell(text[i..(run - 1)], i, run - 1 - i, null, true)); i = run - 1; }
            cells.Add(new Cell(text.Substring(i, 1), i, 1, null, true));
            i++;
        }
        return new RepairCells(cells) { Text = text };
    }

    /// <summary>Applies edits that are in order and do not overlap.</summary>
    public void Apply(IReadOnlyList<RepairEdit> edits)
    {
        var next = new List<Cell>(_cells.Count);
        int cell = 0, at = 0;
        Cell? carried = null;
        Cell? Take()
        {
            if (carried is { } c) { carried = null; return c; }
            return cell < _cells.Count ? _cells[cell++] : null;
        }
        foreach (RepairEdit edit in edits)
        {
            if (edit.Start < at) continue; // Two edits in one repaired cell: the second waits for the next pass.
            while (Take() is { } sound)
            {
                if (at + sound.Text.Length <= edit.Start) { next.Add(sound); at += sound.Text.Length; continue; }
                carried = sound;
                break;
            }
            if (Take() is not { } first) break;
            string before = first.Text[..(edit.Start - at)];
            int sourceStart = first.Start, sourceEnd = first.Start + first.Length;
            var reasons = new List<string>();
            bool certain = edit.Certain;
            if (first.Reason is null && first.Text.Length == first.Length && before.Length > 0)
            {
                next.Add(first with { Text = before, Length = before.Length });
                sourceStart += before.Length;
                before = "";
            }
            Cell last = first;
            int lastStart = at;
            while (true)
            {
                if (last.Reason is not null) { if (!reasons.Contains(last.Reason, StringComparer.Ordinal)) reasons.Add(last.Reason); certain &= last.Certain; }
                sourceEnd = last.Start + last.Length;
                if (lastStart + last.Text.Length >= edit.End) break;
                lastStart += last.Text.Length;
                if (Take() is not { } more) break;
                last = more;
            }
            string after = last.Text[Math.Min(last.Text.Length, edit.End - lastStart)..];
            at = lastStart + last.Text.Length - after.Length;
            reasons.Add(edit.Reason);
            string reason = string.Join(", then ", reasons.Distinct(StringComparer.Ordinal));
            if (after.Length > 0 && last.Reason is null && last.Text.Length == last.Length)
            {
                carried = last with { Text = after, Start = last.Start + last.Length - after.Length, Length = after.Length };
                sourceEnd -= after.Length;
                after = "";
            }
            else at += after.Length;
            next.Add(new Cell(before + edit.After + after, sourceStart, sourceEnd - sourceStart, reason, certain));
        }
        while (Take() is { } rest) next.Add(rest);
        _cells = next;
        var text = new StringBuilder();
        foreach (Cell c in next) text.Append(c.Text);
        Text = text.ToString();
    }

    public (SourceText, ImmutableArray<TextRepair>) Finish(SourceText source)
    {
        var map = new OffsetMap.Builder();
        var repairs = ImmutableArray.CreateBuilder<TextRepair>();
        int at = 0;
        foreach (Cell c in _cells)
        {
            if (c.Reason is null) map.Copy(c.Length, c.Start);
            else
            {
                map.Replace(c.Text.Length, c.Start, c.Length);
                var was = new TextSpan(c.Start, c.Length);
                repairs.Add(new TextRepair(new TextSpan(at, c.Text.Length), source.BytesOf(was), was.Of(source.Text).ToString(), c.Text, c.Reason, c.Certain));
            }
            at += c.Text.Length;
        }
        return (new SourceText(Text, map.ToMap().Then(source.ToBytes)), repairs.ToImmutable());
    }
}

/// <summary>One change: <c>[Start, End)</c> of the current text becomes <paramref name="After"/>.</summary>
internal readonly record struct RepairEdit(int Start, int Length, string After, string Reason, bool Certain)
{
    public int End => Start + Length;
}
