namespace Entente.Fleet;

/// <summary>The queue cannot be reached or used; the message says what to do.</summary>
public sealed class FleetException : Exception
{
    /// <summary>Makes the exception.</summary>
    public FleetException() { }

    /// <summary>Makes the exception with what to do.</summary>
    public FleetException(string message) : base(message) { }

    /// <summary>Makes the exception with what to do and the cause.</summary>
    public FleetException(string message, Exception? innerException) : base(message, innerException) { }
}
