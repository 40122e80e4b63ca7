using System.Globalization;
using System.Text;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Tells what a file is from its first bytes, never from its name.</summary>
internal static class StreamDetector
{
    /// <summary>Bytes looked at.</summary>
    public const int HeadBytes = 1 << 16;

    /// <summary>The layout of a file.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="whole">Whether these are all of it.</param>
    /// <param name="given">What the user says it is, or null; only what the bytes leave open follows it.</param>
    /// <exception cref="StreamFormatException">It is none that is read.</exception>
    public static StreamLayout Detect(ReadOnlySpan<byte> head, bool whole, StreamFormat? given)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        if (head.TrimStart(" \t\r\n"u8).IsEmpty) throw new StreamFormatException("There is nothing in it.");
        if (head.Contains((byte)0)) throw new StreamFormatException("It is not text.");
        int past = whole ? head.Length : head.LastIndexOf((byte)'\n') + 1;
        string[] lines = [.. Encoding.UTF8.GetString(head[..(past == 0 ? head.Length : past)]).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)];
        char delimiter = lines[0].Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        StreamLayout? layout = delimiter == '\t' ? Headless(lines) : null;
        layout ??= Headed(lines, delimiter, given);
        return layout ?? throw new StreamFormatException(Unknown(lines[0], delimiter));
    }

    private static StreamLayout? Headless(string[] lines)
    {
        // One broken line must not hide what the others are.
        var fits = new Dictionary<StreamFormat, int>();
        foreach (string line in lines.Take(200))
            if (Shape(line.Split('\t')) is { } format) fits[format] = fits.GetValueOrDefault(format) + 1;
        if (fits.Count == 0) return null;
        (StreamFormat found, int times) = fits.OrderByDescending(p => p.Value).ThenBy(p => p.Key).First();
        if (times * 2 < Math.Min(lines.Length, 200)) return null;
        return found switch
        {
            StreamFormat.Gdelt2 => new(found, '\t', false, false, StreamColumns.Gdelt(61)),
            StreamFormat.Gdelt1 => new(found, '\t', false, false, StreamColumns.Gdelt(58)),
            StreamFormat.GdeltMentions => new(found, '\t', false, false, StreamColumns.Mentions),
            StreamFormat.GdeltGkg2 => new(found, '\t', false, false, StreamColumns.Graph2),
            StreamFormat.GdeltGkg1 => new(found, '\t', false, false, StreamColumns.Graph1),
            StreamFormat.GdeltCounts => new(found, '\t', false, false, StreamColumns.Counts1),
            StreamFormat.Phoenix => new(found, '\t', false, false, StreamColumns.Phoenix),
            _ => Keds(lines, line => line.Split('\t'), 3, null) is { } coded ? new(coded, '\t', false, false, new(lines[0].Split('\t').Length > 4 ? ["date", "source", "target", "code", "desc"] : ["date", "source", "target", "code"])) : null,
        };
    }

    private static StreamFormat? Shape(string[] f) => f.Length switch
    {
        61 when Digits(f[0]) && Digits(f[1], 8) => StreamFormat.Gdelt2,
        57 or 58 when Digits(f[0]) && Digits(f[1], 8) => StreamFormat.Gdelt1,
        16 when Digits(f[0]) && Digits(f[1], 14) && Digits(f[2], 14) => StreamFormat.GdeltMentions,
        27 when f[0].Length > 15 && Digits(f[0][..14]) && Digits(f[1], 14) => StreamFormat.GdeltGkg2,
        26 when Digits(f[1], 8) && Digits(f[2], 4) && f[0].Contains('_', StringComparison.Ordinal) => StreamFormat.Phoenix,
        15 when Digits(f[0], 8) && Digits(f[1]) => StreamFormat.GdeltCounts,
        11 when Digits(f[0], 8) && Digits(f[1]) => StreamFormat.GdeltGkg1,
        4 or 5 when f[0].Length is 6 or 8 && Digits(f[0]) && Digits(f[3]) && f[3].Length is >= 2 and <= 4 => StreamFormat.KedsCameo,
        _ => null,
    };

    private static StreamLayout? Headed(string[] lines, char delimiter, StreamFormat? given)
    {
        var columns = new StreamColumns(Cells(lines[0], delimiter));
        bool quoted = delimiter == ',';
        if (columns.Has("globaleventid", "mentionidentifier")) return new(StreamFormat.GdeltMentions, delimiter, quoted, true, columns);
        if (columns.Has("globaleventid", "eventcode"))
            return new(columns.Has("actor1geoadm2code") ? StreamFormat.Gdelt2 : StreamFormat.Gdelt1, delimiter, quoted, true, columns);
        if (columns.Has("eventid", "eventdate", "sourcename", "cameocode", "targetname")) return new(StreamFormat.Icews, delimiter, quoted, true, columns);
        if (columns.Has("eventid", "eventdate", "eventtype", "actorcountry", "recipientcountry")) return new(StreamFormat.Polecat, delimiter, quoted, true, columns);
        if (columns.Has("eventidcnty", "eventdate", "eventtype", "subeventtype", "actor1")) return new(StreamFormat.Acled, delimiter, quoted, true, columns);
        if (columns.Has("id", "typeofviolence", "datestart", "gwnoa", "gwnob", "sidea", "sideb")) return new(StreamFormat.UcdpGed, delimiter, quoted, true, columns);
        if (columns.Count is 4 or 5 && columns.Has("date", "source", "target", "code"))
        {
            int code = columns.Of("code");
            StreamFormat? coded = Keds(lines.Skip(1), line => Cells(line, delimiter), code, given);
            return coded is { } known
                ? new(known, delimiter, quoted, true, columns)
                : throw new StreamFormatException("Its codes may be CAMEO or WEIS: say which with --format KedsCameo or --format KedsWeis.");
        }
        return null;
    }

    // Only CAMEO has codes of four digits, only WEIS the roots 21 and 22. A file's name does not say: gulf.cameo is coded in WEIS.
    private static StreamFormat? Keds(IEnumerable<string> lines, Func<string, string[]> cells, int code, StreamFormat? given)
    {
        foreach (string line in lines)
        {
            string[] f = cells(line);
            if (f.Length <= code || !Digits(f[code])) continue;
            if (f[code].Length == 4) return StreamFormat.KedsCameo;
            if (int.Parse(f[code].AsSpan(0, Math.Min(2, f[code].Length)), CultureInfo.InvariantCulture) is 21 or 22) return StreamFormat.KedsWeis;
        }
        return given is StreamFormat.KedsCameo or StreamFormat.KedsWeis ? given : null;
    }

    private static string[] Cells(string line, char delimiter) => [.. line.Split(delimiter).Select(c => c.Trim().Trim('"'))];

    private static bool Digits(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit);

    private static bool Digits(string text, int length) => text.Length == length && Digits(text);

    private static string Unknown(string first, char delimiter)
    {
        string[] cells = Cells(first, delimiter);
        string start = string.Join(", ", cells.Take(6).Select(c => c.Length > 40 ? c[..40] + "…" : c));
        return string.Create(CultureInfo.InvariantCulture,
            $"It is no event stream that is read: its first line has {cells.Length} {(delimiter == '\t' ? "tab" : "comma")}-separated cells, {start}{(cells.Length > 6 ? ", …" : "")}. Counts and cuts made from a stream are not the stream; 'docs/streams.md' lists the layouts.");
    }
}
