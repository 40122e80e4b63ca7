using System.Globalization;
using Entente.Briefings;
using Entente.Measures;
using Entente.Questions;
using Entente.Web.Charts;
using Entente.Web.Html;

namespace Entente.Web.Pages.Dyad;

/// <summary>The course of the score over the years: the dyad's own, and beside it another dyad's or its own as seen on another day.</summary>
internal sealed class DyadHistory
{
    private readonly DyadQuestion _question;
    private readonly Briefing _briefing;
    private readonly Answers _answers;

    private DyadHistory(Answers answers, DyadQuestion question, Briefing briefing, AlignmentHistory own) => (_answers, _question, _briefing, Own) = (answers, question, briefing, own);

    /// <summary>Alignment of the dyad itself.</summary>
    public AlignmentHistory Own { get; }

    /// <summary>What stands beside it, by name.</summary>
    public (string Name, AlignmentHistory History)? Beside { get; private init; }

    /// <summary>Gathers it; null when nothing is known of the dyad.</summary>
    public static DyadHistory? Of(Answers answers, DyadQuestion question, Briefing briefing)
    {
        if (answers.History(question.Dyad, question.AsOf) is not { } own) return null;
        (string, AlignmentHistory)? beside = null;
        if (question.With is var (c, d) && answers.History(new UndirectedDyad(c, d), question.AsOf) is { } other) beside = ($"{Name(c)} – {Name(d)}", other);
        else if (question.AndAsOf is { } day && answers.History(question.Dyad, day) is { } then) beside = (string.Create(CultureInfo.InvariantCulture, $"as of {day:yyyy-MM-dd}"), then);
        return new DyadHistory(answers, question, briefing, own) { Beside = beside };
    }

    public HtmlPart Section() => HtmlPart.Of($"""
        <section aria-labelledby="years"><h2 id="years">The score over the years</h2>
        {ChartFigure.Of(Chart(alone: false), Caption(), Table(), ending => _question.Address("/series." + ending), _question.Address() + "#years")}
        {Controls()}
        </section>

        """);

    public HtmlPart Chart(bool alone)
    {
        List<HistoryLine> lines = [HistoryLine.Of(OwnName, Own, _question.Line)];
        if (Beside is var (name, history)) lines.Add(HistoryLine.Of(name, history, _question.Line));
        return HistoryChart.Draw(lines, _answers.Breaks(_question.Dyad, _question.AsOf), _briefing.Phases,
            alone ? null : b => (_question with { Why = (Math.Max(Own.FirstYear, b.Year - 2), Math.Min(Own.LastYear, b.Year + 2)) }).Address() + "#why", Title);
    }

    /// <summary>One row a year, line and dyad: <c>dyad,as_of,year,line,mean,q5,q95,inputs,asked</c>.</summary>
    public IEnumerable<SeriesRow> Rows()
    {
        foreach ((string dyad, DateOnly asOf, AlignmentHistory h) in Histories())
            for (int year = h.FirstYear; year <= h.LastYear; year++)
            {
                ScoreBand s = h.Score(year, _question.Line);
                (int present, int asked) = h.Inputs(year, _question.Line);
                yield return new SeriesRow(dyad, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), year, Lines.NameOf(_question.Line), Math.Round(s.Mean, 2), Math.Round(s.Low90, 2), Math.Round(s.High90, 2), present, asked);
            }
    }

    private string Title => $"{(_question.Line is null ? "Overall alignment" : $"{_question.Line} alignment")} of {OwnName}{(Beside is var (name, _) ? $" and {name}" : "")}";

    private string OwnName => $"{_briefing.NameA} – {_briefing.NameB}";

    private IEnumerable<(string Dyad, DateOnly AsOf, AlignmentHistory History)> Histories()
    {
        yield return (_question.Dyad.ToString(), _briefing.AsOf, Own);
        if (Beside is var (_, other)) yield return (other.Dyad.ToString(), _question.With is null ? _question.AndAsOf!.Value : _briefing.AsOf, other);
    }

    private HtmlPart Caption() => HtmlPart.Of($"""
        <span class="key"><b></b> {OwnName}{(Beside is var (name, _) ? HtmlPart.Of($" <b class=\"two\"></b> {name}") : null)}</span>
        {(_question.Line is null ? "Overall score" : $"Score along the {Lines.NameOf(_question.Line)} line")} by year, 0 hostile to 100 allied, with 90 % intervals. ▼ rift, ▲ rapprochement: follow one to see what moved the score. Shaded: rifts (red), alliances and partnerships (green) of the record. Source: {AlignmentModel.Method} on {_answers.Panel.Record.Datasets.Count} datasets to {_answers.Panel.Record.LastYear} (<a href="/data">versions</a>).
        """);

    private HtmlPart Table()
    {
        var table = HtmlPart.Of($"<table><thead><tr><th scope=\"col\" class=\"n\">Year</th><th scope=\"col\" class=\"n\">Score</th><th scope=\"col\" class=\"n\">90 % interval</th>{(Beside is var (name, _) ? HtmlPart.Of($"<th scope=\"col\" class=\"n\">{name}</th><th scope=\"col\" class=\"n\">90 % interval</th>") : null)}</tr></thead><tbody>\n");
        int last = Math.Max(Own.LastYear, Beside?.History.LastYear ?? 0), first = Math.Min(Own.FirstYear, Beside?.History.FirstYear ?? Own.FirstYear);
        for (int year = last; year >= first; year--)
            table.Add($"<tr><th scope=\"row\" class=\"n\">{year}</th>{Cells(Own, year)}{(Beside is var (_, other) ? Cells(other, year) : null)}</tr>\n");
        return table.Add($"</tbody></table>");
    }

    private HtmlPart Cells(AlignmentHistory history, int year)
    {
        if (!history.Covers(year)) return HtmlPart.Of($"<td class=\"n\">unknown</td><td></td>");
        ScoreBand s = history.Score(year, _question.Line);
        return HtmlPart.Of($"<td class=\"n\">{s.Mean:0}</td><td class=\"n\">{s.Low90:0}–{s.High90:0}</td>");
    }

    private HtmlPart Controls() => HtmlPart.Of($"""
        <details class="controls"{(_question.With is not null || _question.AndAsOf is not null || _question.Line is not null || _question.AsOf is not null ? HtmlPart.Of($" open") : null)}><summary>Ask otherwise: another day, another line, beside another dyad</summary>
        <form class="filters" action="/dyad/{_question.A}-{_question.B}" method="get">
        <div><label for="as-of">As of</label><input id="as-of" name="as-of" type="date" value="{Day(_question.AsOf)}"></div>
        <div><label for="and-as-of">and as of</label><input id="and-as-of" name="and-as-of" type="date" value="{Day(_question.AndAsOf)}"></div>
        <div><label for="line">Line</label><select id="line" name="line">{Lines.All.Select(l => HtmlPart.Of($"<option value=\"{Lines.NameOf(l)}\"{(l == _question.Line ? HtmlPart.Of($" selected") : null)}>{Lines.NameOf(l)}</option>"))}</select></div>
        <div><label for="with">Beside</label><input id="with" name="with" placeholder="united states india" value="{(_question.With is var (c, d) ? $"{c}-{d}" : null)}" maxlength="120" data-suggest></div>
        <div class="actions"><button type="submit">Show</button> <a class="button quiet" href="/dyad/{_question.A}-{_question.B}">Plain</a></div>
        </form></details>
        """);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(StateId id) => StateRegistry.Default[id].Name;
}

/// <summary>A score of a year as a file has it.</summary>
internal sealed record SeriesRow(string Dyad, string AsOf, int Year, string Line, double Mean, double Q5, double Q95, int Inputs, int Asked);
