namespace Entente.Web.Errors;

/// <summary>A question that cannot be understood; the message says what is wrong with it and what to write instead.</summary>
public sealed class QuestionException : Exception
{
    /// <summary>Makes the exception.</summary>
    public QuestionException() { }

    /// <summary>Makes the exception with what is wrong and what to write instead.</summary>
    public QuestionException(string message) : base(message) { }

    /// <summary>Makes the exception with what is wrong, and what found it.</summary>
    public QuestionException(string message, Exception? innerException) : base(message, innerException) { }
}
