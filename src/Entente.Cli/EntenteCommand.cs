using System.CommandLine;
using Entente.Cli.Eval;
using Entente.Cli.Fleet;
using Entente.Cli.IdealPoints;
using Entente.Cli.Order;
using Entente.Cli.Scenarios;
using Entente.Cli.Similarity;
using Entente.Cli.Streams;
using Entente.Cli.Train;

namespace Entente.Cli;

/// <summary>The root command: one line per verb, each verb a file of its own.</summary>
internal static class EntenteCommand
{
    public static RootCommand Create() => new("Shows how closely two states are aligned, along which lines, what would pull them apart, and how it knows.")
    {
        BriefCommand.Create(),
        TrackCommand.Create(),
        CompareCommand.Create(),
        StagesCommand.Create(),
        RankCommand.Create(),
        WhyCommand.Create(),
        BreaksCommand.Create(),
        PressureCommand.Create(),
        ReadCommand.Create(),
        WatchCommand.Create(),
        CodeCommand.Create(),
        ParseCommand.Create(),
        ShowCommand.Create(),
        ExplainCommand.Create(),
        StoreCommand.Create(),
        ServeCommand.Create(),
        McpCommand.Create(),
        RecordCommand.Create(),
        StreamCommand.Create(),
        DispatchCommand.Create(),
        WorkerCommand.Create(),
        FleetCommand.Create(),
        IdealPointsCommand.Create(),
        SimilarityCommand.Create(),
        ChangePointsCommand.Create(),
        OrderCommand.Create(),
        ForecastCommand.Create(),
        ScenarioCommand.Create(),
        EvalCommand.Create(),
        TrainCommand.Create(),
    };
}
