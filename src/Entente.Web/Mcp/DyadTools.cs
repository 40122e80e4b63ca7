using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Entente.Briefings;
using Entente.Questions;
using Entente.Web.Api;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Entente.Web.Mcp;

/// <summary>Tools that answer from the record.</summary>
[McpServerToolType]
internal sealed class DyadTools(Answers answers)
{
    private const int MostRows = 50;

    [McpServerTool(Name = "briefing", Title = "Briefing on two states", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("How closely two states are aligned as of a day, along which lines, what would pull them apart, with numbered sources, 90 % intervals and what is not known. Text as Markdown; the same as structured content.")]
    public CallToolResult Briefing(
        [Description("A state: name, ISO code or capital.")] string stateA,
        [Description("Another state.")] string stateB,
        [Description("Use nothing later than this day, yyyy-MM-dd. Default: the end of the record.")] string? asOf = null) => ToolErrors.Said(() =>
    {
        (StateId a, StateId b) = ToolArguments.Dyad(stateA, stateB);
        BriefingReply reply = answers.Briefing(new BriefingQuestion(a, b) { AsOf = ToolArguments.Day(asOf, "asOf") });
        string text = BriefingMarkdown.Render(reply.Briefing);
        if (reply.StoreTrouble is not null) text = $"Stored texts could not be asked: {reply.StoreTrouble}\n\n{text}";
        return new CallToolResult { Content = [new TextContentBlock { Text = text }], StructuredContent = JsonElement.Parse(BriefingJson.Render(reply.Briefing)) };
    });

    [McpServerTool(Name = "track", Title = "Alignment over the years", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Alignment of two states by year and line (overall, worldview, economic, military, diplomatic), 0 hostile to 100 allied, with 50 and 90 % intervals, number of inputs, and dated rifts and rapprochements. Without 'from' and 'to' the last 20 years are given.")]
    public ToolReply<TrackView> Track(
        [Description("A state.")] string stateA,
        [Description("Another state.")] string stateB,
        [Description("First year.")] int? from = null,
        [Description("Last year.")] int? to = null,
        [Description("Use nothing later than this day, yyyy-MM-dd.")] string? asOf = null) => ToolErrors.Said(() =>
    {
        (StateId a, StateId b) = ToolArguments.Dyad(stateA, stateB);
        DateOnly? day = ToolArguments.Day(asOf, "asOf");
        int last = to ?? ReferencePanel.LastYear(day, answers.Panel.Record.LastYear), first = from ?? last - 19;
        TrackView track = DyadReplies.Track(answers, a, b, day, first, last);
        string? next = from is null ? string.Create(CultureInfo.InvariantCulture, $"track with from={first - 20}, to={first - 1}") : null;
        return new ToolReply<TrackView>(track, string.Create(CultureInfo.InvariantCulture, $"The public record, {first} to {last}; no news."), Missing(track), next);
    });

    [McpServerTool(Name = "why", Title = "Why a score changed", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("What moved the alignment of two states between two years: points by indicator, which add up to the change.")]
    public ToolReply<WhyView> Why(
        [Description("A state.")] string stateA,
        [Description("Another state.")] string stateB,
        [Description("The earlier year.")] int from,
        [Description("The later year.")] int to,
        [Description("overall, worldview, economic, military or diplomatic. Default: overall.")] string? line = null) => ToolErrors.Said(() =>
    {
        (StateId a, StateId b) = ToolArguments.Dyad(stateA, stateB);
        WhyView why = DyadReplies.Why(answers, a, b, from, to, DyadReplies.Line(line), null);
        return new ToolReply<WhyView>(why, "The public record; the parts are those of the model named in 'method'.", ["Events that no dataset of the panel records; ask 'evidence' for what texts say."], null);
    });

    [McpServerTool(Name = "rank", Title = "Dyads of a year in order", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The most or least aligned dyads of a year, or those that changed most since an earlier one; of all states or of one.")]
    public ToolReply<PartOf<RankView>> Rank(
        [Description("The year. Default: the last of the record.")] int? year = null,
        [Description("Order by change since this year instead of by level.")] int? since = null,
        [Description("Keep only dyads of this state.")] string? state = null,
        [Description("From the lowest end.")] bool? lowest = null,
        [Description("overall, worldview, economic, military or diplomatic.")] string? line = null,
        [Description("How many to pass over.")] int? skip = null) => ToolErrors.Said(() =>
    {
        StateId? only = state is null ? null : ToolArguments.State(state);
        IReadOnlyList<RankView> all = DyadReplies.Rank(answers, year, since, DyadReplies.Line(line), only, lowest ?? false);
        int from = Math.Max(0, skip ?? 0);
        string? next = from + MostRows < all.Count ? string.Create(CultureInfo.InvariantCulture, $"rank with skip={from + MostRows} and the same other arguments") : null;
        return new ToolReply<PartOf<RankView>>(new PartOf<RankView>(all.Count, from, MostRows, null, [.. all.Skip(from).Take(MostRows)]),
            "Dyads with three or more indicators known in the year.", ["Dyads with fewer indicators: their place would be mostly the model's."], next);
    });

    [McpServerTool(Name = "states", Title = "States and their codes", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("States whose name begins with what is given, with codes and dates.")]
    public static ToolReply<IReadOnlyList<StateView>> States([Description("Beginning of a name.")] string name) => ToolErrors.Said(() =>
        new ToolReply<IReadOnlyList<StateView>>(DyadReplies.States(string.IsNullOrWhiteSpace(name) ? "?" : name), "States of today, by the lists of Correlates of War and Gleditsch and Ward.", ["States that have ended: ask for the one that continues them."], null));

    private static IReadOnlyList<string> Missing(TrackView track)
    {
        ScoreView last = track.Scores.Last(s => s.Line == "overall");
        return last.Inputs < last.Asked
            ? [string.Create(CultureInfo.InvariantCulture, $"{last.Asked - last.Inputs} of {last.Asked} indicators have no value in {last.Year}: the score rests on the others and on earlier years. 'briefing' names them.")]
            : [];
    }
}
