using System.Globalization;
using System.Text.Json;
using Entente.Reading;
using Entente.Scenarios.Shocks;
using Entente.Scenarios.Simulation;

namespace Entente.Cli.Scenarios;

/// <summary>Runs the conditionals of a text: the expert's sentence, the shocks it supposes, the model's answer, and whether the two agree.</summary>
internal static class ConditionalRun
{
    public static int Run(SystemSession session, IReadOnlyList<ConditionalObservation> conditionals, UndirectedDyad? only, int years, ScenarioOptions options, bool json, CancellationToken cancellation)
    {
        ShockSizes sizes = session.Sizes();
        int failed = 0, run = 0;
        foreach (ConditionalObservation c in conditionals.Where(c => only is null || c.Dyad == only))
        {
            try
            {
                IReadOnlyList<Shock> shocks = ConditionalShocks.Of(c, sizes, session.System, session.Origin, new DateOnly(session.Year, 12, 31));
                var plan = new ShockPlan(shocks, session.System, session.Origin, session.Year, years);
                ScenarioResult found = ScenarioRunner.Run(session.System, session.Origin, session.Dynamics, session.Innovations, plan, c.Dyad, options, cancellation);
                run++;
                if (json) Console.Out.WriteLine(JsonSerializer.Serialize(new { id = c.Id, quoted = c.Evidence.Quoted, speaker = c.Speaker, direction = c.Direction.ToString(), verdict = Verdict(c, found), result = ScenarioJson.Shape(found, sizes) }, ForecastCommand.Json));
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
        foreach (Shock s in r.Shocks.Take(6)) o.WriteLine($"  shock   {ScenarioText.Meaning(s)}");
        if (r.Shocks.Length > 6) o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  shock   and {r.Shocks.Length - 6} more of the same kind"));
        o.WriteLine($"  model   {ScenarioText.Answer(r)}");
        o.WriteLine($"          {string.Join("; ", r.Parts.Where(p => Math.Abs(p.Size.Mean) >= 0.0005).OrderByDescending(p => Math.Abs(p.Size.Mean)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{ScenarioText.Name(p)} {p.Size.Mean:+0.000;-0.000} ({p.Size.Low:+0.000;-0.000;0.000} to {p.Size.High:+0.000;-0.000;0.000})")))}");
        o.WriteLine($"  verdict {Verdict(c, r)}");
        o.WriteLine();
    }

    internal static string Verdict(ConditionalObservation c, ScenarioResult r)
    {
        if (r.Shocks.Any(s => s is RelationShock own && own.Dyad == r.Dyad)) return "the condition is itself a change between the two: it says what it supposes, and the model can neither confirm nor deny it";
        Effect e = r.Difference[^1].Effect;
        if (c.Direction == Direction.Unclear) return "the text says no direction to compare";
        if (e.Low <= 0 && e.High >= 0) return "open: the model's interval holds both directions";
        bool agree = e.Mean > 0 == (c.Direction == Direction.Closer);
        string size = Math.Abs(e.Mean) < 1 ? ", but holds the effect small (under one point)" : "";
        return agree ? $"the model agrees on the direction{size}" : $"the model DISAGREES on the direction{(size.Length > 0 ? ", though it holds the effect small (under one point)" : "")}";
    }

    private static string Way(Direction direction) => direction switch
    {
        Direction.Closer => "closer",
        Direction.Apart => "further apart",
        _ => "it does not say which way",
    };

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
