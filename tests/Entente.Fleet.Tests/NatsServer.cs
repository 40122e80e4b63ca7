using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Entente.Fleet.Tests;

/// <summary>
/// A nats-server of a test's own, with JetStream in a folder of its own. Where the program is not installed, tests are skipped, and fail under CI=true.
/// </summary>
public sealed class NatsServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-nats-").FullName;
    private readonly int _port = FreePort();
    private readonly string _program;
    private Process? _process;

    public NatsServer()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(d => Path.Combine(d, "nats-server")).FirstOrDefault(File.Exists);
        bool ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        Assert.SkipWhen(program is null && !ci, "nats-server is not installed.");
        Assert.True(program is not null, "nats-server is not installed: apt-get install nats-server.");
        _program = program;
        Start();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{_port}");

    public void Start()
    {
        var start = new ProcessStartInfo(_program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])["-a", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-js", "-sd", _folder]) start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new InvalidOperationException("nats-server did not start.");
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        for (int trial = 0; trial < 200; trial++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException)
            {
                Task.Delay(50).Wait();
            }
        }
        throw new InvalidOperationException("nats-server does not answer.");
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
