using Entente.Intake;
using Entente.Intake.Downloads;

namespace Entente.Datasets.Pulling;

/// <summary>What a pull did.</summary>
/// <param name="File">What is now there.</param>
/// <param name="AlreadyThere">Whether nothing had to be fetched.</param>
public sealed record PullResult(PulledFile File, bool AlreadyThere)
{
    /// <summary>Whether the file is known to be whole.</summary>
    public bool IsWhole { get; init; } = true;
}

/// <summary>Pulls datasets from their publishers or from a mirror into a folder, and makes what came ready to import.</summary>
/// <param name="directory">Where to keep what is pulled.</param>
/// <param name="options">Guards of fetching.</param>
/// <param name="time">Clock of the waits between attempts.</param>
/// <param name="progress">Told as bytes come.</param>
public sealed class DatasetPull(PullDirectory directory, WebOptions options, TimeProvider time, Action<DownloadProgress> progress)
{
    /// <summary>A folder of this machine or an address that files are pulled from instead of the publishers; null for the publishers.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>Whether to fetch what is there already.</summary>
    public bool Again { get; init; }

    /// <summary>Whether a file may have another hash than the one known or the one seen before.</summary>
    public bool AcceptsChange { get; init; }

    /// <summary>Pulls one dataset.</summary>
    /// <exception cref="DownloadException">It was not taken; the message says why, and what to do.</exception>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public async Task<PullResult> PullAsync(DatasetDefinition definition, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string id = definition.About.Id;
        PullSource[] sources = Mirror is { } mirror ? [.. PullSource.Mirror(definition, mirror)] : PullSource.Publisher(definition) is { } own ? [own] : [];
        if (sources.Length == 0)
            throw new DownloadException("access", $"There is no address to fetch it from ({definition.Publisher.Note}). Get it at {definition.Publisher.Page}, then: entente record import {id} FILE");
        PulledFile? before = directory.Find(id);
        if (!Again && before is not null && sources.Any(s => s.IsCopy == before.IsCopy) && IsSound(id, before)) return new PullResult(before, true);
        for (int i = 0; ; i++)
        {
            PullSource source = sources[i];
            // A first pull's hash binds the later ones: a publisher's file that changes without a new name is news to its user.
            string? seen = before is not null && before.IsCopy == source.IsCopy && before.File == source.FileName ? before.Sha256 : null;
            string? expected = AcceptsChange ? null : source.Sha256 ?? seen;
            try
            {
                DownloadedFile file = await new FileDownload(options, time, progress).RunAsync(
                    new DownloadRequest(source.Address, directory.PathOf(id, source.FileName)) { Form = source.Form, Sha256 = expected, Bytes = AcceptsChange ? null : source.Bytes }, cancellation);
                var pulled = new PulledFile(source.Address, file.Address, source.FileName, file.Bytes, file.Sha256, source.IsCopy, expected is not null);
                directory.Note(id, pulled);
                return new PullResult(pulled, false) { IsWhole = file.IsWhole };
            }
            catch (DownloadException e) when (e.Reason == "access" && Mirror is not null && i + 1 < sources.Length)
            {
                // The mirror may hold it under the next name.
            }
            catch (DownloadException e) when (e.Reason is "checksum" or "length")
            {
                throw new DownloadException(e.Reason, $"{e.Message} --accept-changed takes it all the same{(source.Sha256 is null ? "; the hash it was held to is that of the first pull" : "")}.");
            }
        }
    }

    /// <summary>The file to import of what was pulled; null where the publisher's form is only kept.</summary>
    /// <exception cref="InvalidDataException">It is not laid out as the manifest says.</exception>
    public string? Importable(DatasetDefinition definition, PulledFile pulled)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(pulled);
        string path = directory.PathOf(definition.About.Id, pulled.File);
        if (pulled.IsCopy) return path;
        if (!definition.Publisher.Imports) return null;
        string table = directory.PathOf(definition.About.Id, definition.FileName);
        // Taken apart under another name where the publisher's file bears the one read here.
        if (string.Equals(table, path, StringComparison.Ordinal)) table = Path.Combine(Path.GetDirectoryName(path)!, "as-read-" + definition.FileName);
        PublishedTable.Write(definition, path, table);
        return table;
    }

    private bool IsSound(string id, PulledFile pulled)
    {
        string path = directory.PathOf(id, pulled.File);
        if (!File.Exists(path) || new FileInfo(path).Length != pulled.Bytes) return false;
        using FileStream stream = File.OpenRead(path);
        return string.Equals(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)), pulled.Sha256, StringComparison.Ordinal);
    }
}
