using System.Globalization;

namespace Entente.Reading;

internal sealed partial class DateGrammar
{
    // "two years ago", "in three weeks", "the past six months", "within ten days", "three weeks from tomorrow", "two-week", "several months".
    private DateReading? Counted(int i)
    {
        if (Is(i, "in") || Is(i, "within")) return In(i);
        int at = Past(i, "the");
        bool span = Text(at) is "last" or "past" or "next" or "coming" or "previous" or "recent" or "following";
        string said = span ? Text(at) : "";
        if (span) return at == i && Text(i - 1) is "will" or "may" or "might" or "would" or "could" or "to" or "not" ? null : SpanOf(i, at, said);
        if (at > i) return null;
        if (Text(i) is "all" or "full" or "entire" or "whole" && Kind(PastHyphen(i + 1)) == DateWord.Unit && !IsPlural(PastHyphen(i + 1)) && IsUnit(PastHyphen(i + 1), 'D', 'W', 'M', 'Y') && Text(i - 1) is not "the")
            return new(PastHyphen(i + 1) + 1, DateValue.Vague(Length(1, (char)tokens[PastHyphen(i + 1)].Value), "is a length of time"));
        if (IsUnit(i, 'D', 'W', 'M', 'Y', 'T', 'C', 'h') && IsPlural(i) && Text(i - 1) is "after" or "for" or "over" or "in" or "within" or "of" && Text(i + 1) is not ("ago" or "later" or "before" or "after"))
            return new(i + 1, DateValue.Vague(Length(null, (char)tokens[i].Value), "is a length of time"));
        if (CountAt(i) is not { } count) return HalfOf(i);
        int unit = PastHyphen(count.End);
        bool half = Is(unit, "and") && Is(unit + 1, "a") && IsUnit(unit + 2, 'H');
        if (half) unit += 3;
        if (Kind(unit) != DateWord.Unit || IsUnit(unit, 'H')) return null;
        char u = (char)tokens[unit].Value;
        if (u is 'E' || (count.Article && u is 'Q' or 's' or 'm' && !(Text(unit + 1) is "ago" or "later" or "earlier")) || (count.N is null && !IsPlural(unit))) return null;
        int end = unit + 1;
        string length = Length(count.N, u);
        if (half) return new(end, DateValue.Vague(length.Insert(length.Length - 1, ".5"), "is a length of time"));
        int months = 0, days = 0;
        Add(count.N ?? 0, u, ref months, ref days);
        // "1 year, 3 months and 2 days".
        while (Text(end) is "," or "and" || CountAt(end) is { Article: false })
        {
            int more = Text(end) is "," or "and" ? end + 1 : end;
            if (CountAt(more) is not { N: { } n, Article: false } next || Kind(next.End) != DateWord.Unit || IsUnit(next.End, 'H', 'E') || u is 'h' or 'm' or 's' || count.N is null) break;
            char v = (char)tokens[next.End].Value;
            if (Rank(v) >= Rank(u)) break;
            length += Length(n, v).TrimStart('P');
            Add(n, v, ref months, ref days);
            u = v;
            end = next.End + 1;
        }
        return Direction(end) is { } way ? Shifted(i, count.N, (char)tokens[unit].Value, u, months, days, way)
            : new(end, DateValue.Vague(length, "is a length of time"));
    }

    private static int Rank(char unit) => "smhDWFMQYTC".IndexOf(unit, StringComparison.Ordinal);

    // Which way and from where: "ago", "later", "from now", "after tomorrow".
    private (int Sign, DateOnly? From, int End, bool Narrated)? Direction(int i)
    {
        switch (Text(i))
        {
            case "ago": return (-1, reference, i + 1, false);
            case "earlier": return (-1, Anchor, i + 1, true);
            case "later": return (1, Anchor, i + 1, true);
            case "hence": return (1, reference, i + 1, false);
            case "from" or "after" or "before" when Text(i + 1) is "now" or "today" or "tomorrow" or "yesterday":
                int shift = Text(i + 1) is "tomorrow" ? 1 : Text(i + 1) is "yesterday" ? -1 : 0;
                return (Is(i, "before") ? -1 : 1, reference?.AddDays(shift), i + 2, false);
            default: return null;
        }
    }

    private DateReading? Shifted(int i, int? n, char coarsest, char finest, int months, int days, (int Sign, DateOnly? From, int End, bool Narrated) way)
    {
        string rule = way.Narrated && Narrated is not null ? CountsNarrated : Counts;
        if (n is null) return new(way.End, DateValue.Vague(way.Sign < 0 ? "PAST_REF" : "FUTURE_REF", "is a while before or after"));
        if (way.From is not { } r) return new(way.End, DateValue.Unanchored(Grain(coarsest)));
        if (finest is 'h' or 'm' or 's') return new(way.End, new DateValue(null, DateGrain.Time, r, r, "is a time of day"));
        if (Math.Abs(months) > 12 * 1500 || days > 200_000 || (r.Year + (way.Sign * (months / 12))) is < 2 or > 9990) return null;
        DateOnly day = r.AddMonths(way.Sign * months).AddDays(way.Sign * days);
        bool onlyMonths = days == 0 && coarsest == finest;
        if (onlyMonths && coarsest is 'Y') return Made(way.End, DateValue.Year(day.Year, rule));
        if (onlyMonths && coarsest is 'T') return Made(way.End, DateValue.Decade(day.Year, rule));
        if (onlyMonths && coarsest is 'C') return Made(way.End, DateValue.Century((day.Year / 100) + 1, rule));
        if (onlyMonths && coarsest is 'M') return new(way.End, DateValue.Month(day.Year, day.Month, rule));
        if (onlyMonths && coarsest is 'Q') return new(way.End, DateValue.Quarter(day.Year, ((day.Month - 1) / 3) + 1, rule));
        DateValue exact = DateValue.Day(day, rule);
        // "Two weeks ago" is said to the week.
        return new(way.End, coarsest is 'W' or 'F' && finest is 'W' or 'F' ? exact with { Grain = DateGrain.Week, First = DateValue.Monday(day), Last = DateValue.Monday(day).AddDays(6) } : exact);
    }

    private static void Add(int n, char unit, ref int months, ref int days)
    {
        switch (unit)
        {
            case 'D': days += n; break;
            case 'W': days += 7 * n; break;
            case 'F': days += 14 * n; break;
            case 'M': months += n; break;
            case 'Q': months += 3 * n; break;
            case 'Y': months += 12 * n; break;
            case 'T': months += 120 * n; break;
            case 'C': months += 1200 * n; break;
        }
    }

    private static string Length(int? n, char unit)
    {
        string N(int times) => n is { } k ? (k * times).ToString(CultureInfo.InvariantCulture) : "X";
        return unit switch
        {
            'h' => $"PT{N(1)}H",
            'm' => $"PT{N(1)}M",
            's' => $"PT{N(1)}S",
            'F' => $"P{N(2)}W",
            'Q' => $"P{N(3)}M",
            'T' => $"P{N(10)}Y",
            'C' => $"P{N(100)}Y",
            _ => $"P{N(1)}{unit}",
        };
    }

    // "the past six months", "the last two decades", "recent weeks", "the past decade", "the next few days".
    private DateReading? SpanOf(int i, int at, string said)
    {
        int next = at + 1;
        (int? N, int End, bool Article)? count = CountAt(next);
        if (count is { Article: true }) return null;
        int unit = PastHyphen(count?.End ?? next);
        if (Kind(unit) != DateWord.Unit || IsUnit(unit, 'H', 'E')) return null;
        char u = (char)tokens[unit].Value;
        bool plural = IsPlural(unit);
        if (count is null && !plural)
        {
            // "the past decade" is a length, "the past week" of news is the seven days before.
            if (said is not "past" || u is not ('T' or 'C' or 'F')) return null;
            count = (1, next, false);
        }
        if (count?.N is not { } n) return plural ? new(unit + 1, DateValue.Vague(Length(null, u), "is a span of unnamed length")) : null;
        string length = Length(n, u);
        if (reference is not { } r || u is 'h' or 'm' or 's' || said is "recent" or "following" || n > 900) return new(unit + 1, DateValue.Vague(length, "is a length of time"));
        int months = 0, days = 0;
        Add(n, u, ref months, ref days);
        bool ahead = said is "next" or "coming";
        if (r.Year - (months / 12) < 2 || r.Year + (months / 12) > 9990) return null;
        DateOnly other = ahead ? r.AddMonths(months).AddDays(days) : r.AddMonths(-months).AddDays(-days);
        return new(unit + 1, ahead ? DateValue.Range(r, other, length, "is a span after publication") : DateValue.Range(other, r, length, "is a span before publication"));
    }

    // "in three weeks" is ahead; "the first visit in ten years" is a length.
    private DateReading? In(int i)
    {
        int at = i + 1;
        bool within = Is(i, "within");
        at = Past(at, "the");
        if (at > i + 1) return null;
        if (CountAt(at) is not { } count) return null;
        int unit = count.End;
        if (Kind(unit) != DateWord.Unit || IsUnit(unit, 'H', 'E') || count.N is not { } n || tokens[unit].Value is 'h' or 'm' or 's') return null;
        char u = (char)tokens[unit].Value;
        string length = Length(n, u);
        int end = unit + 1;
        int months = 0, days = 0;
        Add(n, u, ref months, ref days);
        DateOnly? from = reference;
        if (Is(end, "of") || Is(end, "after") || Is(end, "before")) return null;
        if (Is(end, "from") && Text(end + 1) is "now" or "today") end += 2;
        if (from is not { } r || r.Year + (months / 12) > 9990) return null;
        if (within) return new(end, DateValue.Range(r, r.AddMonths(months).AddDays(days), length, "is a span after publication"));
        if (Looks(i)) return null;
        return Shifted(i, n, u, u, months, days, (1, r, end, false));
    }

    // "the first such meeting in three years", "the worst drop in two decades", "rose 3 percent in two weeks" look back or measure.
    private bool Looks(int i)
    {
        for (int j = i - 1; j >= 0 && j >= i - 8 && tokens[j].Word is not DateWord.Stop; j--)
        {
            if (tokens[j].Text is "will" or "would" or "shall" or "going" or "expected" or "due" or "scheduled" or "plans" or "planned" or "may" or "might") return false;
            if (tokens[j].Text is "first" or "last" || tokens[j].Word is DateWord.Ordinal) return true;
        }
        // Without a word for the future, only a finite present could look ahead; the past tense of news does not.
        int before = tokens[i].Start;
        ReadOnlySpan<char> clause = text.AsSpan(Math.Max(0, before - 80), Math.Min(80, before));
        clause = clause[(clause.LastIndexOfAny(',', ';') + 1)..];
        return clause.Contains("est ", StringComparison.Ordinal) || clause.Contains("ed ", StringComparison.Ordinal) || clause.Contains("time ", StringComparison.Ordinal) || clause.Contains(" had ", StringComparison.Ordinal) || clause.Contains(" was ", StringComparison.Ordinal);
    }

    // "half a year", "half hour".
    private DateReading? HalfOf(int i)
    {
        if (!IsUnit(i, 'H')) return null;
        int unit = Text(i + 1) is "a" or "an" ? i + 2 : PastHyphen(i + 1);
        if (Kind(unit) != DateWord.Unit || IsPlural(unit) || (unit == i + 1 && !IsUnit(unit, 'h'))) return null;
        return (char)tokens[unit].Value switch
        {
            'Y' => new(unit + 1, DateValue.Vague("P0.5Y", "is a length of time")),
            'h' => new(unit + 1, DateValue.Vague("PT0.5H", "is a length of time")),
            'D' => new(unit + 1, DateValue.Vague("P0.5D", "is a length of time")),
            'C' => new(unit + 1, DateValue.Vague("P50Y", "is a length of time")),
            _ => null,
        };
    }

    // "today", "yesterday evening", "the day before yesterday", "last night", "this morning", "the next day".
    private DateReading? NearDay(int i)
    {
        int at = Text(i) is "earlier" or "later" or "early" or "late" ? i + 1 : i;
        int end = at + 1;
        int days;
        string suffix = "";
        switch (Text(at))
        {
            case "today": days = 0; suffix = Part(end, out end); break;
            case "yesterday": days = -1; suffix = Part(end, out end); break;
            case "tomorrow": days = 1; suffix = Part(end, out end); break;
            case "tonight": (days, suffix) = (0, "TNI"); break;
            case "this" when Kind(at + 1) == DateWord.DayPart: days = 0; suffix = Part(at + 1, out end); break;
            case "last" when Is(at + 1, "night"): (days, suffix, end) = (-1, "TNI", at + 2); break;
            case "the" when IsUnit(at + 1, 'D') && Text(at + 2) is "before" or "after" && Text(at + 3) is "yesterday" or "tomorrow":
                if (Is(at + 2, "before") != Is(at + 3, "yesterday")) return null;
                (days, end) = (Is(at + 2, "before") ? -2 : 2, at + 4);
                break;
            default: return null;
        }
        if (reference is not { } r) return new(end, DateValue.Unanchored(DateGrain.Day));
        return new(end, DateValue.Day(r.AddDays(days), Counts, suffix));
    }
}
