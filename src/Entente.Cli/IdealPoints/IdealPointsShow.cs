using System.CommandLine;
using System.Globalization;
using Entente.Measures.IdealPoints;

namespace Entente.Cli.IdealPoints;

/// <summary><c>entente ideal-points show STATE…</c>: a state's sessions; or, without a state, all states of a session in order.</summary>
internal static class IdealPointsShow
{
    public static Command Create()
    {
        var names = new Argument<string[]>("STATE") { Description = "States; none for all of one session.", Arity = ArgumentArity.ZeroOrMore };
        var session = new Option<int?>("--session") { Description = "Only this session; without a state its default is the last." };
        Option<FileInfo> from = IdealPointFile.FromOption();
        var command = new Command("show", "Shows estimates with their 90 % bands.") { names, session, from };
        command.SetAction(result =>
        {
            try
            {
                List<IdealPoint> points = IdealPointFile.Read(result.GetRequiredValue(from).FullName);
                if (IdealPointFile.States(result.GetValue(names)!) is not { } states) return ExitCodes.Usage;
                int? only = result.GetValue(session) ?? (states.Count == 0 && points.Count > 0 ? points.Max(p => p.Session) : null);
                List<IdealPoint> chosen = [.. points.Where(p => only is null || p.Session == only)];
                foreach (IEnumerable<IdealPoint> part in states.Count == 0
                    ? [chosen.OrderByDescending(p => p.Mean)]
                    : states.Select(s => chosen.Where(p => s.Ccodes.Contains(p.Ccode)).OrderBy(p => p.Session)))
                    foreach (IdealPoint p in part)
                        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name(p),-32} {p.Session,3} {1945 + p.Session} {p.Mean,7:0.00}   {p.Q5,6:0.00} to {p.Q95,5:0.00}"));
                if (chosen.Count > 0) return ExitCodes.Ok;
                Console.Error.WriteLine("No estimate is there for what was asked.");
                return ExitCodes.Partial;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }

    private static string Name(IdealPoint p) => StateRegistry.Default.ByCow(p.Ccode, 1945 + p.Session)?.Name
        ?? StateRegistry.Default.All.FirstOrDefault(s => s.Cow == p.Ccode)?.Name ?? p.Ccode.ToString(CultureInfo.InvariantCulture);
}
