using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace Entente.Alerts.Tests;

/// <summary>Real servers on this machine: one of HTTP, one of SMTP.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-alerts");
    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_ThatFailsFirst_TakesEachAlertOnceAndSigned()
    {
        using var server = new Webhook(call => call == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent);
        Dictionary<string, Target> targets = Targets(new WebhookTarget("hook", server.Address, "SECRET"));
        using Outbox outbox = Outbox.Open(Path.Combine(_folder.FullName, "o"));
        outbox.Add([Given.Alert(1)], _ => ["hook"]);
        var delivery = new Delivery(_client, _time, _ => "key");

        (int taken, IReadOnlyList<string> faults) = await delivery.SendAsync(outbox, targets, Ending);
        Assert.Equal(0, taken);
        Assert.Contains("503", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal(0, (await delivery.SendAsync(outbox, targets, Ending)).Delivered);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, (await delivery.SendAsync(outbox, targets, Ending)).Delivered);
        Assert.Equal(0, (await delivery.SendAsync(outbox, targets, Ending)).Delivered);

        Assert.Equal(2, server.Calls.Count);
        Assert.All(server.Calls, c => Assert.Equal("id1", c.Key));
        (string body, string _, string signature) = server.Calls.Last();
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(body))), signature);
        Assert.Equal("a new event", JsonDocument.Parse(body).RootElement.GetProperty("why").GetString());
    }

    [Fact]
    public async Task Webhook_ThatIsNotThere_IsTriedLater()
    {
        using Outbox outbox = Outbox.Open(Path.Combine(_folder.FullName, "o"));
        outbox.Add([Given.Alert(1)], _ => ["hook"]);
        (int taken, IReadOnlyList<string> faults) = await new Delivery(_client, _time, _ => null).SendAsync(outbox, Targets(new WebhookTarget("hook", new Uri("http://127.0.0.1:1/"), null)), Ending);
        Assert.Equal((0, 1), (taken, faults.Count));
        Assert.Single(outbox.Waiting);
    }

    [Fact]
    public async Task Mail_OfAHostileTitle_IsOneMessageWithNoHeaderOfItsOwn()
    {
        using var server = new MailServer();
        using Outbox outbox = Outbox.Open(Path.Combine(_folder.FullName, "o"));
        outbox.Add([Given.Alert(1)], _ => ["mail"]);
        (int taken, IReadOnlyList<string> faults) = await new Delivery(_client, _time, _ => null)
            .SendAsync(outbox, Targets(new MailTarget("mail", "desk@example.org", "entente@example.org", "127.0.0.1", server.Port, false, null, null)), Ending);
        Assert.Empty(faults);
        Assert.Equal(1, taken);
        string[] lines = server.Message.ToString().Split("\r\n");
        Assert.Contains("Message-Id: <id1@entente.invalid>", lines, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(lines.TakeWhile(l => l.Length > 0), l => l.StartsWith("X-Injected", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(lines, l => l.Contains("a new event", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_OfManyAlerts_IsWellFormedNewestFirstAndBounded()
    {
        string path = Path.Combine(_folder.FullName, "alerts.atom");
        using Outbox outbox = Outbox.Open(Path.Combine(_folder.FullName, "o"));
        outbox.Add(Enumerable.Range(0, Delivery.FeedLength + 5).Select(i => Given.Alert(i) with { At = Given.Noon.AddMinutes(i) }), _ => ["feed"]);
        await new Delivery(_client, _time, _ => null).SendAsync(outbox, Targets(new FeedTarget("feed", path)), Ending);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement[] entries = [.. XDocument.Load(path).Root!.Elements(atom + "entry")];
        Assert.Equal(Delivery.FeedLength, entries.Length);
        Assert.Equal($"urn:entente:alert:id{Delivery.FeedLength + 4}", entries[0].Element(atom + "id")!.Value);
        Assert.Empty(entries[0].Element(atom + "content")!.Elements());
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, Target> Targets(Target target) => new(StringComparer.Ordinal) { [target.Name] = target };

    private sealed class Webhook : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Webhook(Func<int, HttpStatusCode> answer)
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook/");
            }
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = Task.Run(async () =>
            {
                for (int call = 0; _listener.IsListening; call++)
                {
                    HttpListenerContext context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream);
                    Calls.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers["Idempotency-Key"]!, context.Request.Headers["X-Entente-Signature"]!));
                    context.Response.StatusCode = (int)answer(call);
                    context.Response.Close();
                }
            });
        }

        public Uri Address { get; }

        public ConcurrentQueue<(string Body, string Key, string Signature)> Calls { get; } = new();

        public void Dispose() => _listener.Close();
    }

    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public MailServer()
        {
            _listener.Start();
            _ = Task.Run(async () =>
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 here");
                bool data = false;
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (data && line != ".") Message.Append(line).Append("\r\n");
                    else if (data)
                    {
                        data = false;
                        await writer.WriteLineAsync("250 taken");
                    }
                    else if (line == "DATA")
                    {
                        data = true;
                        await writer.WriteLineAsync("354 go on");
                    }
                    else await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 fine");
                }
            });
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public StringBuilder Message { get; } = new();

        public void Dispose() => _listener.Dispose();
    }
}
