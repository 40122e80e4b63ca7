using System.Net;
using Entente.Intake;
using Entente.Questions;

namespace Entente.Web;

/// <summary>How <c>entente serve</c> serves. Immutable.</summary>
public sealed record ServeOptions
{
    /// <summary>Port of the default address.</summary>
    public const int DefaultPort = 7300;

    /// <summary>The address listened on. Default 127.0.0.1. Any other than this machine's own needs <see cref="Keys"/>.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Host names under which requests are answered, beside those of this machine itself. Ignored for <c>localhost</c> and the address listened on.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Who may come in; null lets everybody on this machine in as an analyst.</summary>
    public Security.AccessKeys? Keys { get; init; }

    /// <summary>The panel directory. Default: the one that ships.</summary>
    public string PanelDirectory { get; init; } = ReferencePanel.ShippedDirectory;

    /// <summary>The directory of nowcasts that scenarios learn from. Default: those that ship.</summary>
    public string NowcastDirectory { get; init; } = ScenarioSystem.ShippedNowcasts;

    /// <summary>The evidence store; made when it is not there.</summary>
    public required string StorePath { get; init; }

    /// <summary>Makes the pipeline that reads a text, given the day its user says it was published. Called when first needed: models take a while to load.</summary>
    public required Func<DateOnly?, EntentePipeline> Pipeline { get; init; }

    /// <summary>Bounds of fetching addresses. Default: public addresses only.</summary>
    public WebOptions Fetching { get; init; } = new();

    /// <summary>Requests a client may make in a second, with twice as many at once. Default 600.</summary>
    public int RequestsPerSecond { get; init; } = 600;

    /// <summary>Largest upload, in bytes. Default 32 MiB.</summary>
    public int MaxUploadBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Whether the panel is held in memory (some 250 MB), so that a dyad is answered in a tenth of the time. Default yes.</summary>
    public bool LoadPanel { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
