using System.CommandLine;
using System.Globalization;
using Entente.Measures;

namespace Entente.Cli;

/// <summary><c>entente why A B --from Y --to Y</c>: what moved the score, in parts that add up.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var a = DyadArguments.StateArgument("A");
        var b = DyadArguments.StateArgument("B");
        var from = new Option<string>("--from") { Description = "A year or a day.", Required = true };
        var to = new Option<string>("--to") { Description = "A later year or day.", Required = true };
        var dimension = new Option<Dimension?>("--dimension") { Description = "Along one dimension. Default: overall." };
        var asOf = DyadArguments.AsOf();
        var vintage = DyadArguments.VintageOption();
        var weights = DyadArguments.Weights();
        var panel = DyadArguments.Panel();
        var command = new Command("why", "What moved the score between two years: indicators, with points that add up to the change (CSV).") { a, b, from, to, dimension, asOf, vintage, weights, panel };
        command.SetAction(result =>
        {
            if (DyadArguments.Dyad(result.GetValue(a)!, result.GetValue(b)!) is not { } dyad) return ExitCodes.Usage;
            if (Year(result.GetValue(from)!) is not { } first || Year(result.GetValue(to)!) is not { } last || first >= last)
            {
                Console.Error.WriteLine("--from and --to are years or days (yyyy or yyyy-MM-dd), the first before the second.");
                return ExitCodes.Usage;
            }
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                if (DyadArguments.History(directory, dyad, result.GetValue(asOf), result.GetValue(vintage), result.GetValue(weights)) is not { } history) return ExitCodes.Partial;
                if (!history.Covers(first) || !history.Covers(last))
                {
                    Console.Error.WriteLine(FormattableString.Invariant($"The record of {dyad} reaches from {history.FirstYear} to {history.LastYear}."));
                    return ExitCodes.Partial;
                }
                Dimension? along = result.GetValue(dimension);
                double then = history.Score(first, along).Mean, now = history.Score(last, along).Mean;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dyad}, {TrackCommand.NameOf(along)}: {then:0.0} in {first}, {now:0.0} in {last}."));
                Console.Out.WriteLine("indicator,dimension,points");
                foreach (ScorePart part in history.Change(first, last, along).OrderByDescending(p => Math.Abs(p.Points)))
                    if (Math.Abs(part.Points) >= 0.005) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part.Indicator!.Id},{TrackCommand.NameOf(part.Indicator.Dimension)},{part.Points:0.00}"));
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"total,{TrackCommand.NameOf(along)},{now - then:0.00}"));
                return ExitCodes.Ok;
            });
        });
        return command;
    }

    private static int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.Year : null;
}
