using System.CommandLine;
using System.Text.Json;
using Entente.Measures;
using Entente.Measures.Factors;
using Entente.Storage;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval coverage</c>: how often a withheld indicator lies inside the interval that the others predict.</summary>
internal static class CoverageEval
{
    public static Command Create()
    {
        var panel = DyadArguments.Panel();
        var every = new Option<int>("--every") { Description = "Take one in so many of the dyads the model was not learned from.", DefaultValueFactory = _ => 40 };
        var last = new Option<int>("--last") { Description = "Withhold so many last years; 0 withholds an indicator's whole series.", DefaultValueFactory = _ => 0 };
        var command = new Command("coverage", "Share of withheld values of each indicator inside the 50 and 90 % intervals predicted from the others.") { panel, every, last };
        command.SetAction(result => DyadArguments.With(result.GetValue(panel), directory =>
        {
            AlignmentModel model = AlignmentStore.OpenModel(directory);
            int step = Math.Max(1, result.GetValue(every));
            List<FactorSeries> series = [.. AlignmentWriter.Collect(PanelRecordStore.Open(directory), model.FirstYear, model.LastYear)
                .Where(d => !AlignmentLearner.IsLearnedFrom(d.Dyad, d.Values)).Where((_, i) => i % step == 0)
                .Select(d => AlignmentModel.Standardise(d.Values, model.FirstYear, model.Standards)).OfType<FactorSeries>()];
            var coverage = FactorCoverage.Measure(model.Factors, series, Math.Max(0, result.GetValue(last)), Environment.ProcessorCount);
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                dyads = series.Count,
                withheld = result.GetValue(last) == 0 ? "series" : FormattableString.Invariant($"last {result.GetValue(last)} years"),
                n = coverage.Sum(c => c.Values),
                inside50 = Math.Round(coverage.Sum(c => c.Inside50 * c.Values) / Math.Max(1, coverage.Sum(c => c.Values)), 4),
                inside90 = Math.Round(coverage.Sum(c => c.Inside90 * c.Values) / Math.Max(1, coverage.Sum(c => c.Values)), 4),
                indicators = coverage.ToDictionary(c => c.Item.Id, c => new { n = c.Values, inside50 = Math.Round(c.Inside50, 4), inside90 = Math.Round(c.Inside90, 4) }, StringComparer.Ordinal),
            }));
            return ExitCodes.Ok;
        }));
        return command;
    }
}
