using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Events;
using Entente.Text;

namespace Entente.Tests.Reading;

public class EventReaderTests
{
    [Theory]
    [InlineData("Peru condemned Chile.", "PER", "CHL", PloverType.Accuse, Modality.Asserted)]
    [InlineData("Peru was condemned by Chile.", "CHL", "PER", PloverType.Accuse, Modality.Asserted)]
    [InlineData("Peru has not condemned Chile.", "PER", "CHL", PloverType.Accuse, Modality.Negated)]
    [InlineData("Peru refused to help Chile.", "PER", "CHL", PloverType.Reject, Modality.Asserted)]
    [InlineData("If Peru attacked Chile, all would lose.", "PER", "CHL", PloverType.Assault, Modality.Hypothetical)]
    [InlineData("Peru's invasion of Chile went on.", "PER", "CHL", PloverType.Assault, Modality.Asserted)]
    [InlineData("Peru and Chile signed a treaty.", "PER", "CHL", PloverType.Support, Modality.Asserted)]
    public void Read_TwoStates_GivesOneEvent(string text, string source, string target, PloverType type, Modality modality)
    {
        EventObservation read = Assert.Single(Read(text));
        Assert.Equal((source, target, type, modality),
            (read.Source.State!.Value.Code, read.Target!.State!.Value.Code, read.Type, read.Modality));
        Assert.Null(read.Date);
    }

    private static IReadOnlyList<EventObservation> Read(string text)
    {
        SourceText body = SourceText.FromString(text);
        var document = new Document { Id = "0", Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = body };
        return EventReader.Read(document, new RuleSentenceParser().Parse(body)[0], [Actor("Peru", "PER"), Actor("Chile", "CHL")]);

        ActorMention Actor(string name, string code) => new()
        {
            Span = new TextSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length),
            Text = name,
            Name = name,
            ActorId = "state:" + code,
            Kind = ActorKind.State,
            State = new StateId(code),
            Rule = "test",
        };
    }
}
