using System.CommandLine;

namespace Entente.Cli.Eval;

/// <summary><c>entente eval KIND FILE…</c>: scores the product on gold files; one JSON object on stdout.</summary>
internal static class EvalCommand
{
    public static Command Create() => new("eval", "Score Entente on annotated files; prints one JSON object.")
    {
        ExtractEval.Create(),
        RepairEval.Create(),
        EventsEval.Create(),
        QuotationsEval.Create(),
        ActorsEval.Create(),
        DatesEval.Create(),
        ParseEval.Create(),
        IdealPointsEval.Create(),
        ChangePointsEval.Create(),
        CoverageEval.Create(),
        NewsEval.Create(),
        ScenariosEval.Create(),
    };
}
