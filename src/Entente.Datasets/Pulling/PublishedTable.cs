using System.Globalization;
using System.IO.Compression;

namespace Entente.Datasets.Pulling;

/// <summary>Turns a publisher's own file into one that can be imported: takes it out of its archive and gives its columns the names used here. Values stay as written.</summary>
public static class PublishedTable
{
    /// <summary>Most bytes taken out of an archive: what holds more is a bomb.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>Writes the file.</summary>
    /// <param name="definition">The dataset.</param>
    /// <param name="pulled">The publisher's file.</param>
    /// <param name="path">Where to write; it takes its name only when it is whole.</param>
    /// <exception cref="InvalidDataException">It is not laid out as the manifest says; the message names what is lacking.</exception>
    public static void Write(DatasetDefinition definition, string pulled, string path)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using Stream stream = Open(definition.Publisher, pulled);
        using var rows = new CsvRows(new StreamReader(stream));
        if (!rows.Read()) throw new InvalidDataException($"{Path.GetFileName(pulled)} is empty.");
        string[] theirs = [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].Trim('\uFEFF', ' ', '"'))];
        (string Name, Func<string> Value)[] derived = [.. definition.Publisher.Columns.Select(c => (c.Key, Derive(c.Value)))];
        string fresh = path + ".new";
        using (var writer = new StreamWriter(fresh) { NewLine = "\n" })
        {
            writer.WriteLine(string.Join(',', theirs.Concat(derived.Select(d => d.Name)).Select(Quote)));
            while (rows.Read())
            {
                for (int i = 0; i < rows.Count; i++)
                {
                    if (i > 0) writer.Write(',');
                    writer.Write(Quote(rows[i]));
                }
                // A row of another width keeps it, so that the import counts and names it.
                foreach ((_, Func<string> value) in derived)
                {
                    writer.Write(',');
                    writer.Write(rows.Count == theirs.Length ? Quote(value()) : "");
                }
                writer.WriteLine();
            }
        }
        File.Move(fresh, path, overwrite: true);

        Func<string> Derive(string from)
        {
            int at = from.AsSpan().IndexOfAny('/', '%');
            string name = at < 0 ? from : from[..at];
            int column = Array.IndexOf(theirs, name);
            if (column < 0) throw new InvalidDataException($"{Path.GetFileName(pulled)} lacks the column '{name}' that the manifest of '{definition.About.Id}' names; it has {string.Join(", ", theirs.Take(20))}.");
            if (at < 0) return () => rows[column];
            long by = long.Parse(from.AsSpan(at + 1), CultureInfo.InvariantCulture);
            bool divides = from[at] == '/';
            return () => long.TryParse(rows[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long n)
                ? (divides ? n / by : n % by).ToString(CultureInfo.InvariantCulture)
                : "";
        }
    }

    private static Stream Open(Publisher publisher, string pulled)
    {
        if (publisher.Form != "zip") return File.OpenRead(pulled);
        ZipArchive archive;
        try
        {
            archive = ZipFile.OpenRead(pulled);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(pulled)} is no sound zip archive: {e.Message}", e);
        }
        ZipArchiveEntry[] found = [.. archive.Entries.Where(e => e.Name.Length > 0 && e.FullName.EndsWith(publisher.Member!, StringComparison.OrdinalIgnoreCase) && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal))];
        if (found.Length == 1 && found[0].Length <= MostBytes) return new Member(archive, found[0]);
        string names = string.Join(", ", archive.Entries.Take(20).Select(e => e.FullName));
        archive.Dispose();
        throw new InvalidDataException(found.Length == 1
            ? $"{found[0].FullName} in {Path.GetFileName(pulled)} unpacks to {found[0].Length} bytes, more than is taken."
            : $"{Path.GetFileName(pulled)} has {(found.Length == 0 ? "no" : "more than one")} file whose name ends in '{publisher.Member}'; it has {names}.");
    }

    private static string Quote(string field) => field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A file in an archive, which is closed with it; it ends where the archive says, whatever it unpacks to.</summary>
    private sealed class Member(ZipArchive archive, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream _stream = entry.Open();
        private long _left = entry.Length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => entry.Length;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = _stream.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _stream.Dispose();
                archive.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
