using System.CommandLine;
using Entente.Briefings;
using Entente.Measures.IdealPoints;

namespace Entente.Cli.IdealPoints;

/// <summary><c>entente ideal-points plot STATE…</c>: the series of some states, in the terminal or as SVG with 90 % bands.</summary>
internal static class IdealPointsPlot
{
    private const int MostStates = 8;

    public static Command Create()
    {
        var names = new Argument<string[]>("STATE") { Description = "One to eight states.", Arity = ArgumentArity.OneOrMore };
        var svg = new Option<FileInfo?>("--svg") { Description = "Write an SVG file with 90 % bands." };
        Option<FileInfo> from = IdealPointFile.FromOption();
        var command = new Command("plot", "Plots estimates over the sessions.") { names, svg, from };
        command.SetAction(result =>
        {
            if (result.GetValue(names)!.Length > MostStates)
            {
                Console.Error.WriteLine($"At most {MostStates} states fit one plot.");
                return ExitCodes.Usage;
            }
            try
            {
                List<IdealPoint> points = IdealPointFile.Read(result.GetRequiredValue(from).FullName);
                if (IdealPointFile.States(result.GetValue(names)!) is not { } states) return ExitCodes.Usage;
                ChartSeries[] series = [.. states.Select(s => new ChartSeries(s.Name,
                    [.. points.Where(p => s.Ccodes.Contains(p.Ccode)).OrderBy(p => p.Session).DistinctBy(p => p.Session).Select(p => new ChartPoint(1945 + p.Session, p.Mean, p.Q5, p.Q95))]))];
                foreach (ChartSeries s in series.Where(s => s.Points.Count == 0)) Console.Error.WriteLine($"No estimate is there for {s.Name}.");
                if (result.GetValue(svg) is { } file) File.WriteAllText(file.FullName, LineChart.Svg("Ideal points in the UN General Assembly, with 90 % bands", series));
                else Console.Out.Write(LineChart.Text(series, 72, 20));
                return series.Any(s => s.Points.Count == 0) ? ExitCodes.Partial : ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return ExitCodes.Input;
            }
        });
        return command;
    }
}
