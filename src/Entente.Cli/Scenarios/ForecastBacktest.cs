using System.CommandLine;
using System.Globalization;
using Entente.Questions;
using Entente.Scenarios;
using Entente.Scenarios.Forecasts;
using Entente.Storage;

namespace Entente.Cli.Scenarios;

/// <summary><c>entente forecast backtest</c>: forecasts from every year of the past, from what could be known then, scored by what came.</summary>
internal static class ForecastBacktest
{
    public static Command Create()
    {
        var output = new Option<FileInfo?>("--out") { Description = "CSV of every forecast: origin,horizon,dyad,mean,q5,q95,crps,crps_baseline,observed. The baseline is the empirical random walk." };
        var from = new Option<int>("--from") { Description = "First origin.", DefaultValueFactory = _ => 1970 };
        var every = new Option<int>("--every") { Description = "Every so-many-th year is an origin.", DefaultValueFactory = _ => 1 };
        var sample = new Option<int>("--sample") { Description = "Score every so-many-th dyad only.", DefaultValueFactory = _ => 1 };
        var publish = new Option<DirectoryInfo?>("--publish") { Description = "Also write skill.json there, which `entente forecast` prints from." };
        var panel = DyadArguments.Panel();
        var nowcasts = ForecastCommand.Nowcasts();
        var command = new Command("backtest", "Rolling-origin backtest over all dyads; a JSON summary on standard output.") { output, from, every, sample, publish, panel, nowcasts };
        command.SetAction((result, cancellation) => Task.FromResult(DyadArguments.With(result.GetValue(panel), directory =>
        {
            StateSystem system = SystemStore.Read(directory, ForecastCommand.NowcastsOf(result.GetValue(nowcasts)));
            var options = new BacktestOptions(result.GetValue(from), result.GetValue(every), result.GetValue(sample));
            if (options.From < system.FirstYear + 8 || options.From >= system.LastYear || options.Every < 1 || options.Dyads < 1)
            {
                Console.Error.WriteLine(FormattableString.Invariant($"--from takes {system.FirstYear + 8} to {system.LastYear - 1}, --every and --sample 1 or more."));
                return ExitCodes.Usage;
            }
            using StreamWriter? file = result.GetValue(output) is { } to ? new StreamWriter(to.FullName) { NewLine = "\n" } : null;
            file?.WriteLine("origin,horizon,dyad,mean,q5,q95,crps,crps_baseline,observed");
            BacktestSummary summary = Backtest.Run(system, options, file is null ? null : row => file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Origin},{row.Horizon},{row.Dyad},{row.Mean:0.###},{row.Q5:0.###},{row.Q95:0.###},{row.Crps:0.####},{row.CrpsBaseline:0.####},{row.Observed:0.###}")), Console.Error.WriteLine, cancellation);
            if (result.GetValue(publish) is { } folder) SkillTable.Write(folder.FullName, options, summary);
            Console.Out.WriteLine(SkillTable.Text(options, summary));
            return ExitCodes.Ok;
        })));
        return command;
    }
}
