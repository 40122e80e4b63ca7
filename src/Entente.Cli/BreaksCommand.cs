using System.CommandLine;
using System.Globalization;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Record;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente breaks</c>: dated rifts and rapprochements with their probability.</summary>
internal static class BreaksCommand
{
    public static Command Create()
    {
        var dyad = new Option<string[]>("--dyad") { Description = "Two states.", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        var all = new Option<bool>("--all") { Description = "Every dyad." };
        var least = new Option<double>("--least") { Description = "Least probability to print, for one dyad.", DefaultValueFactory = _ => BreakFinder.Asserted };
        var why = new Option<bool>("--why") { Description = "With a column of what speaks for it, for one dyad." };
        var asOf = DyadArguments.AsOf();
        var vintage = DyadArguments.VintageOption();
        var panel = DyadArguments.Panel();
        var command = new Command("breaks", "Rifts and rapprochements, as dyad,date,direction,probability.") { dyad, all, least, why, asOf, vintage, panel };
        command.SetAction(result =>
        {
            if (result.GetValue(dyad) is not { Length: 2 } names) return result.GetValue(all) ? DyadArguments.With(result.GetValue(panel), All) : Usage();
            if (DyadArguments.Dyad(names[0], names[1]) is not { } one) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                PanelRecordStore record = PanelRecordStore.Open(directory);
                DyadPanel its = DyadArguments.Record(record, one, result.GetValue(asOf), result.GetValue(vintage));
                int last = DyadArguments.LastYear(result.GetValue(asOf), record.LastYear);
                AlignmentHistory? history = AlignmentHistory.Of(AlignmentStore.OpenModel(directory), its, last);
                bool reasons = result.GetValue(why);
                Console.Out.WriteLine("dyad,date,direction,probability" + (reasons ? ",why" : ""));
                var evidence = new BreakEvidence(one, its.Episodes, history?.Series, DyadContext.Of(one, record.ReadStates(), record.ReadProximities()), last);
                foreach (Break b in BreakFinder.Find(BreakModel.Default, evidence, AlignmentModel.Beginning, result.GetValue(least)))
                    Write(b, reasons ? ",\"" + string.Join("; ", b.Signals.Select(s => s.Label)).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : "");
                return ExitCodes.Ok;
            });
        });
        return command;
    }

    private static int All(string directory)
    {
        Console.Out.WriteLine("dyad,date,direction,probability");
        foreach (Break b in BreakStore.Read(directory)) Write(b, "");
        return ExitCodes.Ok;
    }

    private static void Write(Break b, string more) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{b.Dyad},{b.Year},{BreakStore.NameOf(b.Turn)},{b.Probability:0.000}{more}"));

    private static int Usage()
    {
        Console.Error.WriteLine("Say --dyad A B, or --all.");
        return ExitCodes.Usage;
    }
}
