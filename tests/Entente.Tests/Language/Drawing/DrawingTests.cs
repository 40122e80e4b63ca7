using System.Xml.Linq;
using Entente.Language;
using Entente.Language.Drawing;
using Entente.Text;

namespace Entente.Tests.Language.Drawing;

public class DrawingTests
{
    private static ParsedSentence Sentence(params (string Form, int? Head, string? Relation)[] words)
    {
        int at = 0;
        var tokens = new List<Token>();
        foreach ((string form, int? head, string? relation) in words)
        {
            tokens.Add(new Token(new TextSpan(at, form.Length), form, form, Upos.Noun, head, relation));
            at += form.Length + 1;
        }
        return new ParsedSentence(new TextSpan(0, at - 1), [.. tokens]);
    }

    [Fact]
    public void TreeText_Sentence_HangsWordsBelowTheirHeads() => Assert.Equal("""
        root  signed  NOUN
        ├─ nsubj  Peru  NOUN
        │  └─ conj  Chile  NOUN
        └─ obj  pact  NOUN
           └─ det  a  NOUN

        """.ReplaceLineEndings("\n"), TreeText.Draw(Sentence(("Peru", 2, "nsubj"), ("Chile", 0, "conj"), ("signed", -1, "root"), ("a", 4, "det"), ("pact", 2, "obj"))));

    [Fact]
    public void TreeText_DeepAndWide_KeepsToTheWidth()
    {
        ParsedSentence deep = Sentence([.. Enumerable.Range(0, 400).Select(i => (new string('w', 1 + i), (int?)(i - 1), (string?)"dep"))]);
        string[] lines = TreeText.Draw(deep).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(400, lines.Length);
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 80));
    }

    [Fact]
    public void TreeText_NotParsed_ListsWords() => Assert.Equal("Peru  NOUN\n", TreeText.Draw(Sentence(("Peru", null, null))));

    [Fact]
    public void TreeText_ControlCharacter_DoesNotReachTheTerminal() =>
        Assert.DoesNotContain('\u001b', TreeText.Draw(Sentence(("\u001b[2J", -1, "root"))));

    [Fact]
    public void ArcDiagram_Sentences_IsXmlWithAnArcForEachHead()
    {
        XElement svg = XElement.Parse(ArcDiagram.Draw([Sentence(("<a>&\u0001", 1, "nsubj"), ("b", -1, "root")), Sentence(("c", null, null))]));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Single(svg.Elements(ns + "path"), p => p.Attribute("class") is null);
        Assert.Contains(svg.Elements(ns + "text"), t => t.Value == "root");
        Assert.Contains(svg.Elements(ns + "text"), t => t.Value.StartsWith("<a>&", StringComparison.Ordinal));
    }
}
