using System.Net;

namespace Entente.Intake;

/// <summary>Bounds of fetching one address. Immutable.</summary>
public sealed record WebOptions
{
    /// <summary>Most bytes of an answer, packed or unpacked. Default 32 MiB.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest time from the first look-up to the last byte, redirects included. Default 60 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for a connection, or for the next byte of one. Default 15 s.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Most redirects followed; each is checked like the first address. Default 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Whether addresses of this machine, its network or its cloud may be fetched. Default no.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>What counts as public; a test puts its own border through this machine.</summary>
    internal Func<IPAddress, bool> IsPublic { get; init; } = PublicAddress.IsPublic;
}
