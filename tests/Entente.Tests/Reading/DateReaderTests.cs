using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class DateReaderTests
{
    private static readonly DateOnly Published = new(2022, 9, 20);

    [Theory]
    [InlineData("They met last February.", "2022-02")]
    [InlineData("They spoke on Monday.", "2022-09-19")]
    [InlineData("It happened yesterday.", "2022-09-19")]
    [InlineData("That was two years ago.", "2020")]
    [InlineData("They signed in May.", "2022-05")]
    [InlineData("It has grown since 2020.", "2020")]
    [InlineData("It began on February 24, 2022.", "2022-02-24")]
    [InlineData("It began on 24 February 2022.", "2022-02-24")]
    [InlineData("It began on December 30.", "2022-12-30")]
    public void Read_Expression_HasItsDate(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(DateReader.Read(text, Published)).Value?.ToString());

    [Fact]
    public void Read_LastWeek_HasItsWeek() =>
        Assert.Equal("2022-W37", Assert.Single(DateReader.Read("They met last week.", Published)).TimexValue);

    [Fact]
    public void Read_RelativeWithoutReference_SaysWhy()
    {
        DateMention mention = Assert.Single(DateReader.Read("They met last week.", null));
        Assert.Null(mention.Value);
        Assert.Contains("publication is not known", mention.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ModalMay_IsNoMonth() => Assert.Empty(DateReader.Read("They may meet.", Published));
}
