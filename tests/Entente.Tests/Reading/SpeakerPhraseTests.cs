using Entente.Reading.Quotations;

namespace Entente.Tests.Reading;

public sealed class SpeakerPhraseTests
{
    [Theory]
    [InlineData("Ana Berg, a fellow at the Nordic Institute", "Ana Berg", "fellow", "the Nordic Institute")]
    [InlineData("Ana Berg, a fellow with the Nordic Project at the Institute for Peace", "Ana Berg", "fellow", "the Nordic Project at the Institute for Peace")]
    [InlineData("Jon Lund, associate professor of history, University of Nord", "Jon Lund", "associate professor of history", "University of Nord")]
    [InlineData("Jon Lund, head of the Nordic Institute, who left early", "Jon Lund", "head", "the Nordic Institute")]
    [InlineData("Jon Lund, 52, a farmer", "Jon Lund", "farmer", null)]
    [InlineData("Mia Holm of the Nordic Institute", "Mia Holm", null, "the Nordic Institute")]
    [InlineData("Mia Holm, D-Calif.", "Mia Holm", null, "D-Calif.")]
    [InlineData("Foreign Ministry spokesman Per Dahl", "Foreign Ministry spokesman Per Dahl", "Foreign Ministry spokesman", null)]
    [InlineData("Northern leader Per Dahl and President Mia Holm", "Northern leader Per Dahl and President Mia Holm", null, null)]
    [InlineData("Jon Lund, the Northern attorney general of Nordland", "Jon Lund", "Northern attorney general", "Nordland")]
    [InlineData("Jon Lund, a historian who attended the session", "Jon Lund", "historian", null)]
    [InlineData("Jon Lund, senior associate for education at the Nordic Institute", "Jon Lund", "senior associate for education", "the Nordic Institute")]
    [InlineData("Jon Lund, understood that a push had failed", "Jon Lund", null, null)]
    [InlineData("Jon Lund, were you", "Jon Lund", null, null)]
    [InlineData("Jon Lund, one of the president's closest aides", "Jon Lund", "one of the president's closest aides", null)]
    [InlineData("The campaign's chairman, Phil Lund", "Phil Lund", "campaign's chairman", null)]
    [InlineData("Northern candidate Gary Lund’s doctor", "Northern candidate Gary Lund’s doctor", null, null)]
    [InlineData("", "", null, null)]
    public void Cut_PhraseOfASpeaker_TellsNameOfficeAndHouse(string phrase, string name, string? role, string? affiliation) =>
        Assert.Equal((name, role, affiliation), SpeakerPhrase.Cut(phrase));
}
