using Entente.Language;
using Entente.Reading.Codebook;
using Entente.Text;

namespace Entente.Tests.Reading;

public class EventCodebookTests
{
    public static TheoryData<string> Ids => [.. EventCodebook.Default.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Match_RulesOwnExample_FindsTheRule(string id)
    {
        CodebookRule rule = EventCodebook.Default.Rules.Single(r => r.Id == id);
        ParsedSentence sentence = new RuleSentenceParser().Parse(SourceText.FromString(rule.Example))[0];
        Assert.Contains(EventCodebook.Default.Match(sentence), m => m.Rule.Id == id);
    }

    [Fact]
    public void Expand_AWordWithHyphens_StandsForItsPartsToo() =>
        Assert.Equal(["face-to-face meeting", "face - to - face meeting"],
            CodebookPattern.Expand("face-to-face meeting").Select(p => string.Join(' ', p.Select(w => w.Word))));
}
