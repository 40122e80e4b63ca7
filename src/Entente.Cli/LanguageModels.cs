using Entente.Language;
using Entente.Language.Parsing;

namespace Entente.Cli;

/// <summary>The language models that ship beside the program, loaded once when first asked for.</summary>
internal static class LanguageModels
{
    private static readonly Lazy<NeuralSentenceParser> Shipped = new(() => Load("english.bin",
        model => NeuralSentenceParser.Load(Load("english-words.bin", WordModel.Load), model)));

    /// <summary>The parser of English.</summary>
    /// <exception cref="LanguageModelException">A model is missing or cannot be used.</exception>
    public static NeuralSentenceParser English => Shipped.Value;

    private static T Load<T>(string file, Func<Stream, T> load)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", "models", file);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return load(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LanguageModelException($"The language model {path} cannot be read: {e.Message} It ships with the program; install it again.", e);
        }
    }
}
