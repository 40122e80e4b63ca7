using System.Globalization;

namespace Entente.Language.Conllu;

/// <summary>A line that is not CoNLL-U: says which line, what is wrong and what is expected.</summary>
public sealed class ConlluException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public ConlluException() : this(0, "The file is not CoNLL-U.") { }

    /// <summary>Makes the exception.</summary>
    public ConlluException(string message) : this(0, message) { }

    /// <summary>Makes the exception.</summary>
    public ConlluException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="line">Line number, from 1.</param>
    /// <param name="fault">What is wrong and what is expected.</param>
    public ConlluException(long line, string fault) : base(string.Create(CultureInfo.InvariantCulture, $"line {line}: {fault}")) => Line = line;

    /// <summary>Line number, from 1; 0 when no line is at fault.</summary>
    public long Line { get; }
}
