namespace Entente.Language.Parsing;

/// <summary>A model file that cannot be used. The message says what was read, where, why it is wrong, and what to do.</summary>
/// <param name="message">That.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class LanguageModelException(string message, Exception? inner = null) : Exception(message, inner);
