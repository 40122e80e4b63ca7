using Entente.Reading;

namespace Entente.Alerts.Tests;

public class SavedQuestionTests
{
    [Fact]
    public void Why_OfWhatIsAsked_NamesTypeStatesAndConfidence()
    {
        string why = Given.Question(states: ["USA", "RUS"]).Why(Given.Sanction())!;
        Assert.Contains("sanction", why, StringComparison.Ordinal);
        Assert.Contains("Russia", why, StringComparison.Ordinal);
        Assert.Contains("0.90", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_OfWhatIsNotAsked_IsNull()
    {
        Assert.Null(Given.Question(states: ["USA", "CHN"]).Why(Given.Sanction()));
        Assert.Null(Given.Question(states: ["USA"]).Why(Given.Sanction(modality: Modality.Negated)));
        Assert.Null(Given.Question(least: 0.95, states: ["USA"]).Why(Given.Sanction()));
        Assert.Null(Given.Question(least: 0.5, states: ["USA"]).Why(Given.Sanction(confidence: null)));
        Assert.Null(Given.Question(words: "missiles", states: ["USA"]).Why(Given.Sanction()));
    }

    [Fact]
    public void Why_OfAPredecessorsDeed_CountsForTheStateThatContinuesIt() =>
        Assert.NotNull(Given.Question(states: ["RUS"]).Why(Given.Sanction(source: "SUN", target: "USA")));

    [Theory]
    [InlineData("{", "saved questions")]
    [InlineData("{}", "questions")]
    [InlineData("""{"questions":[{"name":"a","to":["x"]}]}""", "'x'")]
    [InlineData("""{"questions":[{"name":"a","states":["Atlantis"],"to":["x"]}],"targets":[{"name":"x","feed":"f"}]}""", "Atlantis")]
    [InlineData("""{"questions":[{"name":"a","to":["x"]}],"targets":[{"name":"x","webhook":"ftp://example.org"}]}""", "http")]
    [InlineData("""{"questions":[{"name":"a","too":["x"]}],"targets":[{"name":"x","feed":"f"}]}""", "too")]
    [InlineData("""{"questions":[{"name":"a"}],"targets":[{"name":"x","feed":"f"}]}""", "nowhere")]
    [InlineData("""{"questions":[{"name":"a","to":["x"]}],"targets":[{"name":"x","mail":"a@b"}]}""", "host")]
    public void File_OfAnotherForm_IsRefusedWithTheFault(string json, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => WatchFile.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void File_AsDocumented_IsRead()
    {
        WatchFile file = WatchFile.Read("""
            {
              "questions": [{ "name": "sanctions on Russia", "states": ["russia"], "kinds": ["event"], "types": ["Sanction"], "leastConfidence": 0.7, "to": ["desk", "feed"] }],
              "targets": [{ "name": "desk", "mail": "desk@example.org", "from": "entente@example.org", "host": "mail.example.org" }, { "name": "feed", "feed": "alerts.atom" }]
            }
            """);
        Assert.Equal(new StateId("RUS"), Assert.Single(file.Questions).States[0]);
        Assert.True(Assert.IsType<MailTarget>(file.Targets["desk"]).Encrypted);
    }
}
