using System.CommandLine;
using System.Globalization;
using Entente.Measures;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente rank</c>: every dyad of a year in order.</summary>
internal static class RankCommand
{
    public static Command Create()
    {
        var by = new Option<string>("--by") { Description = "level, change or asymmetry (of trade dependence).", DefaultValueFactory = _ => "level" };
        by.AcceptOnlyFromAmong("level", "change", "asymmetry");
        var year = new Option<int?>("--year") { Description = "The year. Default: the last of the record; for asymmetry the last with trade." };
        var since = new Option<int>("--since") { Description = "Years back that a change is counted from.", DefaultValueFactory = _ => 10 };
        var dimension = new Option<Dimension?>("--dimension") { Description = "Rank along one dimension. Default: overall." };
        var state = new Option<string?>("--state") { Description = "Only dyads of this state." };
        var inputs = new Option<int>("--min-inputs") { Description = "Leave out dyads with fewer indicators known in a year compared: their change is mostly the model's.", DefaultValueFactory = _ => 3 };
        var top = new Option<int>("--top") { Description = "How many to print; 0 for all.", DefaultValueFactory = _ => 20 };
        var reverse = new Option<bool>("--lowest") { Description = "From the other end." };
        var panel = DyadArguments.Panel();
        var command = new Command("rank", "Dyads of a year by level, change or asymmetry, as CSV.") { by, year, since, dimension, state, inputs, top, reverse, panel };
        command.SetAction(result =>
        {
            StateId? only = null;
            if (result.GetValue(state) is { } name && (only = DyadArguments.State(name)) is null) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                int limit = result.GetValue(top) is > 0 and int n ? n : int.MaxValue;
                bool up = result.GetValue(reverse);
                return result.GetValue(by) switch
                {
                    "change" => Change(directory, result.GetValue(year), result.GetValue(since), result.GetValue(dimension), only, result.GetValue(inputs), limit, up),
                    "asymmetry" => Asymmetry(directory, result.GetValue(year), only, limit, up),
                    _ => Level(directory, result.GetValue(year), result.GetValue(dimension), only, result.GetValue(inputs), limit, up),
                };
            });
        });
        return command;
    }

    private static int Level(string directory, int? year, Dimension? dimension, StateId? only, int inputs, int limit, bool lowest)
    {
        AlignmentStore store = AlignmentStore.Open(directory);
        int at = year ?? store.Model.LastYear;
        var rows = store.ReadYear(at, dimension).Where(r => r.Inputs >= inputs).ToList();
        if (rows.Count == 0) return Nothing(at, inputs, store.Model.FirstYear, store.Model.LastYear);
        Console.Out.WriteLine("rank,dyad,year,dimension,mean,q5,q95,inputs,asked");
        int rank = 0, printed = 0;
        foreach (AlignmentRow row in lowest ? rows.OrderBy(r => r.Mean).ThenBy(r => r.Dyad.ToString(), StringComparer.Ordinal) : rows.OrderByDescending(r => r.Mean).ThenBy(r => r.Dyad.ToString(), StringComparer.Ordinal))
        {
            rank++;
            if ((only is { } s && !row.Dyad.Contains(s)) || printed++ >= limit) continue;
            ScoreBand band = ScoreBand.Of(store.Model.Scale, row.Mean, row.Deviation);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rank},{row.Dyad},{at},{TrackCommand.NameOf(dimension)},{band.Mean:0.0},{band.Low90:0.0},{band.High90:0.0},{row.Inputs},{AlignmentItems.All.Length}"));
        }
        return ExitCodes.Ok;
    }

    private static int Change(string directory, int? year, int since, Dimension? dimension, StateId? only, int inputs, int limit, bool lowest)
    {
        AlignmentStore store = AlignmentStore.Open(directory);
        int to = year ?? store.Model.LastYear, from = to - since;
        var then = store.ReadYear(from, dimension).Where(r => r.Inputs >= inputs).ToDictionary(r => r.Dyad);
        var rows = store.ReadYear(to, dimension).Where(r => r.Inputs >= inputs && then.ContainsKey(r.Dyad))
            .Select(r => (r.Dyad, From: store.Model.Scale.Score(then[r.Dyad].Mean), To: store.Model.Scale.Score(r.Mean), r.Inputs)).ToList();
        if (rows.Count == 0) return Nothing(from, inputs, store.Model.FirstYear, store.Model.LastYear);
        Console.Out.WriteLine("rank,dyad,from,to,dimension,mean_from,mean_to,change,inputs,asked");
        int rank = 0, printed = 0;
        foreach (var row in lowest ? rows.OrderBy(r => r.To - r.From).ThenBy(r => r.Dyad.ToString(), StringComparer.Ordinal) : rows.OrderByDescending(r => r.To - r.From).ThenBy(r => r.Dyad.ToString(), StringComparer.Ordinal))
        {
            rank++;
            if ((only is { } s && !row.Dyad.Contains(s)) || printed++ >= limit) continue;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rank},{row.Dyad},{from},{to},{TrackCommand.NameOf(dimension)},{row.From:0.0},{row.To:0.0},{row.To - row.From:+0.0;-0.0;0.0},{row.Inputs},{AlignmentItems.All.Length}"));
        }
        return ExitCodes.Ok;
    }

    // Trade dependence each way: how many times more the one depends on the other than the other on it.
    private static int Asymmetry(string directory, int? year, StateId? only, int limit, bool lowest)
    {
        PanelRecordStore record = PanelRecordStore.Open(directory);
        int last = record.Datasets.Where(d => d.Id.StartsWith("trade", StringComparison.Ordinal)).Select(d => d.LastYear).DefaultIfEmpty(record.LastYear).Max(), at = year ?? last;
        var rows = record.ReadYear(at)
            .Select(p => (p.Dyad, A: p[Indicators.TradeDependence, p.Dyad.First, at], B: p[Indicators.TradeDependence, p.Dyad.Second, at]))
            .Where(r => r.A.IsKnown && r.B.IsKnown && r.A.Value > 0 && r.B.Value > 0)
            .Select(r => (Source: r.A.Value >= r.B.Value ? r.Dyad.First : r.Dyad.Second, Target: r.A.Value >= r.B.Value ? r.Dyad.Second : r.Dyad.First,
                High: Math.Max(r.A.Value, r.B.Value), Low: Math.Min(r.A.Value, r.B.Value))).ToList();
        if (rows.Count == 0) return Nothing(at, 0, record.FirstYear, last);
        Console.Out.WriteLine("rank,source,target,year,dependence_of_source,dependence_of_target,difference");
        int rank = 0, printed = 0;
        foreach (var row in lowest ? rows.OrderBy(r => r.High - r.Low) : rows.OrderByDescending(r => r.High - r.Low))
        {
            rank++;
            if ((only is { } s && row.Source != s && row.Target != s) || printed++ >= limit) continue;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rank},{row.Source},{row.Target},{at},{row.High:0.0000},{row.Low:0.0000},{row.High - row.Low:0.0000}"));
        }
        return ExitCodes.Ok;
    }

    private static int Nothing(int year, int inputs, int first, int last)
    {
        Console.Error.WriteLine(FormattableString.Invariant($"Nothing is known of {year}{(inputs > 0 ? $" with {inputs} indicators or more (--min-inputs)" : "")}; there are {first} to {last}."));
        return ExitCodes.Partial;
    }
}
