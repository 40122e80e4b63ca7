using System.CommandLine;
using System.Globalization;
using Entente.Measures;
using Entente.Record;

namespace Entente.Cli;

/// <summary><c>entente compare A B -- C D</c>: two dyads side by side, and with <c>--sensitivity</c> how far a weight must move to change their order.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var states = new Argument<string[]>("states") { Description = "A B -- C D: four states, two dyads.", Arity = new ArgumentArity(4, 4) };
        var year = new Option<int?>("--year") { Description = "The year. Default: the last both have." };
        var asOf = DyadArguments.AsOf();
        var vintage = DyadArguments.VintageOption();
        var weights = DyadArguments.Weights();
        var sensitivity = new Option<bool>("--sensitivity") { Description = "Also say how far the weight of one indicator must move to change the order." };
        var panel = DyadArguments.Panel();
        var command = new Command("compare", "Two dyads side by side, by dimension (CSV).") { states, year, asOf, vintage, weights, sensitivity, panel };
        command.SetAction(result =>
        {
            string[] names = result.GetValue(states)!;
            if (DyadArguments.Dyad(names[0], names[1]) is not { } one || DyadArguments.Dyad(names[2], names[3]) is not { } other) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                DateOnly? day = result.GetValue(asOf);
                string[]? given = result.GetValue(weights);
                Vintage how = result.GetValue(vintage);
                if (DyadArguments.History(directory, one, day, how, given) is not { } x || DyadArguments.History(directory, other, day, how, given) is not { } y) return ExitCodes.Partial;
                int at = result.GetValue(year) ?? Math.Min(x.LastYear, y.LastYear);
                if (!x.Covers(at) || !y.Covers(at))
                {
                    Console.Error.WriteLine(FormattableString.Invariant($"{at} lies outside the record of one of the two ({x.FirstYear}–{x.LastYear}, {y.FirstYear}–{y.LastYear})."));
                    return ExitCodes.Partial;
                }
                Console.Out.WriteLine("dyad,year,dimension,mean,q5,q95,inputs,asked");
                foreach (AlignmentHistory h in new[] { x, y })
                    foreach (Dimension? d in TrackCommand.Dimensions())
                    {
                        ScoreBand s = h.Score(at, d);
                        (int present, int asked) = h.Inputs(at, d);
                        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{h.Dyad},{at},{TrackCommand.NameOf(d)},{s.Mean:0.0},{s.Low90:0.0},{s.High90:0.0},{present},{asked}"));
                    }
                if (!result.GetValue(sensitivity)) return ExitCodes.Ok;
                var shifts = WeightSensitivity.OfOrder(x, y, at);
                if (shifts.Length == 0) Console.Error.WriteLine(FormattableString.Invariant($"No weight of a single indicator between 0 and {WeightSensitivity.Most:0} changes the order."));
                foreach (WeightShift shift in shifts)
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The order turns when {shift.Indicator.Id} counts {shift.Weight:0.0##} times as much."));
                return ExitCodes.Ok;
            });
        });
        return command;
    }
}
