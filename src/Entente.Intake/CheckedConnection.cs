using System.Net;
using System.Net.Sockets;

namespace Entente.Intake;

/// <summary>Opens connections to public addresses only.</summary>
/// <remarks>The address that was checked is the address connected to, so a name that resolves otherwise a moment later wins nothing.</remarks>
internal static class CheckedConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint target, WebOptions options, CancellationToken cancellation)
    {
        IPAddress[] found;
        try
        {
            // A literal is not looked up: the resolver refuses 0.0.0.0 and :: by an error of its own.
            found = IPAddress.TryParse(target.Host, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellation);
        }
        catch (SocketException)
        {
            throw new WebRefusalException("access", $"No host is called {target.Host}.");
        }
        IPAddress[] open = options.AllowPrivate ? found : [.. found.Where(options.IsPublic)];
        if (open.Length == 0)
            throw new WebRefusalException("refused", found.Length == 0
                ? $"{target.Host} has no address."
                : $"{target.Host} is {found[0]}, which is no public address; --allow-private permits it.");
        SocketException? last = null;
        foreach (IPAddress address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw new WebRefusalException("access", $"{target.Host}, port {target.Port}: {last!.Message}.");
    }
}
