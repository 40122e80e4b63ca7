using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Language;

/// <content>Questions about the tree. Indices are positions in <see cref="Tokens"/>; -1 stands for "none".</content>
public sealed partial record ParsedSentence
{
    private ImmutableArray<int>[]? _children;

    /// <summary>Whether every token has a head; without a model behind the parser none has.</summary>
    public bool IsParsed => !Tokens.IsEmpty && Tokens[0].Head is not null;

    /// <summary>Index of the root token; -1 when the sentence is not parsed.</summary>
    public int Root
    {
        get
        {
            for (int i = 0; i < Tokens.Length; i++)
                if (Tokens[i].Head == -1) return i;
            return -1;
        }
    }

    /// <summary>Index of a token's head; -1 for the root and in a sentence that is not parsed.</summary>
    public int ParentOf(int index) => Tokens[index].Head is { } head && head < Tokens.Length ? head : -1;

    /// <summary>Indices of the dependents of a token, in order; empty when the sentence is not parsed.</summary>
    public ImmutableArray<int> ChildrenOf(int index) => (_children ??= IndexChildren(Tokens))[index];

    /// <summary>Indices of the dependents that bear a relation: <c>nsubj</c> finds <c>nsubj:pass</c> too, <c>nsubj:pass</c> only itself.</summary>
    public IEnumerable<int> ChildrenOf(int index, string relation)
    {
        foreach (int child in ChildrenOf(index))
            if (HasRelation(child, relation)) yield return child;
    }

    /// <summary>Index of the first dependent that bears a relation, as <see cref="ChildrenOf(int, string)"/> finds it; -1 when there is none.</summary>
    public int ChildOf(int index, string relation)
    {
        foreach (int child in ChildrenOf(index))
            if (HasRelation(child, relation)) return child;
        return -1;
    }

    /// <summary>Whether a token bears a relation, its subtype aside when none is asked for.</summary>
    public bool HasRelation(int index, string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Tokens[index].Relation is { } has && has.StartsWith(relation, StringComparison.Ordinal)
            && (has.Length == relation.Length || has[relation.Length] == ':');
    }

    /// <summary>Indices of the tokens above a token, its head first, the root last; empty for the root and when not parsed.</summary>
    public IEnumerable<int> AncestorsOf(int index)
    {
        int at = index;
        for (int steps = 0; steps < Tokens.Length && (at = ParentOf(at)) >= 0; steps++) yield return at;
    }

    /// <summary>Whether a token is another or hangs below it.</summary>
    public bool IsWithin(int index, int ancestor) => index == ancestor || AncestorsOf(index).Contains(ancestor);

    /// <summary>Indices of a token and of all below it, in order of the text.</summary>
    public ImmutableArray<int> SubtreeOf(int index)
    {
        var found = new List<int> { index };
        // A tree has no token twice; the bound holds against heads that run in a circle.
        for (int i = 0; i < found.Count && found.Count <= Tokens.Length; i++) found.AddRange(ChildrenOf(found[i]));
        found.Sort();
        return [.. found.Distinct()];
    }

    /// <summary>From the first character of a token's subtree to its last: gaps of a tree that crosses itself lie inside.</summary>
    public TextSpan SubtreeSpan(int index)
    {
        ImmutableArray<int> subtree = SubtreeOf(index);
        return TextSpan.FromBounds(Tokens[subtree[0]].Span.Start, Tokens[subtree[^1]].Span.End);
    }

    /// <summary>The first and one past the last index of the tokens that share a character with a span; empty when none does.</summary>
    public (int Start, int End) TokensIn(TextSpan span)
    {
        int start = 0;
        while (start < Tokens.Length && Tokens[start].Span.End <= span.Start) start++;
        int end = start;
        while (end < Tokens.Length && Tokens[end].Span.Start < span.End) end++;
        return (start, end);
    }

    /// <summary>
    /// The token that holds a stretch (an actor mention) to the rest of the sentence: the first whose head is outside it, words before marks.
    /// -1 when the stretch holds no token or the sentence is not parsed.
    /// </summary>
    public int HeadOf(TextSpan span)
    {
        (int start, int end) = TokensIn(span);
        int mark = -1;
        for (int i = start; i < end && IsParsed; i++)
        {
            int head = ParentOf(i);
            if (head >= start && head < end) continue;
            if (Tokens[i].Upos != Upos.Punct) return i;
            if (mark < 0) mark = i;
        }
        return mark;
    }

    private static ImmutableArray<int>[] IndexChildren(ImmutableArray<Token> tokens)
    {
        var counts = new int[tokens.Length];
        foreach (Token token in tokens)
            if (token.Head is { } head && (uint)head < (uint)counts.Length) counts[head]++;
        var building = new int[tokens.Length][];
        for (int i = 0; i < building.Length; i++) building[i] = counts[i] == 0 ? [] : new int[counts[i]];
        for (int i = tokens.Length - 1; i >= 0; i--)
            if (tokens[i].Head is { } head && (uint)head < (uint)counts.Length) building[head][--counts[head]] = i;
        return Array.ConvertAll(building, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray);
    }
}
