using System.Text;

namespace Entente.Briefings;

/// <summary>A page of 80 columns.</summary>
internal sealed class OrderPage(bool color)
{
    private const int Width = 80;

    private readonly StringBuilder _text = new();

    public string Paint(string text, string code) => color ? $"\e[{code}m{text}\e[0m" : text;

    public void Line(string text) => _text.Append(text.TrimEnd()).Append('\n');

    public void Heading(string text)
    {
        Line("");
        Line(Paint(text, "1;34"));
    }

    public void Prose(string text, string lead, string? code = null)
    {
        string indent = new(' ', lead.Length);
        bool first = true;
        foreach (string line in TextWrap.Lines(text, Width - lead.Length))
        {
            Line((first ? lead : indent) + (code is null ? line : Paint(line, code)));
            first = false;
        }
    }

    /// <summary>The text in exactly so many columns.</summary>
    public static string Fit(string text, int width) => text.Length <= width ? text.PadRight(width) : string.Concat(text.AsSpan(0, width - 1), "…");

    public override string ToString() => _text.ToString();
}
