using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Measures;

namespace Entente.Briefings;

/// <summary>A briefing for the terminal: 80 columns, ANSI colour only when asked for, lines end in LF.</summary>
public static class BriefingText
{
    private const int Width = 80;

    /// <summary>Renders the briefing.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="color">Whether to write ANSI escapes (off under NO_COLOR or when redirected).</param>
    public static string Render(Briefing briefing, bool color) => Render(briefing, color, allSources: false);

    /// <summary>Renders the briefing.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="color">Whether to write ANSI escapes (off under NO_COLOR or when redirected).</param>
    /// <param name="allSources">Whether to print sources in full, with citations, and the name of every number.</param>
    public static string Render(Briefing briefing, bool color, bool allSources)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var page = new Page(color);
        page.Title($"{briefing.NameA} – {briefing.NameB}", $"as of {new PartialDate(briefing.AsOf)}");
        page.Prose(briefing.Headline, "", "1");
        page.Blank();
        foreach (ScoreLine s in briefing.Scores) Score(page, s);
        if (briefing.History.Values.Any(v => v.HasValue))
        {
            int last = briefing.History.FirstYear + briefing.History.Values.Length - 1;
            page.Line($"  {briefing.History.FirstYear} {page.Paint(Sparkline.Draw(briefing.History.Values, 66), "36")} {last}");
            page.Dim("  overall score by year; a blank is an unknown year");
        }
        if (!briefing.Phases.IsEmpty)
        {
            page.Heading("Rifts and rapprochements in the record");
            foreach (PhaseLine p in briefing.Phases) page.Bullet($"{p.Name} {Marks(p.Sources)}", p.Kind == PhaseKind.Rift ? "31" : "32");
        }
        foreach (BriefingSection section in briefing.Sections)
        {
            page.Heading(section.Heading);
            foreach (IndicatorSeries s in section.Series) Series(page, s);
            foreach (BriefingStatement s in section.Statements)
            {
                page.Bullet($"{s.Text} {Marks(s.Sources)}", null);
                if (s.Quoted is not null) page.Prose($"“{s.Quoted}”", "    ", "3");
            }
            if (section.Silence is not null) page.Dim($"  {section.Silence}");
        }
        page.Heading("What this briefing does not know");
        foreach (string limit in briefing.Limits) page.Bullet(limit, null);
        page.Heading("Sources");
        foreach (BriefingSource s in briefing.Sources) Source(page, s, allSources);
        page.Heading("How it knows");
        string[] numbers = [.. briefing.Scores.Select(s => s.Id).Concat(allSources ? briefing.Sections.SelectMany(s => s.Series).Select(s => s.Id) : []).OfType<string>()];
        foreach (string id in numbers) page.Line($"  entente explain '{id}'");
        if (!allSources) page.Dim("  Sources in full, and the name of every number: --sources all.");
        page.Dim($"  Method {briefing.Method}.");
        return page.ToString();
    }

    private static void Source(Page page, BriefingSource s, bool whole)
    {
        string lead = string.Create(CultureInfo.InvariantCulture, $"{$"[{s.Number}]",6} ");
        // A quoted sentence stands above already; its place is what is new here.
        if (whole) page.Prose($"{s.Text} ({s.Detail})", lead, null);
        else if (s.Kind == "text") page.Prose(s.Detail.Split("; read by ", StringSplitOptions.None)[0], lead, null);
        else page.Line(lead + Cut(s.Kind == "dataset" ? $"{s.Text}, {s.Detail.Split(". ", 2)[0]}" : $"{s.Text} ({s.Detail})", Width - lead.Length));
        if (s.Id is not null && s.Kind == "text") page.Dim($"       entente explain {s.Id}");
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");

    // Each source once, three or more in a row as a range: [1, 2, 7–12].
    internal static string Marks(ImmutableArray<int> sources)
    {
        int[] numbers = [.. sources.Distinct()];
        if (numbers.Length == 0) return "";
        var parts = new List<string>();
        for (int i = 0, run; i < numbers.Length; i += run)
        {
            run = 1;
            while (i + run < numbers.Length && numbers[i + run] == numbers[i] + run) run++;
            if (run == 2) run = 1;
            parts.Add(run == 1
                ? numbers[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{numbers[i]}–{numbers[i + run - 1]}"));
        }
        return $"[{string.Join(", ", parts)}]";
    }

    private static void Score(Page page, ScoreLine s)
    {
        var bar = new StringBuilder("····················");
        if (s.Value is { } value)
        {
            for (int i = (int)((s.Low ?? value) / 5); i <= Math.Min(19, (int)((s.High ?? value) / 5)); i++) bar[i] = '─';
            bar[Math.Min(19, (int)(value / 5))] = '●';
        }
        string figure = s.Value is { } v
            ? string.Create(CultureInfo.InvariantCulture, $"{v,3:0}  {s.Low,3:0}–{s.High,-3:0}")
            : "  ?         ";
        string tail = string.Create(CultureInfo.InvariantCulture, $"{s.Year}  {s.InputsPresent}/{s.InputsAsked} inputs {Marks(s.Sources)}");
        page.Line($"  {s.Label,-10} {page.Paint(figure, "1")} {page.Paint(bar.ToString(), "36")} {tail}");
        if (s.Note.Length > 0) page.Prose(s.Note, "             ", "2");
    }

    private static void Series(Page page, IndicatorSeries s)
    {
        double? last = s.Values[s.LastKnownYear - s.FirstYear];
        string figure = string.Create(CultureInfo.InvariantCulture, $"{last:0.###} in {s.LastKnownYear}");
        string label = s.Label.Length > 40 ? string.Concat(s.Label.AsSpan(0, 39), "…") : s.Label;
        page.Line(string.Create(CultureInfo.InvariantCulture, $"  {label,-40} {page.Paint(Sparkline.Draw(s.Values, 16), "36")} {figure} [{s.Source}]"));
    }

    private sealed class Page(bool color)
    {
        private readonly StringBuilder _text = new();

        public string Paint(string text, string code) => color ? $"\e[{code}m{text}\e[0m" : text;

        public void Line(string text) => _text.Append(text.TrimEnd()).Append('\n');

        public void Blank() => _text.Append('\n');

        public void Dim(string text) => Line(Paint(text, "2"));

        public void Title(string left, string right)
        {
            int gap = Math.Max(1, Width - left.Length - right.Length);
            Line($"{Paint(left, "1;4")}{new string(' ', gap)}{Paint(right, "2")}");
            Blank();
        }

        public void Heading(string text)
        {
            Blank();
            Line(Paint(text, "1;34"));
        }

        public void Bullet(string text, string? code) => Prose(text.TrimEnd(), "  • ", code);

        public void Prose(string text, string lead, string? code)
        {
            string indent = new(' ', lead.Length);
            bool first = true;
            foreach (string line in TextWrap.Lines(text, Width - lead.Length))
            {
                Line((first ? lead : indent) + (code is null ? line : Paint(line, code)));
                first = false;
            }
        }

        public override string ToString() => _text.ToString();
    }
}
