using System.Globalization;
using System.Text;

namespace Entente.Briefings;

/// <summary>A briefing as CommonMark with a GitHub table; sources are footnotes by number. Lines end in LF.</summary>
public static class BriefingMarkdown
{
    /// <summary>Renders the briefing.</summary>
    public static string Render(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var md = new StringBuilder();
        void Line(string text = "") => md.Append(text).Append('\n');
        Line($"# {Escape(briefing.NameA)} – {Escape(briefing.NameB)}");
        Line();
        Line($"*As of {new PartialDate(briefing.AsOf)}. Method {Escape(briefing.Method)}.*");
        Line();
        Line($"**{Escape(briefing.Headline)}**");
        Line();
        Line("| | year | score (0–100) | 90 % interval | inputs | |");
        Line("|---|---|---|---|---|---|");
        foreach (ScoreLine s in briefing.Scores)
            Line(string.Create(CultureInfo.InvariantCulture,
                $"| {s.Label} | {s.Year} | {(s.Value is null ? "unknown" : $"{s.Value:0}")} | {(s.Value is null ? "" : $"{s.Low:0}–{s.High:0}")} | {s.InputsPresent} of {s.InputsAsked} | {Escape(s.Note)} {Marks(s.Sources)} |"));
        if (!briefing.Phases.IsEmpty)
        {
            Heading("Rifts and rapprochements in the record");
            foreach (PhaseLine p in briefing.Phases) Line($"- {Escape(p.Name)} {Marks(p.Sources)}");
        }
        foreach (BriefingSection section in briefing.Sections)
        {
            Heading(section.Heading);
            if (!section.Series.IsEmpty)
            {
                Line("| indicator | last value | unit | year | years known | source |");
                Line("|---|---|---|---|---|---|");
                foreach (IndicatorSeries s in section.Series)
                    Line(string.Create(CultureInfo.InvariantCulture,
                        $"| {Escape(s.Label)} | {s.Last:0.###} | {Escape(s.Unit)} | {s.LastKnownYear} | {s.FirstKnownYear}–{s.LastKnownYear}, {s.Share:P0} | \\[{s.Source}] |"));
                Line();
            }
            foreach (BriefingStatement s in section.Statements)
            {
                Line($"- {Escape(s.Text)} {Marks(s.Sources)}");
                if (s.Quoted is not null) Line($"  > {Escape(s.Quoted)}");
            }
            if (section.Silence is not null) Line($"*{Escape(section.Silence)}*");
        }
        Heading("What this briefing does not know");
        foreach (string limit in briefing.Limits) Line($"- {Escape(limit)}");
        Heading("Sources");
        foreach (BriefingSource s in briefing.Sources)
            Line(string.Create(CultureInfo.InvariantCulture, $"{s.Number}. {Escape(s.Text)} ({Escape(s.Detail)}){(s.Id is null ? "" : $" `{s.Id}`")}"));
        Heading("How it knows");
        foreach (string id in briefing.Scores.Select(s => s.Id).Concat(briefing.Sections.SelectMany(s => s.Series).Select(s => s.Id)).OfType<string>())
            Line($"- `entente explain '{id}'`");
        return md.ToString();

        void Heading(string text)
        {
            Line();
            Line($"## {Escape(text)}");
            Line();
        }
    }

    private static string Marks(System.Collections.Immutable.ImmutableArray<int> sources) => BriefingText.Marks(sources).Replace("[", "\\[", StringComparison.Ordinal);

    // Quoted text is hostile input: no markup of its own may come through.
    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#') safe.Append('\\');
            safe.Append(char.IsControl(c) ? ' ' : c);
        }
        return safe.ToString();
    }
}
