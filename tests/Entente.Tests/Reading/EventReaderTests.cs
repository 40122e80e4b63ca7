using System.Collections.Immutable;
using System.Globalization;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Events;
using Entente.Text;

namespace Entente.Tests.Reading;

/// <summary>Trees are written by hand, a word as form/lemma/upos/relation/head, heads counted from 1 as in CoNLL-U.</summary>
public class EventReaderTests
{
    private const string Peru = "Peru/Peru/PROPN/nsubj/2 ";

    [Theory]
    [InlineData(Peru + "condemned/condemn/VERB/root/0 Chile/Chile/PROPN/obj/2", "PER Accuse CHL Asserted")]
    [InlineData("Chile/Chile/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 criticized/criticize/VERB/root/0 by/by/ADP/case/5 Peru/Peru/PROPN/obl:agent/3", "PER Accuse CHL Asserted")]
    [InlineData("Peru/Peru/PROPN/nsubj/4 did/do/AUX/aux/4 not/not/PART/advmod/4 condemn/condemn/VERB/root/0 Chile/Chile/PROPN/obj/4", "PER Accuse CHL Negated")]
    [InlineData("If/if/SCONJ/mark/3 Peru/Peru/PROPN/nsubj/3 invaded/invade/VERB/advcl/6 Chile/Chile/PROPN/obj/3 all/all/PRON/nsubj/6 suffer/suffer/VERB/root/0", "PER Assault CHL Hypothetical")]
    [InlineData("Peru/Peru/PROPN/nsubj/4 and/and/CCONJ/cc/3 Chile/Chile/PROPN/conj/1 signed/sign/VERB/root/0 a/a/DET/det/6 treaty/treaty/NOUN/obj/4", "PER Support CHL Asserted")]
    [InlineData("Peru/Peru/PROPN/nsubj/4 and/and/CCONJ/cc/3 Chile/Chile/PROPN/conj/1 met/meet/VERB/root/0 in/in/ADP/case/6 Bolivia/Bolivia/PROPN/obl/4", "PER Consult CHL Asserted")]
    [InlineData("Talks/talk/NOUN/nsubj/6 between/between/ADP/case/3 Peru/Peru/PROPN/nmod/1 and/and/CCONJ/cc/5 Chile/Chile/PROPN/conj/3 began/begin/VERB/root/0", "PER Consult CHL Asserted")]
    [InlineData("Ten/ten/NUM/nsubj:pass/3 were/be/AUX/aux:pass/3 killed/kill/VERB/root/0 in/in/ADP/case/6 Peruvian/peruvian/ADJ/amod/6 airstrikes/airstrike/NOUN/obl/3 in/in/ADP/case/8 Chile/Chile/PROPN/nmod/6", "PER Assault CHL Asserted")]
    [InlineData(Peru + "refused/refuse/VERB/root/0 to/to/PART/mark/4 condemn/condemn/VERB/xcomp/2 Chile/Chile/PROPN/obj/4", "PER Reject CHL Asserted")]
    [InlineData(Peru + "threatened/threaten/VERB/root/0 to/to/PART/mark/4 impose/impose/VERB/xcomp/2 sanctions/sanction/NOUN/obj/4 on/on/ADP/case/7 Chile/Chile/PROPN/obl/4", "PER Threaten CHL Asserted")]
    [InlineData(Peru + "imposed/impose/VERB/root/0 sanctions/sanction/NOUN/obj/2 on/on/ADP/case/6 Chilean/chilean/ADJ/amod/6 banks/bank/NOUN/obl/2", "PER Sanction CHL Asserted")]
    [InlineData("Peru/Peru/PROPN/nsubj/3 reportedly/reportedly/ADV/advmod/3 attacked/attack/VERB/root/0 Chile/Chile/PROPN/obj/3", "PER Assault CHL Reported")]
    [InlineData("Peru/Peru/PROPN/nsubj/3 will/will/AUX/aux/3 attack/attack/VERB/root/0 Chile/Chile/PROPN/obj/3", "PER Assault CHL Intended")]
    [InlineData("Peru/Peru/PROPN/nsubj/2 says/say/VERB/root/0 it/it/PRON/nsubj/4 condemned/condemn/VERB/ccomp/2 Chile/Chile/PROPN/obj/4", "PER Accuse CHL Reported")]
    [InlineData("A/a/DET/det/2 group/group/NOUN/nsubj/6 of/of/ADP/case/5 Peruvian/peruvian/ADJ/amod/5 lawmakers/lawmaker/NOUN/nmod/2 condemned/condemn/VERB/root/0 Chile/Chile/PROPN/obj/6", "PER Accuse CHL Asserted")]
    [InlineData(Peru + "gave/give/VERB/root/0 money/money/NOUN/obj/2 to/to/PART/mark/5 build/build/VERB/acl/3 schools/school/NOUN/obj/5 in/in/ADP/case/8 Chile/Chile/PROPN/nmod/6", "PER Aid CHL Asserted")]
    [InlineData("Three/three/NUM/nsubj:pass/3 were/be/AUX/aux:pass/3 killed/kill/VERB/root/0 in/in/ADP/case/6 a/a/DET/det/6 series/series/NOUN/obl/3 of/of/ADP/case/9 Peruvian/peruvian/ADJ/amod/9 airstrikes/airstrike/NOUN/nmod/6 across/across/ADP/case/11 Chile/Chile/PROPN/nmod/6", "PER Assault CHL Asserted")]
    [InlineData("The/the/DET/det/2 minister/minister/NOUN/nsubj/3 spoke/speak/VERB/root/0 after/after/SCONJ/mark/6 Peru/Peru/PROPN/nsubj/6 lifted/lift/VERB/advcl/3 sanctions/sanction/NOUN/obj/6 on/on/ADP/case/9 Chile/Chile/PROPN/nmod/7", "PER Concede CHL Asserted")]
    [InlineData("At/at/ADP/case/2 talks/talk/NOUN/obl/6 with/with/ADP/case/4 Chile/Chile/PROPN/nmod/2 Peru/Peru/PROPN/nsubj/6 sang/sing/VERB/root/0", "PER Consult CHL Asserted")]
    public void Read_Tree_GivesTheEvent(string tree, string expected)
    {
        EventReading read = Read(tree);
        Assert.Equal([expected], read.Events.Select(e => $"{e.Source.State} {e.Type} {e.Target!.State} {e.Modality}"));
        Assert.Null(read.Silence);
        Assert.All(read.Events, e => Assert.InRange(e.Confidence!.Value, EventReader.Threshold / 5, 1));
        Assert.All(read.Events, e => Assert.Null(e.Date));
    }

    [Fact]
    public void Read_ClaimOfHarm_IsAnAccusationToo()
    {
        EventReading read = Read("Peru/Peru/PROPN/nsubj/2 said/say/VERB/root/0 Chile/Chile/PROPN/nsubj/4 attacked/attack/VERB/ccomp/2 Bolivia/Bolivia/PROPN/obj/4");
        Assert.Equal(["CHL Assault BOL Reported", "PER Accuse CHL Asserted"], read.Events.Select(e => $"{e.Source.State} {e.Type} {e.Target!.State} {e.Modality}"));
    }

    [Theory]
    [InlineData(Peru + "borders/border/VERB/root/0 Chile/Chile/PROPN/obj/2", NoEventReason.NoPredicate)]
    [InlineData("They/they/PRON/nsubj/2 met/meet/VERB/root/0 since/since/SCONJ/mark/5 Peru/Peru/PROPN/nsubj/5 invaded/invade/VERB/advcl/2 Chile/Chile/PROPN/obj/5", NoEventReason.Background)]
    [InlineData("Peru/Peru/PROPN/nsubj/2 beat/beat/VERB/root/0 Chile/Chile/PROPN/obj/2 at/at/ADP/case/5 football/football/NOUN/obl/2", NoEventReason.OtherTopic)]
    [InlineData("Shoppers/shopper/NOUN/nsubj/4 in/in/ADP/case/3 Peru/Peru/PROPN/nmod/1 praised/praise/VERB/root/0 Chilean/chilean/ADJ/amod/6 wine/wine/NOUN/obj/4", NoEventReason.NoParties)]
    [InlineData("They/they/PRON/nsubj/2 asked/ask/VERB/root/0 Peru/Peru/PROPN/obj/2 to/to/PART/mark/5 condemn/condemn/VERB/xcomp/2 Chile/Chile/PROPN/obj/5", NoEventReason.Embedded)]
    [InlineData("Peru/Peru/PROPN/nsubj/2 praised/praise/VERB/root/0 Lima/Lima/PROPN/obj/2 as/as/ADP/case/5 Chile/Chile/PROPN/obl/2", NoEventReason.SameState)]
    public void Read_NoEvent_SaysWhy(string tree, NoEventReason reason)
    {
        EventReading read = Read(tree);
        Assert.Empty(read.Events);
        Assert.Equal(reason, read.Silence?.Reason);
    }

    [Fact]
    public void Read_NoTree_SaysNotParsed()
    {
        (Document document, ParsedSentence sentence) = Build(Peru + "condemned/condemn/VERB/root/0 Chile/Chile/PROPN/obj/2");
        ParsedSentence bare = sentence with { Tokens = [.. sentence.Tokens.Select(t => t with { Head = null, Relation = null })] };
        Assert.Equal(NoEventReason.NotParsed, EventReader.Read(document, bare, Actors(document), []).Silence?.Reason);
    }

    [Fact]
    public void Read_OneState_IsNeitherEventNorSilence()
    {
        EventReading read = Read(Peru + "condemned/condemn/VERB/root/0 crime/crime/NOUN/obj/2");
        Assert.Empty(read.Events);
        Assert.Null(read.Silence);
    }

    private static EventReading Read(string tree)
    {
        (Document document, ParsedSentence sentence) = Build(tree);
        return EventReader.Read(document, sentence, Actors(document), []);
    }

    private static (Document Document, ParsedSentence Sentence) Build(string tree)
    {
        var text = new System.Text.StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (string word in tree.Split(' '))
        {
            string[] f = word.Split('/');
            if (text.Length > 0) text.Append(' ');
            tokens.Add(new Token(new TextSpan(text.Length, f[0].Length), f[0], f[1], Enum.Parse<Upos>(f[2], ignoreCase: true), int.Parse(f[4], CultureInfo.InvariantCulture) - 1, f[3]));
            text.Append(f[0]);
        }
        var document = new Document { Id = "0", Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = SourceText.FromString(text.ToString()) };
        return (document, new ParsedSentence(new TextSpan(0, text.Length), tokens.ToImmutable()));
    }

    private static List<ActorMention> Actors(Document document) => [.. ActorReader.Read(document.Body.Text, null)];
}
