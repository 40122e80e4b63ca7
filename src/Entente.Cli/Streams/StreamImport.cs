using System.Text;
using Entente.Datasets.Streams;
using Entente.Record.Streams;
using Entente.Storage.Streams;

namespace Entente.Cli.Streams;

/// <summary>Brings files of event streams into the store: by the database itself where the file is as it should be, row by row where not.</summary>
/// <param name="store">Where to.</param>
/// <param name="rejects">Folder for rows that could not be read.</param>
/// <param name="given">What the user says the files are, or null.</param>
internal sealed class StreamImport(StreamStore store, string rejects, StreamFormat? given)
{
    // A smaller file is read row by row before the database has its tables of codes.
    private const int BulkFrom = 2_000;

    /// <summary>Imports one member of a path.</summary>
    /// <returns>The file, and whether it had been there before.</returns>
    /// <exception cref="StreamFormatException">It is no stream that is read.</exception>
    /// <exception cref="IOException">It cannot be read, or its bad rows cannot be kept.</exception>
    public (StreamFile File, bool Known) Run(StreamMember member, CancellationToken cancellation)
    {
        using EventStreamReader reader = EventStreamReader.Open(member.Open, given);
        string? unpacked = reader.IsRawGdelt && member.PlainPath is null ? Path.GetTempFileName() : null;
        try
        {
            FileContent content;
            using (Stream bytes = member.Open())
            using (Stream? copy = unpacked is null ? null : File.Create(unpacked))
                content = FileContent.Of(bytes, copy, cancellation);
            if (store.Find(content.Sha256) is { } before) return (before, true);
            if (reader.IsRawGdelt && content is { Plain: true, Lines: >= BulkFrom }
                && store.AddGdelt(member.Name, content.Sha256, reader.Format, member.PlainPath ?? unpacked!, content.Lines) is { } bulk) return (bulk, false);
            using var aside = new RowsAside(rejects, member.Name, content.Sha256);
            return (store.Add(member.Name, content.Sha256, reader.Format, Watched(reader.Rows(), cancellation), aside.Keep), false);
        }
        finally
        {
            if (unpacked is not null) File.Delete(unpacked);
        }
    }

    private static IEnumerable<StreamRow> Watched(IEnumerable<StreamRow> rows, CancellationToken cancellation)
    {
        foreach (StreamRow row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>Rows that could not be read, as they are, each under a line that says where it stood and why; the file is made with the first.</summary>
    private sealed class RowsAside(string folder, string name, string sha256) : IDisposable
    {
        private FileStream? _file;

        public void Keep(MalformedRow row)
        {
            _file ??= Create();
            _file.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"# line {row.Line}: {row.Reason}\n")));
            _file.Write(row.Raw.Span);
            _file.WriteByte((byte)'\n');
        }

        public void Dispose() => _file?.Dispose();

        private FileStream Create()
        {
            Directory.CreateDirectory(folder);
            string plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'));
            return File.Create(Path.Combine(folder, $"{sha256[..8]}-{plain}.rejected"));
        }
    }
}
