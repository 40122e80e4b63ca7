using System.Net;

namespace Entente.Intake.Downloads;

/// <summary>
/// Fetches a file to disk under the guards of <see cref="WebOptions"/>. What breaks off is gone on with (Range with If-Range, RFC 9110), now or at the next run; a file
/// takes its name only when it is whole and is what it should be.
/// </summary>
/// <param name="options">Guards. <see cref="WebOptions.MaxBytes"/> and <see cref="WebOptions.TimeLimit"/> do not bound a download; its request and silence do.</param>
/// <param name="time">Clock of the waits between attempts.</param>
/// <param name="progress">Told as bytes come and when an attempt fails.</param>
public sealed class FileDownload(WebOptions options, TimeProvider time, Action<DownloadProgress> progress)
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    /// <summary>Fetches the file.</summary>
    /// <exception cref="DownloadException">It was not taken; what came of it so far stays when going on can help.</exception>
    /// <exception cref="IOException">The disk did not take it.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; what came stays.</exception>
    public async Task<DownloadedFile> RunAsync(DownloadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var part = new PartialFile(request.Path);
        bool resumed = part.Length > 0;
        using var client = new GuardedClient(options);
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan? wait;
            try
            {
                Uri from = request.Address.IsFile ? await CopyAsync(request, part, cancellation) : await FetchAsync(client, request, part, cancellation);
                return Finish(request, part, from, resumed);
            }
            catch (TransientException e) when (attempt < request.Attempts)
            {
                wait = e.Wait;
                progress(new DownloadProgress(part.Length, part.Total, e.Message));
            }
            catch (TransientException e)
            {
                throw new DownloadException(e.Reason, $"{e.Message} Given up after {attempt} attempts; the {part.Length} bytes that came stay, and the same command goes on from there.");
            }
            catch (DownloadException e) when (resumed && e.Reason is "checksum" or "length" && attempt < request.Attempts)
            {
                // The part was of another file: once more, from the start.
                resumed = false;
                wait = TimeSpan.Zero;
                progress(new DownloadProgress(0, null, e.Message));
            }
            await Task.Delay(wait ?? TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), time, cancellation);
        }
    }

    private async Task<Uri> FetchAsync(GuardedClient client, DownloadRequest request, PartialFile part, CancellationToken cancellation)
    {
        try
        {
            long start = part.StartFor(request.Address);
            (HttpResponseMessage reached, Uri address) = await client.AskAsync(request.Address, r => part.Shape(r, start), cancellation);
            using HttpResponseMessage answer = reached;
            if (request.Address.Scheme == Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttps)
                throw new DownloadException("refused", $"It leads from https to {address.Scheme}, where anybody on the way could change it.");
            if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                part.Discard();
                throw new TransientException("truncated", "The server has no more bytes where the part ends; it is begun anew.", TimeSpan.Zero);
            }
            if (!answer.IsSuccessStatusCode) throw Refused(answer);
            if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
                throw new DownloadException("not-data", $"The server sent a web page and not the file: the address may have moved, or ask for consent first ({address}).");
            if (answer.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
                throw new DownloadException("refused", $"The server packed the file as {string.Join(", ", answer.Content.Headers.ContentEncoding)}, which was not asked for.");
            part.Begin(request, answer, start);
            await using Stream body = await answer.Content.ReadAsStreamAsync(cancellation);
            await PourAsync(body, request, part, cancellation);
            return address;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TransientException("timeout", $"The server was silent for {options.SilenceLimit.TotalSeconds:0.###} s.", null);
        }
        catch (WebRefusalException e)
        {
            throw e.Reason == "access" ? new TransientException("access", e.Message, null) : new DownloadException(e.Reason, e.Message);
        }
        catch (HttpRequestException e)
        {
            throw Broken(e);
        }
        catch (HttpIOException e)
        {
            throw Broken(e);
        }
    }

    private async Task<Uri> CopyAsync(DownloadRequest request, PartialFile part, CancellationToken cancellation)
    {
        part.Discard();
        try
        {
            await using FileStream source = File.OpenRead(request.Address.LocalPath);
            part.Total = source.Length;
            await PourAsync(source, request, part, cancellation);
            return request.Address;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new DownloadException("access", e.Message);
        }
    }

    private async Task PourAsync(Stream body, DownloadRequest request, PartialFile part, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using FileStream file = part.Append();
        byte[] buffer = new byte[128 * 1024];
        bool looked = file.Length >= FormCheck.Needed;
        while (true)
        {
            silence.CancelAfter(options.SilenceLimit);
            int count;
            try
            {
                count = await body.ReadAsync(buffer, silence.Token);
            }
            catch (HttpIOException)
            {
                throw;
            }
            catch (IOException e)
            {
                // A socket that fails; faults of the disk come from the writes below.
                throw new TransientException("truncated", $"The connection broke: {e.Message}", null);
            }
            if (count == 0) break;
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            if (file.Length > request.MostBytes || file.Length > request.Bytes)
            {
                await file.DisposeAsync();
                part.Discard();
                throw TooLong(request);
            }
            if (!looked && file.Length >= FormCheck.Needed)
            {
                await file.FlushAsync(cancellation);
                part.Look(request.Form);
                looked = true;
            }
            progress(new DownloadProgress(file.Length, part.Total ?? request.Bytes, null));
        }
        file.Flush(flushToDisk: true);
        if (part.Total is { } total && file.Length < total) throw new TransientException("truncated", $"It broke off after {file.Length} of {total} bytes.", null);

        static DownloadException TooLong(DownloadRequest request) => request.Bytes is { } bytes
            ? new DownloadException("length", $"The file is longer than the {bytes} bytes it should have; it is another version, or not the file.")
            : new DownloadException("too-large", $"The file is longer than {request.MostBytes} bytes.");
    }

    private static DownloadedFile Finish(DownloadRequest request, PartialFile part, Uri from, bool resumed)
    {
        part.Look(request.Form);
        (long bytes, string hash) = part.Measure();
        string? wrong = request.Bytes is { } expected && bytes != expected ? $"The file has {bytes} bytes, not {expected}; it is another version, or not the file." : null;
        string reason = "length";
        if (wrong is null && request.Sha256 is { } sha && !string.Equals(sha, hash, StringComparison.Ordinal))
            (reason, wrong) = ("checksum", $"The file's SHA-256 is {hash}, not {sha}; it is another version, or was changed on the way.");
        if (wrong is not null)
        {
            part.Discard();
            throw new DownloadException(reason, wrong);
        }
        part.Commit();
        return new DownloadedFile(bytes, hash, from, resumed, part.EndIsSaid || request.Bytes is not null || request.Sha256 is not null);
    }

    private Exception Refused(HttpResponseMessage answer)
    {
        string message = $"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}.";
        if (answer.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) && (int)answer.StatusCode < 500) return new DownloadException("access", message);
        TimeSpan? after = answer.Headers.RetryAfter is { } retry ? retry.Delta ?? (retry.Date - time.GetUtcNow()) : null;
        return new TransientException("access", message, after is { } wait ? wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_longestWait ? s_longestWait : wait : null);
    }

    // What the connection callback throws arrives wrapped.
    private static Exception Broken(Exception e) => e.InnerException is WebRefusalException { Reason: not "access" } refused
        ? new DownloadException(refused.Reason, refused.Message)
        : new TransientException(e is HttpIOException ? "truncated" : "access", $"The connection broke: {(e.InnerException ?? e).Message}", null);

    /// <summary>A fault that trying again may mend.</summary>
    private sealed class TransientException(string reason, string message, TimeSpan? wait) : Exception(message)
    {
        public string Reason { get; } = reason;

        public TimeSpan? Wait { get; } = wait;
    }
}
