namespace Entente.Datasets.Streams;

/// <summary>A file is of no stream that is read, or cannot be unpacked; the message says what was found and what to do.</summary>
public sealed class StreamFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StreamFormatException() { }

    /// <summary>Makes the exception with what to do.</summary>
    public StreamFormatException(string message) : base(message) { }

    /// <summary>Makes the exception with what to do and the cause.</summary>
    public StreamFormatException(string message, Exception? innerException) : base(message, innerException) { }
}
