using System.Globalization;
using Entente.Reading;
using Entente.Reading.Events;
using Entente.Documents;

namespace Entente.Cli;

/// <summary>Counts what a reading did and says so; on a terminal one line moves along.</summary>
/// <param name="time">Clock of rates and of the rest.</param>
/// <param name="talk">Where it speaks.</param>
/// <param name="width">Columns of the terminal; 0 where there is none.</param>
/// <param name="total">Bytes of all inputs, once they are counted; null where that is not known (standard input, addresses).</param>
internal sealed class ReadProgress(TimeProvider time, TextWriter talk, int width, Task<long?> total) : IDisposable
{
    private const int SkipsNamed = 20;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private long _drawn = time.GetTimestamp();
    private long _bytes, _words;
    private readonly SortedDictionary<NoEventReason, int> _silences = [];
    private int _stored, _known;
    private bool _line;

    public int Skips { get; private set; }

    public int Documents => _stored + _known;

    public void Skipped(SkippedInput skipped)
    {
        lock (_gate)
        {
            Skips++;
            _reasons[skipped.Reason] = _reasons.GetValueOrDefault(skipped.Reason) + 1;
            if (Skips > SkipsNamed) return;
            EndLine();
            talk.WriteLine(TextInputs.Describe(skipped));
            if (Skips == SkipsNamed) talk.WriteLine("Further skips are counted only.");
        }
    }

    /// <summary>Bytes were read from an input.</summary>
    /// <remarks>From any thread.</remarks>
    public void Advanced(long bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        lock (_gate) Draw();
    }

    /// <summary>A batch is in the store.</summary>
    public void Committed(int stored, int known, long words)
    {
        lock (_gate)
        {
            _stored += stored;
            _known += known;
            _words += words;
            Draw();
        }
    }

    /// <summary>Counts why sentences that name two states gave no event.</summary>
    public void Coded(CodedDocument document)
    {
        foreach (EventSilence silence in document.Silences) _silences[silence.Reason] = _silences.GetValueOrDefault(silence.Reason) + 1;
    }

    /// <summary>The last word: counts, skips by reason, and what ended it early.</summary>
    public void Summary(string? problem)
    {
        lock (_gate) EndLine();
        double seconds = Seconds;
        talk.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_stored:N0} documents stored, {_known:N0} known, {Skips:N0} skipped, {Documents / seconds:N0} documents and {_words / seconds:N0} words a second ({seconds:0.0} s)"));
        foreach ((string reason, int count) in _reasons) talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"skipped {count:N0}: {reason}"));
        if (_silences.Count > 0)
            talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sentences that name two states and give no event: {_silences.Values.Sum():N0} ({string.Join(", ", _silences.Select(p => $"{p.Key} {p.Value}"))})"));
        if (problem is not null) talk.WriteLine(problem);
    }

    /// <summary>The last word of a verb that stores nothing itself.</summary>
    public void Told(string line)
    {
        lock (_gate) EndLine();
        talk.WriteLine(line);
        foreach ((string reason, int count) in _reasons) talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"skipped {count:N0}: {reason}"));
    }

    public void Dispose() => EndLine();

    private double Seconds => Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);

    private void Draw()
    {
        if (width == 0 || (_line && time.GetElapsedTime(_drawn) < Refresh)) return;
        _drawn = time.GetTimestamp();
        string line = Line();
        talk.Write("\r" + (line.Length < width ? line.PadRight(width - 1) : line[..(width - 1)]));
        _line = true;
    }

    /// <summary>Bar, share, counts, rate and what is left; without a total, counts and rate.</summary>
    private string Line()
    {
        double seconds = Seconds;
        string counts = string.Create(CultureInfo.InvariantCulture, $"{Documents:N0} documents{(Skips > 0 ? $", {Skips:N0} skipped" : "")}, {Documents / seconds:N0}/s, {_words / seconds:N0} words/s");
        if (!total.IsCompletedSuccessfully || total.Result is not > 0) return counts;
        double share = Math.Min(1, Interlocked.Read(ref _bytes) / (double)total.Result.Value);
        int full = (int)(share * 20);
        string rest = share is > 0.01 and < 1 ? string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds(seconds / share - seconds):h\\:mm\\:ss} left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', full)}{new string('░', 20 - full)} {share * 100,3:0} %  {counts}{rest}");
    }

    private void EndLine()
    {
        if (_line) talk.WriteLine();
        _line = false;
    }
}
