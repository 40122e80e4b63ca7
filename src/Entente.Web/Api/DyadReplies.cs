using System.Globalization;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;
using Entente.Web.Errors;

namespace Entente.Web.Api;

/// <summary>What API and MCP say of states and dyads: the same answers as the pages, as plain records.</summary>
public static class DyadReplies
{
    /// <summary>Fewer inputs than this make a rank mostly the model's.</summary>
    private const int LeastInputs = 3;

    /// <summary>Every state since 1816, by code; or those whose name begins with what was typed.</summary>
    public static IReadOnlyList<StateView> States(string? named) =>
        [.. (string.IsNullOrWhiteSpace(named) ? (IEnumerable<State>)StateRegistry.Default.All.OrderBy(s => s.Id.Code, StringComparer.Ordinal) : PairSearch.Complete(named, 20)).Select(s =>
            new StateView(s.Id.Code, s.Cow, s.Name, Day(s.Spells[0].From), s.Spells[^1].To is { } to ? Day(to) : null, s.ContinuedBy?.Code))];

    /// <summary>Alignment over the years, with its turns.</summary>
    /// <exception cref="QuestionException">Nothing is known of the two as of the day.</exception>
    public static TrackView Track(Answers answers, StateId a, StateId b, DateOnly? asOf, int? from, int? to)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var dyad = new UndirectedDyad(a, b);
        AlignmentHistory history = History(answers, dyad, asOf);
        int first = Math.Max(history.FirstYear, from ?? int.MinValue), last = Math.Min(history.LastYear, to ?? int.MaxValue);
        if (first > last) throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"The scores of {dyad} reach from {history.FirstYear} to {history.LastYear}; nothing of them lies between {from} and {to}."));
        DyadPanel panel = answers.Record(dyad).Until(history.LastYear);
        return new TrackView(dyad.ToString(), asOf ?? answers.LastDay, AlignmentModel.Method,
            [.. Enumerable.Range(first, last - first + 1).SelectMany(year => Lines.All.Select(line => Score(history, year, line)))],
            [.. answers.Panel.Breaks(panel, history).Where(t => t.Year >= first && t.Year <= last).Select(Turn)]);
    }

    /// <summary>Why a score changed between two years.</summary>
    /// <exception cref="QuestionException">A year lies outside the record, or they are in the wrong order.</exception>
    public static WhyView Why(Answers answers, StateId a, StateId b, int from, int to, Dimension? line, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var dyad = new UndirectedDyad(a, b);
        if (from >= to) throw new QuestionException("The change is told from an earlier year to a later one: from=2012&to=2022.");
        AlignmentHistory history = History(answers, dyad, asOf);
        if (!history.Covers(from) || !history.Covers(to))
            throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"The scores of {dyad} reach from {history.FirstYear} to {history.LastYear}; write years within that."));
        double then = history.Score(from, line).Mean, now = history.Score(to, line).Mean;
        return new WhyView(dyad.ToString(), Lines.NameOf(line), from, to, Round(then), Round(now), Round(now - then),
            [.. history.Change(from, to, line).OrderByDescending(p => Math.Abs(p.Points)).Select(p => new PartView(p.Indicator!.Id, p.Indicator.Label, Lines.NameOf(p.Indicator.Dimension), Round(p.Points)))],
            AlignmentModel.Method);
    }

    /// <summary>Dyads of a year by level, or by change since an earlier year; all of them.</summary>
    /// <exception cref="QuestionException">The year lies outside the record.</exception>
    public static IReadOnlyList<RankView> Rank(Answers answers, int? year, int? since, Dimension? line, StateId? state, bool lowest)
    {
        ArgumentNullException.ThrowIfNull(answers);
        int at = year ?? answers.Panel.Record.LastYear;
        var now = Year(answers, at, line);
        var then = since is { } earlier ? Year(answers, earlier, line).ToDictionary(r => r.Dyad) : null;
        AlignmentScale scale = answers.Panel.Model.Scale;
        var rows = now.Where(r => then is null || then.ContainsKey(r.Dyad))
            .Select(r => (Row: r, Band: ScoreBand.Of(scale, r.Mean, r.Deviation), Change: then is null ? (double?)null : scale.Score(r.Mean) - scale.Score(then[r.Dyad].Mean)));
        var order = lowest ? rows.OrderBy(r => r.Change ?? r.Band.Mean) : rows.OrderByDescending(r => r.Change ?? r.Band.Mean);
        return [.. order.ThenBy(r => r.Row.Dyad.ToString(), StringComparer.Ordinal)
            .Select((r, i) => (Place: i + 1, r.Row, r.Band, r.Change)).Where(r => state is not { } s || r.Row.Dyad.Contains(s))
            .Select(r => new RankView(r.Place, r.Row.Dyad.ToString(), Round(r.Band.Mean), Round(r.Band.Low90), Round(r.Band.High90), r.Row.Inputs, r.Change is { } c ? Round(c) : null))];
    }

    /// <summary>The datasets of the record.</summary>
    public static IReadOnlyList<DatasetView> Datasets(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. answers.Panel.Record.Datasets.Select(d => new DatasetView(d.Id, d.Name, d.Version, d.FirstYear, d.LastYear, d.Licence, d.Citation))];
    }

    /// <summary>What this server knows, and to when.</summary>
    public static StatusView Status(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        string version = typeof(Answers).Assembly.GetName().Version!.ToString(3);
        PanelRecordStore record = answers.Panel.Record;
        try
        {
            StoreInfo info = answers.Evidence.Store.Info();
            return new StatusView(version, record.FirstYear, record.LastYear, info.Documents, info.Observations, info.LastDay, null);
        }
        catch (StoreException e)
        {
            return new StatusView(version, record.FirstYear, record.LastYear, null, null, null, e.Message);
        }
    }

    /// <summary>The line of a name; overall for none.</summary>
    /// <exception cref="QuestionException">It is no line.</exception>
    public static Dimension? Line(string? name) => string.IsNullOrEmpty(name) ? null
        : Lines.TryParse(name, out Dimension? line) ? line
        : throw new QuestionException($"'{name}' is no line: write {string.Join(", ", Lines.All.Select(Lines.NameOf))}.");

    private static AlignmentHistory History(Answers answers, UndirectedDyad dyad, DateOnly? asOf) => answers.History(dyad, asOf)
        ?? throw new QuestionException($"Nothing is known of {dyad} as of {asOf ?? answers.LastDay:yyyy-MM-dd}: no dataset of the panel names the two by then.");

    private static IEnumerable<AlignmentRow> Year(Answers answers, int year, Dimension? line)
    {
        PanelRecordStore record = answers.Panel.Record;
        return year >= AlignmentModel.Beginning && year <= record.LastYear ? answers.Panel.Year(year, line).Where(r => r.Inputs >= LeastInputs)
            : throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"Scores of every dyad reach from {AlignmentModel.Beginning} to {record.LastYear}; {year} is not among them."));
    }

    private static ScoreView Score(AlignmentHistory history, int year, Dimension? line)
    {
        ScoreBand s = history.Score(year, line);
        (int present, int asked) = history.Inputs(year, line);
        return new ScoreView(year, Lines.NameOf(line), Round(s.Mean), Round(s.Low90), Round(s.Low50), Round(s.High50), Round(s.High90), present, asked);
    }

    private static TurnView Turn(Break turn) => new(turn.Year, BreakStore.NameOf(turn.Turn), Math.Round(turn.Probability, 3), [.. turn.Signals.Select(s => s.Label)]);

    private static double Round(double points) => Math.Round(points, 2);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
