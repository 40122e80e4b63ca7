using System.Globalization;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Reads one file of an event stream row by row, whatever of the known layouts it has.</summary>
public sealed class EventStreamReader : IDisposable
{
    private readonly Stream _stream;
    private readonly StreamLayout _layout;

    private EventStreamReader(Stream stream, StreamLayout layout) => (_stream, _layout) = (stream, layout);

    /// <summary>What the file is.</summary>
    public StreamFormat Format => _layout.Format;

    /// <summary>Whether it is GDELT's events as GDELT ships them, which a database may read by itself.</summary>
    public bool IsRawGdelt => _layout.Raw;

    /// <summary>Looks at the first bytes and gets ready to read.</summary>
    /// <param name="open">Opens the unpacked bytes; called once for a look and once to read.</param>
    /// <param name="given">What the user says it is, for what its bytes leave open; or null.</param>
    /// <exception cref="StreamFormatException">It is no stream that is read, or is a damaged archive.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static EventStreamReader Open(Func<Stream> open, StreamFormat? given)
    {
        ArgumentNullException.ThrowIfNull(open);
        byte[] head = new byte[StreamDetector.HeadBytes];
        int length;
        using (Stream look = open()) length = look.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        StreamLayout layout = StreamDetector.Detect(head.AsSpan(0, length), length < head.Length, given);
        _ = RowParser.For(layout);
        return new EventStreamReader(open(), layout);
    }

    /// <summary>Every row, in order; once.</summary>
    /// <exception cref="StreamFormatException">The archive turns out damaged.</exception>
    /// <exception cref="IOException">It cannot be read on.</exception>
    public IEnumerable<StreamRow> Rows()
    {
        var records = new DelimitedRecords(_stream, (byte)_layout.Delimiter, _layout.Quoted);
        RowParser parser = RowParser.For(_layout);
        if (_layout.Header && !records.Read()) yield break;
        while (records.Read())
        {
            string? fault = records.Fault;
            if (fault is null && !_layout.Fits(records.Count)) fault = string.Create(CultureInfo.InvariantCulture, $"{records.Count} fields where {_layout.Columns.Count} are expected");
            StreamItem? item = null;
            if (fault is null) (item, fault) = parser.Parse(records);
            yield return item is not null ? new StreamRow(item, null) : new StreamRow(null, new MalformedRow(records.Line, fault!, records.Raw.ToArray()));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
