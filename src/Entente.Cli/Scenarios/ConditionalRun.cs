using System.Globalization;
using Entente.Questions;
using Entente.Reading;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Cli.Scenarios;

/// <summary>Runs the conditionals of a text: the expert's sentence, the shocks it supposes, the model's answer, and whether the two agree.</summary>
internal static class ConditionalRun
{
    public static int Run(ScenarioSystem system, IReadOnlyList<ConditionalObservation> conditionals, UndirectedDyad? only, int years, ScenarioOptions options, bool json, CancellationToken cancellation)
    {
        int failed = 0, run = 0;
        foreach (ConditionalObservation c in conditionals.Where(c => only is null || c.Dyad == only))
        {
            try
            {
                ScenarioResult found = system.Run(c.Dyad, system.Of(c), years, options, cancellation);
                run++;
                if (json) Console.Out.WriteLine(ScenarioJson.Write(c, found, system.Sizes));
                else Print(c, found);
            }
            catch (ShockException e)
            {
                failed++;
                Console.Error.WriteLine($"{c.Id}: “{Short(c.Condition)}”: {e.Message}");
            }
        }
        if (run + failed == 0) Console.Error.WriteLine(only is null ? "There is no conditional to run." : $"No conditional of the text is about {only}.");
        return failed == 0 && run > 0 ? ExitCodes.Ok : ExitCodes.Partial;
    }

    private static void Print(ConditionalObservation c, ScenarioResult r)
    {
        TextWriter o = Console.Out;
        o.WriteLine($"{c.Id}  {c.Speaker ?? "the author"}: {c.Evidence.Quoted}");
        o.WriteLine($"  expert  {(c.Necessary ? "only if" : "if")} {Short(c.Condition)}: {Way(c.Direction)}");
        foreach (Shock s in r.Shocks.Take(6)) o.WriteLine($"  shock   {ScenarioWords.Meaning(s)}");
        if (r.Shocks.Length > 6) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  shock   and {r.Shocks.Length - 6} more of the same kind"));
        o.WriteLine($"  model   {ScenarioWords.Answer(r)}");
        o.WriteLine($"          {string.Join("; ", r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{ScenarioWords.Name(p)} {p.Size.Mean:+0.000;-0.000} ({p.Size.Low:+0.000;-0.000;0.000} to {p.Size.High:+0.000;-0.000;0.000})")))}");
        o.WriteLine($"  verdict {ScenarioWords.Verdict(c, r)}");
        o.WriteLine();
    }

    private static string Way(Direction direction) => direction switch
    {
        Direction.Closer => "closer",
        Direction.Apart => "further apart",
        _ => "it does not say which way",
    };

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
