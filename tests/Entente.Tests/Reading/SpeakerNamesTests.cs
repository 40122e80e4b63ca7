using Entente.Reading.Quotations;

namespace Entente.Tests.Reading;

public class SpeakerNamesTests
{
    [Theory]
    [InlineData("’s", "’s")]
    [InlineData("Mr. 's", "Mr. 's")]
    [InlineData("", "")]
    public void Full_NothingButAPossessiveMark_StaysAsWritten(string written, string expected) => Assert.Equal(expected, new SpeakerNames([], []).Full(written, 0));
}
