using Entente.Language.Parsing;

namespace Entente.Cli;

/// <summary>The language model that ships beside the program, loaded once when first asked for.</summary>
internal static class LanguageModels
{
    private static readonly Lazy<NeuralSentenceParser> Shipped = new(Load);

    /// <summary>The parser of English.</summary>
    /// <exception cref="LanguageModelException">The model is missing or cannot be used.</exception>
    public static NeuralSentenceParser English => Shipped.Value;

    private static NeuralSentenceParser Load()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", "models", "english.bin");
        try
        {
            using FileStream file = File.OpenRead(path);
            return NeuralSentenceParser.Load(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LanguageModelException($"The language model {path} cannot be read: {e.Message} It ships with the program; install it again.", e);
        }
    }
}
