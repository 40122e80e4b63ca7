using System.Collections.Immutable;

namespace Entente.Reading.Quotations.Attributions;

/// <summary>Something attributed to a source by a cue, in token indices of the document.</summary>
/// <param name="Cue">The head of the cue.</param>
/// <param name="Content">What is attributed, as <c>[start, end)</c>, in order; one piece or several.</param>
/// <param name="Source">To whom; empty when the text does not say.</param>
internal sealed record Attribution(int Cue, ImmutableArray<(int Start, int End)> Content, ImmutableArray<(int Start, int End)> Source)
{
    /// <summary>How likely the token heads a cue, 0 to 1.</summary>
    public required float CueLikelihood { get; init; }

    /// <summary>Mean probability of the content's tokens, 0 to 1.</summary>
    public required float ContentLikelihood { get; init; }

    /// <summary>How likely the whole attribution is right, 0 to 1.</summary>
    public float Likelihood { get; init; }

    /// <summary>Tokens of its content.</summary>
    public int Length => Content.Sum(c => c.End - c.Start);

    /// <summary>Whether a token lies in its content.</summary>
    public bool Holds(int token)
    {
        foreach ((int start, int end) in Content) if (token >= start && token < end) return true;
        return false;
    }
}
