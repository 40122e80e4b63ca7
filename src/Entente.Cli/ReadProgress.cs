using System.Globalization;
using Entente.Documents;

namespace Entente.Cli;

/// <summary>Counts what a reading did and says so; on a terminal one line moves along.</summary>
internal sealed class ReadProgress(TimeProvider time, TextWriter talk, bool terminal) : IDisposable
{
    private const int SkipsNamed = 20;
    private readonly long _start = time.GetTimestamp();
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _stored, _known;
    private bool _line;

    public int Skips { get; private set; }

    public void Skipped(SkippedInput skipped)
    {
        Skips++;
        _reasons[skipped.Reason] = _reasons.GetValueOrDefault(skipped.Reason) + 1;
        if (Skips > SkipsNamed) return;
        EndLine();
        talk.WriteLine($"skipped {skipped.Location}{(skipped.Member is null ? "" : ", " + skipped.Member)}: {skipped.Reason}: {skipped.Detail}");
        if (Skips == SkipsNamed) talk.WriteLine("Further skips are counted only.");
    }

    public void Committed(int stored, int known)
    {
        _stored += stored;
        _known += known;
        if (!terminal) return;
        talk.Write("\r" + Counts());
        _line = true;
    }

    public void Summary(string? problem)
    {
        EndLine();
        talk.WriteLine(Counts());
        foreach ((string reason, int count) in _reasons) talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"skipped {count}: {reason}"));
        if (problem is not null) talk.WriteLine(problem);
    }

    public void Dispose() => EndLine();

    private string Counts()
    {
        double seconds = Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{_stored} documents stored, {_known} known, {Skips} skipped, {(_stored + _known) / seconds:0} documents a second ({seconds:0.0} s)");
    }

    private void EndLine()
    {
        if (_line) talk.WriteLine();
        _line = false;
    }
}
