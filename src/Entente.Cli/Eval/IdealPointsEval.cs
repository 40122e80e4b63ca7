using System.CommandLine;
using System.Text.Json;
using Entente.Evaluation.Measures;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval ideal-points ESTIMATES PUBLISHED</c>: prints <c>{n, missing, pooled_r, mae, in_band, britain_r, median_session_r, band_width_ratio}</c>.</summary>
internal static class IdealPointsEval
{
    public static Command Create()
    {
        var estimates = new Argument<FileInfo>("ESTIMATES") { Description = "Written by `entente ideal-points fit --out FILE`." };
        var published = new Argument<FileInfo>("PUBLISHED") { Description = "Published ideal points: ccode,session,NVotes,IdealPoint,Q5%,Q50%,Q95%." };
        var command = new Command("ideal-points", "Compare ideal points with published ones.") { estimates, published };
        command.SetAction(parse =>
        {
            try
            {
                IdealPointScore score = IdealPointScorer.Score(File.ReadLines(parse.GetRequiredValue(estimates).FullName), File.ReadLines(parse.GetRequiredValue(published).FullName));
                Console.Out.WriteLine(JsonSerializer.Serialize(score));
                if (score.N > 0) return ExitCodes.Ok;
                Console.Error.WriteLine("No state-session is in both files.");
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
}
