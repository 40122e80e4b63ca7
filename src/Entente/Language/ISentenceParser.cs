using Entente.Text;

namespace Entente.Language;

/// <summary>The seam between text and reading: whatever model stands behind it, sentences come out the same way.</summary>
/// <remarks>Implementations are thread-safe, deterministic, and never throw on any string.</remarks>
public interface ISentenceParser
{
    /// <summary>Name and version, as stored with every observation: <c>rules@1</c>.</summary>
    string Version { get; }

    /// <summary>The sentences of a text, in order.</summary>
    IReadOnlyList<ParsedSentence> Parse(SourceText text);
}
