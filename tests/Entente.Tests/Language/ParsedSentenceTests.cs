using Entente.Language;
using Entente.Text;

namespace Entente.Tests.Language;

public class ParsedSentenceTests
{
    // Peru and Chile signed a pact quickly .
    private static readonly ParsedSentence Signed = Sentence(
        ("Peru", 3, "nsubj"), ("and", 2, "cc"), ("Chile", 0, "conj"), ("signed", -1, "root"), ("a", 5, "det"), ("pact", 3, "obj:x"), (".", 3, "punct"));

    private static ParsedSentence Sentence(params (string Form, int Head, string Relation)[] words)
    {
        int at = 0;
        var tokens = new List<Token>();
        foreach ((string form, int head, string relation) in words)
        {
            tokens.Add(new Token(new TextSpan(at, form.Length), form, form, form == "." ? Upos.Punct : Upos.Noun, head, relation));
            at += form.Length + 1;
        }
        return new ParsedSentence(new TextSpan(0, at - 1), [.. tokens]);
    }

    [Fact]
    public void Tree_OfASentence_AnswersUpAndDown()
    {
        Assert.Equal(3, Signed.Root);
        Assert.Equal([0, 5, 6], Signed.ChildrenOf(3));
        Assert.Equal([2], Signed.ChildrenOf(0));
        Assert.Empty(Signed.ChildrenOf(4));
        Assert.Equal(-1, Signed.ParentOf(3));
        Assert.Equal([2, 0, 3], Signed.AncestorsOf(1));
        Assert.True(Signed.IsWithin(1, 0));
        Assert.False(Signed.IsWithin(0, 1));
    }

    [Fact]
    public void ChildrenOf_Relation_FindsSubtypesUnlessASubtypeIsAsked()
    {
        Assert.Equal([5], Signed.ChildrenOf(3, "obj"));
        Assert.Equal(5, Signed.ChildOf(3, "obj:x"));
        Assert.Equal(-1, Signed.ChildOf(3, "obj:y"));
        Assert.Equal(-1, Signed.ChildOf(3, "ob"));
    }

    [Fact]
    public void SubtreeSpan_OfASubject_CoversItsConjuncts()
    {
        Assert.Equal([0, 1, 2], Signed.SubtreeOf(0));
        Assert.Equal(new TextSpan(0, "Peru and Chile".Length), Signed.SubtreeSpan(0));
    }

    [Fact]
    public void HeadOf_Stretch_IsTheTokenThatHoldsItToTheRest()
    {
        Assert.Equal(0, Signed.HeadOf(new TextSpan(0, "Peru and Chile".Length)));
        Assert.Equal(5, Signed.HeadOf(new TextSpan(22, "a pact .".Length)));
        Assert.Equal(2, Signed.HeadOf(new TextSpan(10, 2)));
        Assert.Equal(-1, Signed.HeadOf(new TextSpan(500, 4)));
    }

    [Fact]
    public void With_OtherTokens_AnswersForItsOwnTree()
    {
        Assert.Equal([0, 5, 6], Signed.ChildrenOf(3));
        ParsedSentence changed = Signed with { Tokens = Signed.Tokens.SetItem(6, Signed.Tokens[6] with { Head = 5 }) };
        Assert.Equal([0, 5], changed.ChildrenOf(3));
        Assert.NotEqual(Signed, changed);
    }

    [Fact]
    public void Equals_SameTokens_WhetherAskedBeforeOrNot()
    {
        ParsedSentence copy = new(Signed.Span, [.. Signed.Tokens.Select(t => t with { })]);
        Assert.NotEmpty(Signed.ChildrenOf(3));
        Assert.Equal(Signed, copy);
        Assert.Equal(Signed.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void Tree_HeadsInACircle_Ends()
    {
        ParsedSentence circle = Sentence(("a", 1, "dep"), ("b", 0, "dep"));
        Assert.Equal(-1, circle.Root);
        Assert.Equal(2, circle.AncestorsOf(0).Count());
        Assert.Equal([0, 1], circle.SubtreeOf(0));
    }

    [Fact]
    public void Tree_NotParsed_HasNoAnswers()
    {
        ParsedSentence plain = new(new TextSpan(0, 4), [new Token(new TextSpan(0, 4), "Peru", "Peru")]);
        Assert.False(plain.IsParsed);
        Assert.Equal((-1, -1, -1), (plain.Root, plain.ParentOf(0), plain.HeadOf(plain.Span)));
        Assert.Empty(plain.ChildrenOf(0));
    }
}
