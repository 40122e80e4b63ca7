using System.Globalization;
using DuckDB.NET.Data;
using Entente.Documents;
using Entente.Reading;
using Entente.Text;

namespace Entente.Storage;

/// <summary>Documents and observations as rows, and back.</summary>
internal static class StoreRows
{
    public const string HeaderColumns = "d.id, d.title, d.byline, d.outlet, d.url, CAST(d.published AS VARCHAR), d.location, d.member";
    public const string DocumentColumns = HeaderColumns + ", d.published_basis, d.media_type, d.charset, d.body, d.offsets, d.repairs, d.dropped";

    public static void Append(DuckDBAppender appender, Document d)
    {
        IDuckDBAppenderRow row = appender.CreateRow().AppendValue(d.Id);
        Text(row, d.Title);
        Text(row, d.Byline);
        Text(row, d.Outlet);
        Text(row, d.Url);
        if (d.Published is { } p) row.AppendValue((DateOnly?)p.Day).AppendValue(p.Basis.ToString());
        else row.AppendNullValue().AppendNullValue();
        row.AppendValue(d.Origin.Location);
        Text(row, d.Origin.Member);
        row.AppendValue(d.Origin.MediaType).AppendValue(d.Origin.Charset).AppendValue(d.Body.Text)
            .AppendValue(OffsetCodec.Pack(d.Body.ToBytes)).AppendValue(ObservationJson.WriteRepairs(d.Repairs))
            .AppendValue(ObservationJson.WriteDropped(d.Dropped)).EndRow();
    }

    public static void Append(DuckDBAppender appender, Observation o)
    {
        ObservationColumns columns = ObservationColumns.Of(o);
        IDuckDBAppenderRow row = appender.CreateRow().AppendValue(o.Id).AppendValue(o.Evidence.DocumentId).AppendValue(o.Kind);
        Text(row, columns.StateA);
        Text(row, columns.StateB);
        Text(row, columns.Happened);
        row.AppendValue(o.Evidence.Rule).AppendValue(ObservationJson.Write(o));
        Text(row, columns.Type);
        Text(row, columns.Modality);
        Text(row, columns.Speaker);
        row.EndRow();
    }

    public static DocumentHeader ReadHeader(DuckDBDataReader r, int at) => new(
        r.GetString(at), Text(r, at + 1), Text(r, at + 2), Text(r, at + 3), Text(r, at + 4),
        Text(r, at + 5) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, r.GetString(at + 6), Text(r, at + 7));

    public static Observation ReadObservation(DuckDBDataReader r) => ObservationJson.Read(r.GetString(0), r.GetString(1));

    public static StoredObservation ReadStored(DuckDBDataReader r) => new(ReadObservation(r), ReadHeader(r, 2));

    public static Document ReadDocument(DuckDBDataReader r)
    {
        DocumentHeader header = ReadHeader(r, 0);
        using Stream offsets = r.GetStream(12);
        return new Document
        {
            Id = header.Id,
            Origin = new DocumentOrigin(header.Location, header.Member, r.GetString(9), r.GetString(10)),
            Body = new SourceText(r.GetString(11), OffsetCodec.Unpack(offsets)),
            Title = header.Title,
            Byline = header.Byline,
            Outlet = header.Outlet,
            Url = header.Url,
            Published = header.Published is { } day ? new PublicationDate(day, Enum.Parse<DateBasis>(r.GetString(8))) : null,
            Repairs = ObservationJson.ReadRepairs(r.GetString(13)),
            Dropped = ObservationJson.ReadDropped(r.GetString(14)),
        };
    }

    private static void Text(IDuckDBAppenderRow row, string? value)
    {
        if (value is null) row.AppendNullValue();
        else row.AppendValue(value);
    }

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
