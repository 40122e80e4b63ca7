using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Entente.Alerts;

/// <summary>Sends what waits in an outbox. Alerts that are not taken stay there and are tried again later.</summary>
/// <param name="client">For webhooks; must not follow redirects.</param>
/// <param name="time">The clock.</param>
/// <param name="secret">Gives the value of an environment variable.</param>
public sealed class Delivery(HttpClient client, TimeProvider time, Func<string, string?> secret)
{
    /// <summary>Alerts kept in a feed, newest first.</summary>
    public const int FeedLength = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends everything that is due.</summary>
    /// <returns>How many were taken, and the faults of the others.</returns>
    public async Task<(int Delivered, IReadOnlyList<string> Faults)> SendAsync(Outbox outbox, IReadOnlyDictionary<string, Target> targets, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(targets);
        int delivered = 0;
        var faults = new List<string>();
        foreach (Pending pending in outbox.Waiting.Where(p => p.NotBefore <= time.GetUtcNow()).OrderBy(p => p.Alert.At).ThenBy(p => p.Alert.Id, StringComparer.Ordinal).ToList())
        {
            string? fault = targets.TryGetValue(pending.Target, out Target? target) ? await TrySendAsync(target, pending.Alert, cancellation) : "the file of saved questions no longer names this target";
            if (fault is null)
            {
                outbox.Delivered(pending, time.GetUtcNow());
                delivered++;
                continue;
            }
            outbox.Failed(pending, fault, time.GetUtcNow());
            faults.Add($"{pending.Target}: {fault}");
        }
        return (delivered, faults);
    }

    private async Task<string?> TrySendAsync(Target target, Alert alert, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        try
        {
            switch (target)
            {
                case WebhookTarget webhook: return await PostAsync(webhook, alert, patience.Token);
                case MailTarget mail: await MailAsync(mail, alert, patience.Token); return null;
                case FeedTarget feed: AddToFeed(feed, alert); return null;
                default: return "targets of this kind are not known";
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FormattableString.Invariant($"no answer within {s_patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or MailKit.ProtocolException
            or AuthenticationException or SslHandshakeException or MailKit.CommandException or MailKit.ServiceNotConnectedException or ParseException or XmlException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    private async Task<string?> PostAsync(WebhookTarget webhook, Alert alert, CancellationToken cancellation)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(alert, WatchJson.Default.Alert);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Idempotency-Key", alert.Id);
        if (webhook.SecretVariable is { } variable)
        {
            if (secret(variable) is not { Length: > 0 } key) return $"the environment variable {variable} with its secret is empty";
            request.Headers.Add("X-Entente-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body)));
        }
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode ? null : FormattableString.Invariant($"it answered {(int)answer.StatusCode}");
    }

    private async Task MailAsync(MailTarget mail, Alert alert, CancellationToken cancellation)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = $"Entente: {OneLine(alert.Question)}: {OneLine(alert.Title ?? alert.Why)}";
        message.Date = alert.At;
        // The same alert is the same message, however often it has to be sent.
        message.MessageId = $"{alert.Id}@entente.invalid";
        message.Body = new TextPart("plain") { Text = Text(alert) };
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(mail.Host, mail.Port, !mail.Encrypted ? SecureSocketOptions.None : mail.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancellation);
        if (mail.User is not null) await smtp.AuthenticateAsync(mail.User, mail.PasswordVariable is { } variable ? secret(variable) ?? "" : "", cancellation);
        await smtp.SendAsync(message, cancellation);
        await smtp.DisconnectAsync(quit: true, cancellation);
    }

    private static void AddToFeed(FeedTarget feed, Alert alert)
    {
        const string Atom = "http://www.w3.org/2005/Atom";
        var document = new XmlDocument { XmlResolver = null };
        if (File.Exists(feed.Path)) document.Load(feed.Path);
        else document.LoadXml($"<feed xmlns=\"{Atom}\"><id>urn:entente:alerts</id><title>Entente alerts</title><author><name>Entente</name></author></feed>");
        XmlElement root = document.DocumentElement!;
        var names = new XmlNamespaceManager(document.NameTable);
        names.AddNamespace("a", Atom);
        string id = "urn:entente:alert:" + alert.Id, at = alert.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        foreach (XmlNode old in root.SelectNodes("a:updated", names)!.Cast<XmlNode>().Concat(root.SelectNodes($"a:entry[a:id='{id}']", names)!.Cast<XmlNode>()).ToList()) root.RemoveChild(old);
        Add(root, "updated", at);
        XmlElement entry = document.CreateElement("entry", Atom);
        Add(entry, "id", id);
        Add(entry, "title", OneLine($"{alert.Question}: {alert.Title ?? alert.Why}"));
        Add(entry, "updated", at);
        Add(entry, "content", Text(alert)).SetAttribute("type", "text");
        root.InsertBefore(entry, root.SelectSingleNode("a:entry", names));
        foreach (XmlNode old in root.SelectNodes("a:entry", names)!.Cast<XmlNode>().Skip(FeedLength).ToList()) root.RemoveChild(old);
        string next = feed.Path + ".next";
        using (var writer = XmlWriter.Create(next, new XmlWriterSettings { Indent = true, CheckCharacters = false })) document.Save(writer);
        File.Move(next, feed.Path, overwrite: true);

        XmlElement Add(XmlElement to, string name, string text)
        {
            XmlElement element = document.CreateElement(name, Atom);
            element.InnerText = new string([.. text.Where(XmlConvert.IsXmlChar)]);
            to.AppendChild(element);
            return element;
        }
    }

    private static string Text(Alert alert) => $"""
        {alert.Question}: {alert.Why}.

        “{alert.Quoted}”

        {alert.Title} ({alert.Outlet ?? "outlet unknown"}, {(alert.Published is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "day unknown")})
        {alert.Url}

        entente explain {alert.Observation}
        """;

    private static string OneLine(string text) => new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)])[..Math.Min(text.Length, 150)];
}
