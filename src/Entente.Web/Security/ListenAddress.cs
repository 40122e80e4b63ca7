using System.Net;

namespace Entente.Web.Security;

/// <summary>Where may be listened.</summary>
internal static class ListenAddress
{
    /// <summary>Why the address may not be listened on, or null.</summary>
    public static string? Refusal(ServeOptions options) => IPAddress.IsLoopback(options.Address) || options.Keys is not null
        ? null
        : $"{options.Address} can be reached from other machines, and no keys are given: anybody there could read and change the store. Give --keys FILE ('entente serve new-key NAME ROLE' prints a line for it), or leave --address out.";

    /// <summary>Host names that are answered; anything else may be another site's page that was led here.</summary>
    public static IReadOnlyList<string> Hosts(ServeOptions options) =>
    [
        "localhost", "127.0.0.1", "[::1]",
        .. options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any) ? [] : (string[])[options.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{options.Address}]" : options.Address.ToString()],
        .. options.Hosts,
    ];
}
