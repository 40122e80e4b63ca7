using System.CommandLine;

namespace Entente.Cli.IdealPoints;

/// <summary><c>entente ideal-points</c>: where states stand in the General Assembly; fits, shows and plots.</summary>
internal static class IdealPointsCommand
{
    public static Command Create() => new("ideal-points", "Ideal points of states in the UN General Assembly (Bailey, Strezhnev and Voeten 2017).")
    {
        IdealPointsFit.Create(), IdealPointsShow.Create(), IdealPointsPlot.Create(),
    };
}
