using System.CommandLine;
using System.Globalization;
using Entente.Measures;
using Entente.Order;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli.Order;

/// <summary>The options that say which network of states is meant, and the network.</summary>
internal sealed class OrderOptions
{
    public Option<int?> Year { get; } = new("--year") { Description = "The year. Default: the last of the record, or before --as-of." };

    public Option<DateOnly?> AsOf { get; } = DayOption.Create("--as-of", "Use nothing of a later day; every alignment is then computed anew, which takes up to a minute.");

    public Option<string> On { get; } = new("--on") { Description = "What ties two states: alignment, an indicator, or several with commas between (alliance,dispute_hostility).", DefaultValueFactory = _ => StateNetwork.Alignment };

    public Option<double?> Above { get; } = new("--above") { Description = "A positive tie above it (negative for an indicator of hostility). Default for alignment 65; for indicators see docs/methods.md." };

    public Option<double?> Below { get; } = new("--below") { Description = "A negative tie below it. Default for alignment 37.5." };

    public Option<int> MinInputs { get; } = new("--min-inputs") { Description = "Dyads with fewer indicators known in the year are unknown, and no tie.", DefaultValueFactory = _ => 1 };

    public Option<DirectoryInfo?> Panel { get; } = DyadArguments.Panel();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Year, AsOf, On, Above, Below, MinInputs, Panel]) command.Add(option);
    }

    /// <summary>The network; null, with the reason said, when there is none. Faults of the panel are thrown.</summary>
    public StateNetwork? Network(ParseResult parse, string directory, out DateOnly asOf)
    {
        PanelRecordStore record = PanelRecordStore.Open(directory);
        DateOnly? day = parse.GetValue(AsOf);
        int known = DyadArguments.LastYear(day, record.LastYear), year = parse.GetValue(Year) ?? known;
        asOf = day ?? new DateOnly(record.LastYear, 12, 31);
        string[] on = parse.GetValue(On)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool alignment = on is [StateNetwork.Alignment];
        int first = alignment ? AlignmentModel.Beginning : record.FirstYear;
        if (year < first || year > known)
            return Nothing(string.Create(CultureInfo.InvariantCulture, $"{year} cannot be asked: {(alignment ? "alignments are" : "the record is")} known for {first} to {known}{(day is null ? "" : string.Create(CultureInfo.InvariantCulture, $" as of {day:yyyy-MM-dd}"))}."));
        return alignment ? Aligned(parse, directory, record, year, known) : Indicated(parse, record, year, on);
    }

    private StateNetwork? Aligned(ParseResult parse, string directory, PanelRecordStore record, int year, int known)
    {
        AlignmentStore store = AlignmentStore.Open(directory);
        TieRule rule = new(parse.GetValue(Below) ?? TieRule.OfAlignment.Below, parse.GetValue(Above) ?? TieRule.OfAlignment.Above);
        if (!(rule.Below <= rule.Above)) return Nothing($"--below {rule.Below.ToString(CultureInfo.InvariantCulture)} must not exceed --above {rule.Above.ToString(CultureInfo.InvariantCulture)}.");
        IReadOnlyList<AlignmentRow> rows;
        if (known < record.LastYear)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"Computing every alignment of {year} from nothing later than {known} …"));
            rows = AlignmentVintages.Of(record, store.Model, [year], known, Environment.ProcessorCount)[0];
        }
        else rows = store.ReadYear(year, null);
        return rows.Count > 0 ? StateNetwork.OfAlignment(year, rows, store.Model.Scale, rule, parse.GetValue(MinInputs)) : Nothing(FormattableString.Invariant($"No alignment is known for {year}."));
    }

    private StateNetwork? Indicated(ParseResult parse, PanelRecordStore record, int year, string[] on)
    {
        var indicators = new List<Indicator>();
        foreach (string id in on)
        {
            if (Indicators.All.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } indicator)
                return Nothing($"Nothing is called '{id}': --on takes {StateNetwork.Alignment} alone, or one or more of {string.Join(", ", Indicators.All.Select(i => i.Id))}.");
            indicators.Add(indicator);
        }
        if (indicators.Count == 0) return Nothing("--on names nothing.");
        IReadOnlyList<DyadPanel> panels = record.ReadYear(year);
        var rules = new List<(Indicator, TieRule)>();
        foreach (Indicator indicator in indicators)
        {
            double[] values = [.. panels.Select(p => IndicatorTies.Value(p, indicator, year)).Where(v => v.IsKnown).Select(v => v.Value)];
            if (values.Length == 0)
                return Nothing(string.Create(CultureInfo.InvariantCulture, $"{indicator.Label} is unknown for every dyad in {year}; it is known for {string.Join(" and ", IndicatorDatasets.Of(indicator, record.Datasets).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.FirstYear} to {d.LastYear}")))}."));
            TieRule rule = IndicatorTies.RuleOf(indicator, values);
            rule = rule with { Above = parse.GetValue(Above) ?? rule.Above, Below = parse.GetValue(Below) ?? rule.Below };
            if (!(rule.Below <= rule.Above)) return Nothing(string.Create(CultureInfo.InvariantCulture, $"For {indicator.Id} the bound below, {rule.Below:0.###}, must not exceed the one above, {rule.Above:0.###}; give both --below and --above."));
            rules.Add((indicator, rule));
        }
        return StateNetwork.OfIndicators(year, panels, rules);
    }

    /// <summary>The state meant, a member of the system in the network's year; null, with the reason said.</summary>
    public static StateId? Member(string written, StateNetwork network)
    {
        if (DyadArguments.State(written) is not { } id) return null;
        // A state that ended goes by the one that continues it: the Soviet Union is RUS.
        StateId today = id;
        while (StateRegistry.Default.Find(today)?.ContinuedBy is { } next) today = next;
        State state = StateRegistry.Default[id];
        if (network.IndexOf(today) >= 0 && (state.ExistedIn(network.Year) || StateRegistry.Default.InYear(today, network.Year) is not null)) return today;
        string spells = string.Join(", ", state.Spells.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From.Year}–{s.To?.Year}")));
        Console.Error.WriteLine(FormattableString.Invariant($"{state.Name} was no member of the state system in {network.Year} ({spells}){(network.IndexOf(today) < 0 && state.ExistedIn(network.Year) ? ", or the record holds nothing of it" : "")}."));
        return null;
    }

    private static StateNetwork? Nothing(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
