using System.Net;
using System.Net.Sockets;

namespace Entente.Intake;

/// <summary>Tells addresses of the public internet from those of one's own machine, network or cloud.</summary>
/// <remarks>IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890): what is not globally reachable is not public.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] s_closed4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork s_global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] s_closed6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether the address is globally reachable. An address that carries an IPv4 address is as public as that.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !s_closed4.Any(n => n.Contains(address));
        byte[] bytes = address.GetAddressBytes();
        if (s_nat64.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        if (s_sixToFour.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        return s_global6.Contains(address) && !s_closed6.Any(n => n.Contains(address));
    }
}
