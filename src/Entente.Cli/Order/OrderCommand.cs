using System.CommandLine;

namespace Entente.Cli.Order;

/// <summary><c>entente order</c>: the system of states.</summary>
internal static class OrderCommand
{
    public static Command Create() => new("order", "The system of states: balance, blocs and landscape.")
    {
        OrderFrustration.Create(), OrderBlocs.Create(), OrderLandscape.Create(),
    };
}
