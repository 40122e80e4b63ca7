namespace Entente.Intake;

/// <summary>An address that is not fetched, or an answer that is not taken: why, and what to do. It becomes a skipped input.</summary>
internal sealed class WebRefusalException(string reason, string message) : Exception(message)
{
    /// <summary>The skipped input's reason code.</summary>
    public string Reason { get; } = reason;
}
