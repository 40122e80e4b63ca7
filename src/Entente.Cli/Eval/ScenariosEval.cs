using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Cli.Scenarios;
using Entente.Scenarios.Simulation;
using Entente.Storage;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval scenarios</c>: past shocks as tests; the shocked dyads are put on the path they took, all others predicted and scored.</summary>
internal static class ScenariosEval
{
    // Names of shocks hold dashes and apostrophes, to be read as they are.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var panel = DyadArguments.Panel();
        var nowcasts = ForecastCommand.Nowcasts();
        var command = new Command("scenarios", "Past shocks as tests of scenarios: mean absolute error of the other dyads against no change and against the dynamics without the shock.") { panel, nowcasts };
        command.SetAction(result => DyadArguments.With(result.GetValue(panel), directory =>
        {
            var scores = ScenarioValidation.Run(SystemStore.Read(directory, ForecastCommand.NowcastsOf(result.GetValue(nowcasts))), ScenarioValidation.Past);
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                shocks = scores.Select(s => new
                {
                    shock = s.Shock.Name,
                    origin = s.Shock.Origin,
                    years = s.Shock.Years,
                    shocked = s.Shock.Shocked.Select(d => d.ToString()),
                    scope = s.Scope,
                    n = s.N,
                    no_change = R(s.NoChange),
                    baseline = R(s.Baseline),
                    scenario = R(s.Scenario),
                    correlation = R(s.Correlation),
                    signs_right = R(s.SignsRight),
                }),
            }, s_json));
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static double? R(double x) => double.IsNaN(x) ? null : Math.Round(x, 4);
}
