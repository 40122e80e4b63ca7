using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <summary>One sentence: its place in the document's cleaned text and its tokens in order. Thread-safe.</summary>
/// <param name="Span">Where it stands, without surrounding white space.</param>
/// <param name="Tokens">Its tokens, in order, none overlapping.</param>
/// <remarks>Two sentences are equal when their spans and all their tokens are. Questions about the tree are in ParsedSentence.Tree.cs.</remarks>
public sealed partial record ParsedSentence(TextSpan Span, ImmutableArray<Token> Tokens)
{
    /// <summary>Its tokens, in order, none overlapping.</summary>
    public ImmutableArray<Token> Tokens
    {
        get;
        init
        {
            field = value;
            _children = null; // A copy made by `with` must not keep the tree of the sentence it was copied from.
        }
    } = Tokens;

    /// <summary>Whether the sentence was cut off here because it grew past the longest sentence a parser takes.</summary>
    public bool IsCut { get; init; }

    /// <inheritdoc/>
    public bool Equals(ParsedSentence? other) => other is not null && Span == other.Span && IsCut == other.IsCut
        && (Tokens.IsDefault ? other.Tokens.IsDefault : !other.Tokens.IsDefault && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span, Tokens.IsDefaultOrEmpty ? 0 : Tokens.Length, Tokens.IsDefaultOrEmpty ? null : Tokens[0]);
}
