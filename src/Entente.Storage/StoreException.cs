namespace Entente.Storage;

/// <summary>The store could not be opened, read or written; the message says what to do.</summary>
public class StoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreException() { }

    /// <summary>Makes the exception with what to do.</summary>
    public StoreException(string message) : base(message) { }

    /// <summary>Makes the exception with what to do and what the database said.</summary>
    public StoreException(string message, Exception? innerException) : base(message, innerException) { }
}
