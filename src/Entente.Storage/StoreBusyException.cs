namespace Entente.Storage;

/// <summary>Another process holds the store; nothing was changed.</summary>
public sealed class StoreBusyException : StoreException
{
    /// <summary>Makes the exception.</summary>
    public StoreBusyException() { }

    /// <summary>Makes the exception with what to do.</summary>
    public StoreBusyException(string message) : base(message) { }

    /// <summary>Makes the exception with what to do and what the database said.</summary>
    public StoreBusyException(string message, Exception? innerException) : base(message, innerException) { }
}
