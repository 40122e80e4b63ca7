using Entente.Language;
using Entente.Reading;
using Entente.Text;

namespace Entente.Tests.Reading;

public sealed class CoreferenceTests
{
    private static readonly DateOnly Autumn2022 = new(2022, 9, 20);
    private static readonly RuleSentenceParser Parser = new();

    private static List<ActorMention> Anaphors(string text) =>
        [.. Coreference.Resolve(text, Parser.Parse(SourceText.FromString(text)), ActorReader.Read(text, Autumn2022)).Where(m => m.Rule.StartsWith("coref:", StringComparison.Ordinal))];

    [Theory]
    [InlineData("Putin arrived on Thursday. He praised the talks.", "He", "person:vladimir-putin")]
    [InlineData("Emmanuel Macron spoke first, and he asked for patience.", "he", "person:emmanuel-macron")]
    [InlineData("Liz Truss replied to Putin. She rejected the demand.", "She", "person:liz-truss")]
    [InlineData("Liz Truss replied to Putin. He shrugged.", "He", "person:vladimir-putin")]
    [InlineData("Joe Biden spoke in New York. The president condemned the vote.", "The president", "person:joe-biden")]
    [InlineData("Fumio Kishida left for Samarkand. The prime minister will return on Friday.", "The prime minister", "person:fumio-kishida")]
    [InlineData("Turkey blocked the bid. The country wants extraditions.", "The country", "state:TUR")]
    [InlineData("Pakistan was under water. The government asked for aid.", "The government", "state:PAK")]
    [InlineData("Myanmar extended emergency rule, and its army shelled two villages.", "its army", "state:MMR")]
    [InlineData("Finland wants to join NATO. The alliance welcomed it.", "The alliance", "org:NATO")]
    [InlineData("Hungary vetoed the plan of the European Union. The bloc will try again.", "the bloc", "org:EU")]
    public void Resolve_OneAntecedent_IsFound(string text, string anaphor, string actor)
    {
        ActorMention found = Assert.Single(Anaphors(text));
        Assert.Equal(actor, found.ActorId);
        Assert.Equal(anaphor, found.Text, ignoreCase: true);
        Assert.Equal(found.Text, text.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [InlineData("Xi Jinping received Putin in Samarkand. The two leaders praised each other.", "person:xi-jinping", "person:vladimir-putin", "coref:two-leaders")]
    [InlineData("China and Russia signed a treaty. Both countries called it historic.", "state:CHN", "state:RUS", "coref:two-states")]
    [InlineData("Xi Jinping and Putin met. They signed nothing.", "person:xi-jinping", "person:vladimir-putin", "coref:two-leaders")]
    [InlineData("India accused Pakistan of shelling. The two sides later met.", "state:IND", "state:PAK", "coref:two-states")]
    public void Resolve_TwoAntecedents_ShareTheSpan(string text, string first, string second, string rule)
    {
        List<ActorMention> found = Anaphors(text);
        Assert.Equal([first, second], found.Select(m => m.ActorId));
        Assert.All(found, m => Assert.Equal(rule, m.Rule));
        Assert.Single(found.Select(m => m.Span).Distinct());
    }

    [Theory]
    [InlineData("Xi Jinping and Narendra Modi met Putin. The two leaders smiled.")]
    [InlineData("When Putin met Xi Jinping in Samarkand, he smiled.")]
    [InlineData("Putin left early. The analyst John Fictitious explained why. He had seen it before.")]
    [InlineData("China and India talked. The country wants peace.")]
    [InlineData("Nobody was named. He left.")]
    [InlineData("France and Italy are members of the EU and of NATO. The organization grew.")]
    public void Resolve_SeveralOrNone_IsLeftAlone(string text) => Assert.Empty(Anaphors(text));

    [Fact]
    public void Resolve_MentionsGiven_AreAllKeptInOrder()
    {
        const string text = "Putin met Xi Jinping. The two leaders praised NATO's rivals, and Russia said so.";
        IReadOnlyList<ActorMention> named = ActorReader.Read(text, Autumn2022);
        IReadOnlyList<ActorMention> all = Coreference.Resolve(text, Parser.Parse(SourceText.FromString(text)), named);
        Assert.Equal(named, all.Where(m => !m.Rule.StartsWith("coref:", StringComparison.Ordinal)));
        Assert.Equal(all.OrderBy(m => m.Span.Start).Select(m => m.Span), all.Select(m => m.Span));
    }
}
