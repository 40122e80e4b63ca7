using System.Globalization;
using Entente.Intake.Downloads;

namespace Entente.Cli;

/// <summary>Says how far downloads are: on a terminal one line moves along, elsewhere only what is done and what went wrong.</summary>
/// <param name="talk">Where it speaks.</param>
/// <param name="width">Columns of the terminal; 0 where there is none.</param>
/// <param name="time">Clock of the drawing.</param>
internal sealed class DownloadLine(TextWriter talk, int width, TimeProvider time)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private string _name = "";
    private long _start, _drawn;
    private bool _line;

    /// <summary>The next file.</summary>
    public void Begin(string name) => (_name, _start, _drawn) = (name, time.GetTimestamp(), 0);

    /// <summary>Bytes came, or an attempt failed.</summary>
    public void Advanced(DownloadProgress p)
    {
        if (p.Trouble is { } trouble)
        {
            Say($"{_name}: {trouble} Trying again.");
            return;
        }
        if (width == 0 || (_line && time.GetElapsedTime(_drawn) < Refresh)) return;
        _drawn = time.GetTimestamp();
        double seconds = Math.Max(0.001, time.GetElapsedTime(_start).TotalSeconds);
        string share = p.Total is > 0 and { } total ? string.Create(CultureInfo.InvariantCulture, $"{new string('█', (int)(20 * p.Bytes / total)),-20} {100 * p.Bytes / total,3} %  ") : "";
        string text = string.Create(CultureInfo.InvariantCulture, $"{_name}  {share}{p.Bytes / 1048576.0:0.0} MiB, {p.Bytes / 1048576.0 / seconds:0.0} MiB/s");
        talk.Write("\r" + (text.Length < width ? text.PadRight(width - 1) : text[..(width - 1)]));
        _line = true;
    }

    /// <summary>Something to stay.</summary>
    public void Say(string text)
    {
        if (_line) talk.WriteLine();
        _line = false;
        talk.WriteLine(text);
    }
}
