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
    [InlineData("They will meet on Thursday.", "2022-09-22")]
    [InlineData("He said on Thursday that they will talk.", "2022-09-15")]
    [InlineData("They will meet in November.", "2022-11")]
    [InlineData("It fell the day before yesterday.", "2022-09-18")]
    [InlineData("They will meet in three months.", "2022-12")]
    [InlineData("It happened in early 2022.", "2022")]
    [InlineData("It was signed at the end of March 2021.", "2021-03")]
    [InlineData("They met on Christmas Eve.", "2022-12-24")]
    [InlineData("They met from September 14 to September 16.", "2022-09")]
    [InlineData("They met on September 15-16, 2022.", "2022-09")]
    [InlineData("They met Friday, September 16, 2022.", "2022-09-16")]
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

    [Theory]
    [InlineData("since the 1990s", "199", DateGrain.Decade)]
    [InlineData("a 19th-century treaty", "18", DateGrain.Century)]
    [InlineData("in the third quarter of 2021", "2021-Q3", DateGrain.Quarter)]
    [InlineData("in the first half of last year", "2021-H1", DateGrain.HalfYear)]
    [InlineData("in the summer of 2014", "2014-SU", DateGrain.Season)]
    [InlineData("last weekend", "2022-W37-WE", DateGrain.Weekend)]
    [InlineData("in the past six months", "(2022-03-20,2022-09-20,P6M)", DateGrain.Range)]
    [InlineData("it lasted two and a half years", "P2.5Y", DateGrain.None)]
    [InlineData("in recent months", "PXM", DateGrain.None)]
    [InlineData("from 2014 to 2018", "(2014-01-01,2018-01-01,P4Y)", DateGrain.Range)]
    [InlineData("every two weeks", "P2W", DateGrain.None)]
    [InlineData("Monday night", "2022-09-19TNI", DateGrain.Day)]
    [InlineData("at 3 p.m. on Monday", "2022-09-19T15", DateGrain.Day)]
    public void Read_Expression_HasItsTimexAndGrain(string text, string timex, DateGrain grain)
    {
        DateMention mention = Assert.Single(DateReader.Read(text, Published));
        Assert.Equal(timex, mention.TimexValue);
        Assert.Equal(grain, mention.Grain);
    }

    [Fact]
    public void Read_TheNextDay_CountsFromTheDayNamed() =>
        Assert.Equal(["1983-09-01", "1983-09-02"], DateReader.Read("It was shot down on September 1, 1983; the next day they met.", Published).Select(m => m.TimexValue));

    [Theory]
    [InlineData("They will meet next week.", true)]
    [InlineData("They met last week.", false)]
    public void Read_Expression_MarksTheFuture(string text, bool future) => Assert.Equal(future, Assert.Single(DateReader.Read(text, Published)).IsFuture);

    [Theory]
    [InlineData("They may meet.")]
    [InlineData("May I ask?")]
    [InlineData("They march on the capital.")]
    [InlineData("It was the second attempt.")]
    [InlineData("2000 troops and $1999 were sent.")]
    [InlineData("The fall of Kabul.")]
    [InlineData("Theresa May spoke.")]
    public void Read_WordsThatAreNoDates_AreLeftAlone(string text) => Assert.Empty(DateReader.Read(text, Published));

    [Fact]
    public void Read_AnyMixtureOfItsWords_NeverThrowsAndStaysInOrder()
    {
        string[] words = ("the a of in last next this first 31 29th February Feb. May Monday week weeks year years century quarter 9999 0 1999 2022 99999 1990s 70s ago later before after from to until between and "
            + "two twenty hundred Christmas Easter Day end early mid - – / : , . ' 12:30 p.m. noon today yesterday day month past every half Q3 spring fiscal decades 2022-13-45 31/31/2022").Split(' ');
        var random = new Random(7);
        for (int round = 0; round < 4000; round++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            DateOnly? reference = random.Next(4) switch
            {
                0 => null,
                1 => DateOnly.MinValue,
                2 => DateOnly.MaxValue,
                _ => Published,
            };
            IReadOnlyList<DateMention> read = DateReader.Read(text, reference);
            for (int i = 0; i < read.Count; i++)
            {
                Assert.True(read[i].Span.Length > 0 && read[i].Span.End <= text.Length, text);
                Assert.True(i == 0 || read[i - 1].Span.End <= read[i].Span.Start, text);
            }
        }
    }
}
