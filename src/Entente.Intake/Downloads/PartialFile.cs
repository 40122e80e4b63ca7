using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Entente.Intake.Downloads;

/// <summary>The part of a file that has come so far, with what tells whether the rest still belongs to it.</summary>
/// <param name="path">Where the whole file will be.</param>
internal sealed class PartialFile(string path)
{
    private readonly string _part = path + ".part";
    private readonly string _notes = path + ".part.json";

    public long Length => File.Exists(_part) ? new FileInfo(_part).Length : 0;

    /// <summary>Length of the whole, as the server says; null where it does not.</summary>
    public long? Total { get; set; }

    /// <summary>Whether the server says where the file ends.</summary>
    public bool EndIsSaid { get; set; } = true;

    /// <summary>Where to go on from: 0 when there is no part, or nothing by which the server could tell that it is still the same file.</summary>
    public long StartFor(Uri address) => Length > 0 && Notes() is { } notes && notes.Address == address && (notes.ETag is not null || notes.Modified is not null) ? Length : 0;

    /// <summary>Asks for the bytes from there on, and for the whole file if it is another one by now.</summary>
    public void Shape(HttpRequestMessage request, long start)
    {
        request.Headers.AcceptEncoding.ParseAdd("identity");
        if (start == 0 || Notes() is not { } notes) return;
        request.Headers.Range = new RangeHeaderValue(start, null);
        request.Headers.IfRange = notes.ETag is { } tag ? new RangeConditionHeaderValue(EntityTagHeaderValue.Parse(tag)) : new RangeConditionHeaderValue(notes.Modified!.Value);
    }

    /// <summary>Makes ready for the body of an answer: after the part when the server goes on from there, else anew.</summary>
    /// <exception cref="DownloadException">The answer says a length that cannot be.</exception>
    public void Begin(DownloadRequest request, HttpResponseMessage answer, long start)
    {
        ContentRangeHeaderValue? range = answer.Content.Headers.ContentRange;
        bool goesOn = answer.StatusCode == HttpStatusCode.PartialContent && start > 0 && range?.From == start && range.HasLength && (Notes()?.Total ?? range.Length) == range.Length;
        if (answer.StatusCode == HttpStatusCode.PartialContent && !goesOn)
        {
            Discard();
            throw new DownloadException("refused", "The server sent another part of the file than was asked for; the same command begins anew.");
        }
        if (!goesOn) Discard();
        Total = goesOn ? range!.Length : answer.Content.Headers.ContentLength;
        EndIsSaid = Total is not null || answer.Headers.TransferEncodingChunked == true;
        if (Total > request.MostBytes) throw new DownloadException("too-large", $"The file has {Total} bytes, more than {request.MostBytes}.");
        if (request.Bytes is { } bytes && Total is { } total && total != bytes)
            throw new DownloadException("length", $"The server says the file has {total} bytes, not {bytes}; it is another version, or not the file.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_part))!);
        string? tag = answer.Headers.ETag is { IsWeak: false } strong ? strong.ToString() : null;
        File.WriteAllText(_notes, JsonSerializer.Serialize(new Note(request.Address, tag, answer.Content.Headers.LastModified, Total)));
    }

    public FileStream Append()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_part))!);
        return new FileStream(_part, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Refuses a file that is not of the form; what has come is thrown away.</summary>
    /// <exception cref="DownloadException">It is not.</exception>
    public void Look(FileForm form)
    {
        byte[] head = new byte[FormCheck.Needed];
        int count = 0;
        if (File.Exists(_part))
        {
            using var stream = new FileStream(_part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        if (FormCheck.Fault(head.AsSpan(0, count), form) is not { } fault) return;
        Discard();
        throw new DownloadException("not-data", fault);
    }

    public (long Bytes, string Sha256) Measure()
    {
        using FileStream stream = File.OpenRead(_part);
        return (stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Gives the file its name, in one step.</summary>
    public void Commit()
    {
        File.Move(_part, path, overwrite: true);
        File.Delete(_notes);
    }

    public void Discard()
    {
        if (File.Exists(_part)) File.Delete(_part);
        if (File.Exists(_notes)) File.Delete(_notes);
        Total = null;
    }

    private Note? Notes()
    {
        try
        {
            return File.Exists(_notes) ? JsonSerializer.Deserialize<Note>(File.ReadAllText(_notes)) : null;
        }
        catch (JsonException)
        {
            // Killed while writing it: the part cannot be gone on with.
            return null;
        }
    }

    private sealed record Note(Uri Address, string? ETag, DateTimeOffset? Modified, long? Total);
}
