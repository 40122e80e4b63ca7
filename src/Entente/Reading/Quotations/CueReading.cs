using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>One cue in a passage with the speaker and the words it reports, as spans.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Speaker">The speaker's noun phrase, or null.</param>
/// <param name="Affiliation">The apposition to the speaker, or null.</param>
/// <param name="Content">What is reported, marks included.</param>
internal sealed record CueReading(TextSpan Cue, TextSpan? Speaker, TextSpan? Affiliation, TextSpan Content);

/// <summary>Reads the cues of a passage: who, which word, what.</summary>
internal sealed class CueReader(string text, IReadOnlyList<TextSpan> quotes)
{
    private List<Word> _words = [];
    private TextSpan _passage;

    public IEnumerable<CueReading> Read(TextSpan passage)
    {
        _passage = passage;
        _words = Mask(Words.Cut(text, passage.Start, passage.End));
        int last = -1;
        for (int i = 0; i < _words.Count; i++)
        {
            if (i <= last) continue;
            CueReading? reading = _words[i].Lower == "according" && Is(i + 1, "to") ? According(i) : Verb(i);
            if (reading is null) continue;
            yield return reading;
            if (reading.Content.Start > _words[i].Start)
                while (last + 1 < _words.Count && _words[last + 1].Start < reading.Content.End) last++;
        }
    }

    private List<Word> Mask(List<Word> words)
    {
        var outside = new List<Word>();
        foreach (TextSpan q in quotes)
            if (q.Start >= _passage.Start && q.Start < _passage.End)
            {
                int at = words.FindIndex(w => w.Start >= q.Start), end = at < 0 ? -1 : words.FindLastIndex(w => w.Start < q.End);
                if (at < 0 || end < at) continue;
                words.RemoveRange(at, end - at + 1);
                words.Insert(at, new Word(q.Start, Math.Min(q.End, _passage.End), "“”"));
            }
        outside.AddRange(words);
        return outside;
    }

    private CueReading? According(int i)
    {
        int from = i + 2, to = from;
        while (to < _words.Count && (_words[to].IsWord || _words[to].Text is "&" or "’" or "'")) to++;
        if (to == from) return null;
        TextSpan source = TextSpan.FromBounds(_words[from].Start, _words[to - 1].End), cue = TextSpan.FromBounds(_words[i].Start, _words[i + 1].End);
        TextSpan? content = i <= 1 ? Rest(to) : Before(i);
        return content is { } c ? new CueReading(cue, source, null, c) : null;
    }

    private CueReading? Verb(int i)
    {
        string lower = _words[i].Lower;
        bool saying = CueWords.IsSaying(lower);
        if (!saying && !(CueWords.IsHolding(lower) && (Is(i + 1, "that") || lower is "believe" or "believes" or "thinks" or "think" or "hopes"))) return null;
        if (i > 0 && (_words[i].IsCapital || _words[i - 1].Lower is "to" or "the" or "a" or "an" || _words[i - 1].Text.EndsWith("’s", StringComparison.Ordinal) || _words[i - 1].Text.EndsWith("'s", StringComparison.Ordinal))) return null;
        TextSpan cue = new(_words[i].Start, _words[i].Text.Length);
        int j = i - 1;
        while (j >= 0 && (CueWords.Between.Contains(_words[j].Lower) || (_words[j].Lower.EndsWith("ly", StringComparison.Ordinal) && !_words[j].IsCapital))) j--;
        if (j >= 0 && _words[j].Text == "“”" && j == i - 1) return After(i, cue);
        if (j >= 1 && _words[j].Text == ",")
        {
            if (After(i, cue) is { } after && (_words[j - 1].Text == "“”" || i + 1 < _words.Count && !Is(i + 1, "that") && (Terminal(i) || j == i - 1 && i + 1 < _words.Count && _words[i + 1].IsCapital && EndsPassage(i + 1)))) return after;
            int open = j - 1;
            while (open >= 0 && _words[open].Text is not ("," or "“”") && j - open < 30) open--;
            if (open <= 0 || open >= j - 1 || _words[open].Text != ",") return null;
            TextSpan apposition = TextSpan.FromBounds(_words[open + 1].Start, _words[j - 1].End);
            return Named(i, open - 1, cue, apposition);
        }
        if (j >= 0 && _words[j].Lower == "who") return Named(i, _words[j - 1 < 0 ? 0 : j - 1].Text == "," ? j - 2 : j - 1, cue, null);
        return Named(i, j, cue, null);
    }

    private CueReading? Named(int i, int end, TextSpan cue, TextSpan? apposition)
    {
        int start = end;
        while (start >= 0 && (_words[start].IsWord || _words[start].Text is "’" or "'" or "(" or ")" or "&") && !CueWords.Boundary.Contains(_words[start].Lower) && end - start < 14) start--;
        start++;
        if (start > end || end < 0) return null;
        var speaker = TextSpan.FromBounds(_words[start].Start, _words[end].End);
        bool atEnd = Terminal(i);
        if (start > 0 && _words[start - 1].Text == "“”" || start > 1 && _words[start - 1].Text == "," && _words[start - 2].Text == "“”" && atEnd)
            return Quote(start, i, cue, speaker, apposition);
        TextSpan? content = atEnd && start > 1 && _words[start - 1].Text is "," or "–" or "—" ? (atEnd ? Before(start) : Rest(i + 1)) : Rest(i + 1);
        return content is { } c ? new CueReading(cue, speaker, apposition, c) : null;
    }

    private CueReading? After(int i, TextSpan cue)
    {
        int from = i + 1;
        while (from < _words.Count && _words[from].Lower is "on" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday") from++;
        int to = from;
        while (to < _words.Count && (_words[to].IsWord || _words[to].Text is "’" or "'" or "&") && to - from < 20) to++;
        if (to == from) return i > 0 && _words[i - 1].Text == "“”" ? Quote(i, i, cue, null, null) : null;
        int nameEnd = from;
        while (nameEnd < to && _words[nameEnd].IsCapital) nameEnd++;
        bool named = nameEnd > from && nameEnd < to && _words[nameEnd].Lower is "of" or "in" or "at" or "with" or "from" or "who" or "on" or "during";
        int end = named ? nameEnd : to;
        TextSpan speaker = TextSpan.FromBounds(_words[from].Start, _words[end - 1].End);
        TextSpan? affiliation = named && _words[nameEnd].Lower is "of" or "with" or "at" or "from" && named ? TextSpan.FromBounds(_words[nameEnd].Start, _words[to - 1].End) : null;
        if (!named && to + 1 < _words.Count && _words[to].Text == "," && _words[to + 1].IsWord)
        {
            int stop = to + 1;
            while (stop < _words.Count && _words[stop].Text is not ("." or "“”" or ":" or ";")) stop++;
            affiliation = TextSpan.FromBounds(_words[to + 1].Start, _words[stop - 1].End);
        }
        int quote = i - 1;
        if (quote >= 0 && _words[quote].Text == ",") quote--;
        if (quote >= 0 && _words[quote].Text == "“”") return Quote(i, Math.Max(i, to - 1), cue, speaker, affiliation);
        return Before(i) is { } c ? new CueReading(cue, speaker, affiliation, c) : null;
    }

    /// <summary>The quotation before a position, with its continuation after the cue when the cue interrupts it.</summary>
    private CueReading? Quote(int before, int cueEnd, TextSpan cue, TextSpan? speaker, TextSpan? affiliation)
    {
        int q = before - 1;
        while (q >= 0 && _words[q].Text != "“”") q--;
        if (q < 0) return null;
        int start = _words[q].Start, end = _words[q].End;
        if (q > 0 && start - _words[0].Start > end - start) start = _words[0].Start;
        int next = cueEnd + 1;
        if (next + 1 < _words.Count && _words[next].Text == "," && _words[next + 1].Text == "“”") end = _words[next + 1].End;
        return new CueReading(cue, speaker, affiliation, TextSpan.FromBounds(start, end));
    }

    private bool EndsPassage(int i)
    {
        int k = i;
        while (k < _words.Count && (_words[k].IsWord || _words[k].Text == "’") && k - i < 8) k++;
        return k > i && k >= _words.Count - 1;
    }

    private bool Terminal(int i)
    {
        int k = i + 1;
        while (k < _words.Count && CueWords.Times.Contains(_words[k].Lower)) k++;
        return k >= _words.Count || _words[k].Text is "." or "," or ";" || k == _words.Count - 1;
    }

    private TextSpan? Before(int i)
    {
        int end = i - 1;
        while (end >= 0 && _words[end].Text is "," or "–" or "—") end--;
        return end < 1 && !(end == 0 && _words[0].Text == "“”") ? null : TextSpan.FromBounds(_words[0].Start, _words[end].End);
    }

    private TextSpan? Rest(int i)
    {
        int to = _words.Count;
        for (int k = i + 1; k + 1 < _words.Count; k++)
            if (_words[k].Lower == "according" && Is(k + 1, "to") && to == _words.Count) to = k;
        while (to > i && _words[to - 1].Text is "." or "," or ";" or "?" or "!") to--;
        int from = i;
        while (from < to && _words[from].Text is "," or ":") from++;
        for (int k = from; k < Math.Min(from + 9, to) && _words[k].Text is not ("," or "“”"); k++)
            if (_words[k].Lower == "that") { from = k + 1; break; }
        for (int k = from; k < Math.Min(from + 7, to); k++)
            if (k > from && _words[k].Text == "“”" && _words[k - 1].Text is "," or ":" && text[_words[k].End - 2] is '.' or ',' or '?' or '!') { from = k; break; }
        return to - from < 2 && !(to > from && _words[from].Text == "“”") ? null : TextSpan.FromBounds(_words[from].Start, _words[to - 1].End);
    }

    private bool Is(int i, string lower) => i < _words.Count && _words[i].Lower == lower;
}
