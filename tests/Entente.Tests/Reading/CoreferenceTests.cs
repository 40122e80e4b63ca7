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
    public void Resolve_AnyMixtureOfItsWords_NeverThrowsAndStaysInOrder()
    {
        string[] words = ("Putin Xi Jinping Liz Truss Russia China the Russian Chinese army president of and . , He She They he The two leaders both countries Both sides country government its NATO alliance bloc European Union "
            + "Georgia Congo former prime minister officials 's Moscow's said met \n “ ” - al-Assad U.S. group Hamas President Minister Trump II Palestinians").Split(' ');
        var random = new Random(11);
        for (int round = 0; round < 3000; round++)
        {
            string text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)]));
            DateOnly? date = random.Next(4) switch
            {
                0 => null,
                1 => DateOnly.MinValue,
                2 => new DateOnly(1975, 1, 1),
                _ => Autumn2022,
            };
            IReadOnlyList<ActorMention> named = ActorReader.Read(text, date);
            for (int i = 1; i < named.Count; i++) Assert.True(named[i - 1].Span.End <= named[i].Span.Start, text);
            IReadOnlyList<ActorMention> all = Coreference.Resolve(text, Parser.Parse(SourceText.FromString(text)), named);
            Assert.Equal(all.OrderBy(m => m.Span.Start).Select(m => m.Span.Start), all.Select(m => m.Span.Start));
            Assert.All(all, m => Assert.True(m.Span.Length > 0 && m.Span.End <= text.Length, text));
        }
    }

    [Fact]
    public void Resolve_TheyThatOpensAQuotation_IsTheTwoSpokenOf() =>
        Assert.Equal(2, Anaphors("Xi Jinping received Putin in Samarkand. The two leaders talked.\n“They signed nothing,” an analyst said.").Count(a => a.Text is "They"));

    [Fact]
    public void Resolve_TheyAfterTheTwoLeaders_IsThem() =>
        Assert.Equal(4, Anaphors("Xi Jinping received Putin in Samarkand. The two leaders talked. They signed nothing.").Count);

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
