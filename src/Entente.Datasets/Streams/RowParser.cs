using System.Globalization;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Turns the fields of a record into a row of a stream. Never guesses: what cannot be read is a fault with its reason.</summary>
internal abstract class RowParser
{
    /// <summary>The row of a record, or why there is none. Exactly one is set.</summary>
    public abstract (StreamItem? Item, string? Fault) Parse(DelimitedRecords record);

    public static RowParser For(StreamLayout layout) => layout.Format switch
    {
        StreamFormat.Gdelt1 or StreamFormat.Gdelt2 => new GdeltEventParser(layout),
        StreamFormat.GdeltMentions => new GdeltMentionParser(layout),
        StreamFormat.GdeltGkg1 or StreamFormat.GdeltGkg2 or StreamFormat.GdeltCounts => new GdeltGraphParser(layout),
        StreamFormat.Icews => new IcewsParser(layout),
        StreamFormat.Phoenix => new PhoenixParser(layout),
        StreamFormat.KedsCameo or StreamFormat.KedsWeis => new KedsParser(layout),
        StreamFormat.UcdpGed => new UcdpParser(layout),
        StreamFormat.Polecat => new PolecatParser(layout),
        _ => new AcledParser(layout),
    };

    /// <summary>A field, or null when it is empty or says that it is.</summary>
    protected static string? Cell(DelimitedRecords record, int at)
    {
        string text = record.Text(at).Trim();
        return text.Length == 0 || text is "NA" or "NULL" or "None" or "nan" ? null : text;
    }

    protected static DateOnly? Day(string? text) => text switch
    {
        { Length: 8 } => Exact(text, "yyyyMMdd"),
        { Length: >= 10 } => Exact(text[..10], "yyyy-MM-dd"),
        _ => null,
    };

    protected static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A whole number written as one.</summary>
    protected static bool Whole(string? text, out int? value)
    {
        value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n.ToString(CultureInfo.InvariantCulture) == text ? n : null;
        return text is null || value is not null;
    }

    protected static double? Number(string? text, double least, double most) =>
        text is not null && !text.Contains('_', StringComparison.Ordinal) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && n >= least && n <= most ? n : null;

    protected static string Quoted(string? text) => text is null ? "nothing" : $"'{(text.Length > 40 ? text[..40] + "…" : text)}'";

    protected static (StreamItem?, string?) Bad(string fault) => (null, fault);
}
