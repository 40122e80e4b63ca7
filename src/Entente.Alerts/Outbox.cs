using System.Text;
using System.Text.Json;

namespace Entente.Alerts;

/// <summary>A line of the outbox: an alert, or what became of it at one target.</summary>
internal sealed record OutboxLine(Alert? Alert, string[]? To, string? Id, string? Target, DateTimeOffset? At, string? Failed, int? Attempt);

/// <summary>An alert that one target has not taken yet.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NotBefore">When to try next.</param>
public sealed record Pending(Alert Alert, string Target, int Attempts, DateTimeOffset NotBefore);

/// <summary>
/// Alerts and what became of them, in a file that only grows. An alert is on the disk before it is sent, and what was taken is on the disk
/// before the next one goes out: a kill loses none, and sends at most the one under way a second time, under the same id.
/// One process at a time.
/// </summary>
public sealed class Outbox : IDisposable
{
    /// <summary>After so many attempts an alert stays in the file, undelivered, with the reason.</summary>
    public const int MostAttempts = 12;

    private readonly FileStream _file;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, string Target), Pending> _pending = [];

    private Outbox(FileStream file) => _file = file;

    /// <summary>What is still to be delivered.</summary>
    public IReadOnlyCollection<Pending> Waiting => _pending.Values;

    /// <summary>Opens the file; made when it is not there. A last line that was cut by a kill is taken away.</summary>
    /// <exception cref="IOException">Another process has it open, or it cannot be written.</exception>
    /// <exception cref="InvalidDataException">It is no outbox.</exception>
    public static Outbox Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var outbox = new Outbox(file);
        try
        {
            outbox.Load(path);
            return outbox;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Puts alerts in, each once.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="targets">Where those of a question go.</param>
    /// <returns>How many were new.</returns>
    public int Add(IEnumerable<Alert> alerts, Func<string, IReadOnlyList<string>> targets)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(targets);
        int added = 0;
        foreach (Alert alert in alerts)
        {
            if (_known.Contains(alert.Id)) continue;
            Write(new OutboxLine(alert, [.. targets(alert.Question)], null, null, null, null, null));
            added++;
        }
        if (added > 0) _file.Flush(flushToDisk: true);
        return added;
    }

    /// <summary>A target took an alert.</summary>
    public void Delivered(Pending pending, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(pending);
        Write(new OutboxLine(null, null, pending.Alert.Id, pending.Target, at, null, null));
        _file.Flush(flushToDisk: true);
    }

    /// <summary>A target did not take an alert; it is tried again after 30 s, then twice as long each time.</summary>
    public void Failed(Pending pending, string why, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(pending);
        Write(new OutboxLine(null, null, pending.Alert.Id, pending.Target, at, why, pending.Attempts + 1));
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Load(string path)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        int end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        foreach (string line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                Take(JsonSerializer.Deserialize(line, WatchJson.Default.OutboxLine)!);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path} is no outbox of alerts: {e.Message} Name another file with --outbox.", e);
            }
        }
        _file.SetLength(end);
        _file.Position = end;
    }

    private void Write(OutboxLine line)
    {
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, WatchJson.Default.OutboxLine), (byte)'\n']);
        Take(line);
    }

    private void Take(OutboxLine line)
    {
        if (line.Alert is { } alert)
        {
            if (_known.Add(alert.Id))
                foreach (string target in line.To ?? []) _pending[(alert.Id, target)] = new Pending(alert, target, 0, DateTimeOffset.MinValue);
            return;
        }
        if (line is not { Id: { } id, Target: { } to } || !_pending.TryGetValue((id, to), out Pending? pending)) return;
        if (line.Failed is null || line.Attempt >= MostAttempts) _pending.Remove((id, to));
        else _pending[(id, to)] = pending with { Attempts = line.Attempt ?? 1, NotBefore = (line.At ?? DateTimeOffset.MinValue) + TimeSpan.FromSeconds(30 * Math.Pow(2, (line.Attempt ?? 1) - 1)) };
    }
}
