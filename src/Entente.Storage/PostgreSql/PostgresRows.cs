using System.Text;
using Entente.Documents;
using Entente.Reading;
using Entente.Text;
using Npgsql;
using NpgsqlTypes;

namespace Entente.Storage.PostgreSql;

/// <summary>Documents and observations as rows of PostgreSQL, and back.</summary>
internal static class PostgresRows
{
    public const string HeaderColumns = "d.id, d.title, d.byline, d.outlet, d.url, d.published, d.location, d.member";
    public const string DocumentColumns = HeaderColumns + ", d.published_basis, d.media_type, d.charset, d.body, d.nulls, d.offsets, d.repairs, d.dropped";
    public const string CopyDocuments = "COPY documents (id, month, title, byline, outlet, url, published, published_basis, location, member, media_type, charset, body, nulls, offsets, repairs, dropped) FROM STDIN (FORMAT BINARY)";
    public const string CopyObservations = "COPY observations (id, document_id, month, published, ordinal, kind, state_a, state_b, happened, rule, payload, type, modality, speaker) FROM STDIN (FORMAT BINARY)";

    public static DateOnly? Month(Document d) => d.Published is { } p ? new DateOnly(p.Day.Year, p.Day.Month, 1) : null;

    public static void Write(NpgsqlBinaryImporter copy, Document d)
    {
        copy.StartRow();
        Text(copy, d.Id);
        Day(copy, Month(d));
        Text(copy, d.Title);
        Text(copy, d.Byline);
        Text(copy, d.Outlet);
        Text(copy, d.Url);
        Day(copy, d.Published?.Day);
        Text(copy, d.Published?.Basis.ToString());
        Text(copy, d.Origin.Location);
        Text(copy, d.Origin.Member);
        Text(copy, d.Origin.MediaType);
        Text(copy, d.Origin.Charset);
        Text(copy, d.Body.Text.Replace('\0', ' '));
        if (d.Body.Text.Contains('\0', StringComparison.Ordinal)) copy.Write(Nulls(d.Body.Text), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        else copy.WriteNull();
        copy.Write(OffsetCodec.Pack(d.Body.ToBytes), NpgsqlDbType.Bytea);
        Text(copy, ObservationJson.WriteRepairs(d.Repairs));
        Text(copy, ObservationJson.WriteDropped(d.Dropped));
    }

    public static void Write(NpgsqlBinaryImporter copy, Document d, int ordinal, Observation o)
    {
        ObservationColumns columns = ObservationColumns.Of(o);
        copy.StartRow();
        Text(copy, o.Id);
        Text(copy, d.Id);
        Day(copy, Month(d));
        Day(copy, d.Published?.Day);
        copy.Write(ordinal, NpgsqlDbType.Integer);
        Text(copy, o.Kind);
        Text(copy, columns.StateA);
        Text(copy, columns.StateB);
        Text(copy, columns.Happened);
        Text(copy, o.Evidence.Rule);
        Text(copy, ObservationJson.Write(o));
        Text(copy, columns.Type);
        Text(copy, columns.Modality);
        Text(copy, columns.Speaker);
    }

    public static DocumentHeader ReadHeader(NpgsqlDataReader r, int at) => new(
        r.GetString(at), Text(r, at + 1), Text(r, at + 2), Text(r, at + 3), Text(r, at + 4),
        r.IsDBNull(at + 5) ? null : r.GetFieldValue<DateOnly>(at + 5), r.GetString(at + 6), Text(r, at + 7));

    public static Observation ReadObservation(NpgsqlDataReader r) => ObservationJson.Read(r.GetString(0), r.GetString(1));

    public static StoredObservation ReadStored(NpgsqlDataReader r) => new(ReadObservation(r), ReadHeader(r, 2));

    public static Document ReadDocument(NpgsqlDataReader r)
    {
        DocumentHeader header = ReadHeader(r, 0);
        string body = r.GetString(11);
        if (!r.IsDBNull(12)) body = WithNulls(body, r.GetFieldValue<int[]>(12));
        using var offsets = new MemoryStream(r.GetFieldValue<byte[]>(13));
        return new Document
        {
            Id = header.Id,
            Origin = new DocumentOrigin(header.Location, header.Member, r.GetString(9), r.GetString(10)),
            Body = new SourceText(body, OffsetCodec.Unpack(offsets)),
            Title = header.Title,
            Byline = header.Byline,
            Outlet = header.Outlet,
            Url = header.Url,
            Published = header.Published is { } day ? new PublicationDate(day, Enum.Parse<DateBasis>(r.GetString(8))) : null,
            Repairs = ObservationJson.ReadRepairs(r.GetString(14)),
            Dropped = ObservationJson.ReadDropped(r.GetString(15)),
        };
    }

    private static int[] Nulls(string text) => [.. text.Select((c, i) => (c, i)).Where(p => p.c == '\0').Select(p => p.i)];

    private static string WithNulls(string text, int[] at)
    {
        var builder = new StringBuilder(text);
        foreach (int i in at)
            if (i < builder.Length) builder[i] = '\0';
        return builder.ToString();
    }

    // PostgreSQL's text holds no zero character and no half of a surrogate pair; both become U+FFFD, one for one.
    private static void Text(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null) copy.WriteNull();
        else copy.Write(Holdable(value), NpgsqlDbType.Text);
    }

    public static string Holdable(string text)
    {
        bool odd = false;
        for (int i = 0; i < text.Length && !odd; i++)
            odd = text[i] == '\0' || (char.IsSurrogate(text[i]) && !Paired(text, i));
        if (!odd) return text;
        return string.Create(text.Length, text, static (span, t) =>
        {
            for (int i = 0; i < t.Length; i++) span[i] = t[i] == '\0' || (char.IsSurrogate(t[i]) && !Paired(t, i)) ? '\uFFFD' : t[i];
        });
    }

    private static bool Paired(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static void Day(NpgsqlBinaryImporter copy, DateOnly? day)
    {
        if (day is { } d) copy.Write(d, NpgsqlDbType.Date);
        else copy.WriteNull();
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
