using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Entente.Intake.Tests;

/// <summary>A server of raw bytes on a free port of this machine, for answers that no decent server gives.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, IReadOnlyDictionary<string, string>, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    /// <param name="answer">Given the path asked for, writes the whole answer.</param>
    public LocalServer(Func<string, NetworkStream, CancellationToken, Task> answer) : this((path, _, stream, stop) => answer(path, stream, stop))
    {
    }

    /// <param name="answer">Given the path asked for and the request's headers, writes the whole answer.</param>
    public LocalServer(Func<string, IReadOnlyDictionary<string, string>, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}";

    public static LocalServer Of(string head, byte[] body) => new(async (_, stream, stop) =>
    {
        await stream.WriteAsync(Head(head), stop);
        await stream.WriteAsync(body, stop);
    });

    public static byte[] Head(string lines) => Encoding.Latin1.GetBytes(lines.ReplaceLineEndings("\r\n") + "\r\nConnection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                string path = (await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ') is [_, var p, ..] ? p : "";
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                    if (line.Split(':', 2) is [var name, var value]) headers[name] = value.Trim();
                await _answer(path, headers, stream, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
            }
        }
    }
}
