namespace Entente.Alerts;

/// <summary>Where alerts go. Immutable.</summary>
/// <param name="Name">Name by which questions refer to it.</param>
public abstract record Target(string Name);

/// <summary>An address that takes a POST of the alert as JSON.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its http(s) address.</param>
/// <param name="SecretVariable">Environment variable with a secret; the body is then signed (<c>X-Entente-Signature: sha256=…</c>).</param>
public sealed record WebhookTarget(string Name, Uri Address, string? SecretVariable) : Target(Name);

/// <summary>An e-mail address, reached over SMTP.</summary>
/// <param name="Name">Its name.</param>
/// <param name="To">The address.</param>
/// <param name="From">The sender.</param>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Encrypted">Whether TLS is demanded. Default true.</param>
/// <param name="User">User name; null signs in to nothing.</param>
/// <param name="PasswordVariable">Environment variable with the password.</param>
public sealed record MailTarget(string Name, string To, string From, string Host, int Port, bool Encrypted, string? User, string? PasswordVariable) : Target(Name);

/// <summary>An Atom file, for a feed reader.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it is written.</param>
public sealed record FeedTarget(string Name, string Path) : Target(Name);
