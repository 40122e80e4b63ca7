using CsCheck;
using Entente.Measures.News;
using Entente.Reading;

namespace Entente.Tests.Measures;

public class NewsTests
{
    private static readonly UndirectedDyad s_dyad = new(new StateId("RUS"), new StateId("UKR"));
    private static readonly NewsLine s_line = new(0, 9, 0.02, 2, 8);
    private static readonly NewsModel s_model = new(new CalendarMonth(2002 * 12), new CalendarMonth((2024 * 12) + 11), [.. Enumerable.Repeat(s_line, 5)], new NewsBridge(50, 3, 10, 100));

    [Fact]
    public void Of_LevelThatBreaks_IsDatedByTheMonth()
    {
        NewsHistory news = History(m => m.Index < (2014 * 12) + 2 ? 3 : -6, _ => 4);
        NewsTurn turn = Assert.Single(news.Turns(0.9));
        Assert.True(turn.Falls);
        Assert.InRange(turn.Month.Index, (2014 * 12) - 5, (2014 * 12) + 8);
        Assert.True(news.Score(new CalendarMonth(2013 * 12), null).Mean > 55 && news.Score(new CalendarMonth(2016 * 12), null).Mean < 30);
    }

    [Fact]
    public void Of_NoiseAboutALevel_GivesNoTurn()
    {
        Gen.Int[0, 1000].Sample(seed =>
        {
            var random = new Random(seed);
            return History(_ => (random.NextDouble() * 6) - 3, _ => 3).Turns(0.95).Length <= 1;
        }, iter: 30);
    }

    [Fact]
    public void Of_Silence_WidensTheInterval()
    {
        NewsHistory news = History(_ => 2, m => m.Year is > 2008 and < 2016 ? 0 : 3);
        ScoreWidth(news, 2007, out double talked);
        ScoreWidth(news, 2012, out double silent);
        Assert.True(silent > 1.3 * talked, $"{silent} {talked}");
        Assert.Equal(0, news.ReportsOf(2012));
        Assert.Null(news.YearLevel(2012));
    }

    [Fact]
    public void Of_FewReports_StayNearerToWhatIsExpectedBeforehand()
    {
        NewsHistory few = History(_ => 8, m => m.Index == 2010 * 12 ? 1 : 0), many = History(_ => 8, m => m.Index == 2010 * 12 ? 60 : 0);
        var month = new CalendarMonth(2010 * 12);
        Assert.True(few.Score(month, null).Mean < many.Score(month, null).Mean);
        Assert.True(few.Score(month, null).High90 - few.Score(month, null).Low90 > many.Score(month, null).High90 - many.Score(month, null).Low90);
    }

    [Fact]
    public void Of_LaterMonthsChanged_TellsTheSameOfADayBefore()
    {
        var last = new CalendarMonth((2014 * 12) + 5);
        NewsCount[] one = Counts(m => m.Number % 3, _ => 2), two = [.. one.Where(c => c.Month <= last), .. Counts(_ => -10, _ => 50).Where(c => c.Month > last)];
        NewsHistory a = NewsHistory.Of(s_model, s_dyad, one, last)!, b = NewsHistory.Of(s_model, s_dyad, two, last)!;
        Assert.Equal(last, a.LastMonth);
        for (CalendarMonth m = a.FirstMonth; m <= last; m = new CalendarMonth(m.Index + 1)) Assert.Equal(a.Score(m, null), b.Score(m, null));
        Assert.Equal(a.Turns(0.5), b.Turns(0.5));
    }

    [Fact]
    public void LastWhole_InTheMiddleOfAMonth_IsTheMonthBefore()
    {
        Assert.Equal("2022-08", CalendarMonth.LastWhole(new DateOnly(2022, 9, 20)).ToString());
        Assert.Equal("2022-09", CalendarMonth.LastWhole(new DateOnly(2022, 9, 30)).ToString());
    }

    [Fact]
    public void Learn_SeriesDrawnFromAModel_ComesNearIt()
    {
        var random = new Random(5);
        var dyads = new List<(NewsMonths, double)>();
        for (int d = 0; d < 120; d++)
        {
            double level = 1 + (2 * Normal(random));
            var reports = new int[240];
            var means = new double[240];
            double within = 0;
            for (int t = 0; t < 240; t++)
            {
                level += 0.15 * Normal(random);
                reports[t] = random.Next(4);
                double month = level + (1.2 * Normal(random));
                double[] each = [.. Enumerable.Range(0, reports[t]).Select(_ => month + (2.5 * Normal(random)))];
                if (each.Length == 0) continue;
                means[t] = each.Average();
                within += each.Sum(x => (x - means[t]) * (x - means[t]));
            }
            dyads.Add((new NewsMonths(new CalendarMonth(2002 * 12), reports, means), within));
        }
        NewsLine line = NewsLearner.Learn(dyads);
        Assert.InRange(line.Mean, 0.4, 1.6);
        Assert.InRange(line.Spread, 2.2, 6);
        Assert.InRange(line.Report, 5.5, 7);
        // The grid's steps are doublings: true values are .0225 and 1.44.
        Assert.InRange(line.Drift, 0.005, 0.05);
        Assert.InRange(line.Month, 0.5, 4);
    }

    [Fact]
    public void Add_ActsOfStatesNewAndTrue_AreCountedOnceATextByDyadAndType()
    {
        var counter = new NewsCounter();
        DateOnly day = new(2014, 3, 20);
        counter.Add(Document(day,
            Event("RUS", "UKR", PloverType.Assault, -9, new PartialDate(2014, 3, 18)), Event("RUS", "UKR", PloverType.Assault, -7, null), Event("UKR", "RUS", PloverType.Consult, 3, new PartialDate(2014, 3)),
            Event("RUS", "UKR", PloverType.Assault, -10, new PartialDate(1943)), Event("RUS", "UKR", PloverType.Threaten, -5, null, Modality.Hypothetical),
            Event("RUS", "UKR", PloverType.Coerce, -5, null, sector: Sector.Reb), Event("RUS", "RUS", PloverType.Coerce, -5, null)), "texts");
        counter.Add(Document(null, Event("RUS", "UKR", PloverType.Aid, 7, null)), "texts");
        Assert.Equal([(PloverType.Consult, 1, 0, 1, 3.0), (PloverType.Assault, 1, 1, 0, -8.0)], counter.Counts().Select(c => (c.Type, c.Reports, c.Forth, c.Back, c.Intensity)));
        Assert.All(counter.Counts(), c => Assert.Equal("2014-03", c.Month.ToString()));
        Assert.Equal((1, 1), (counter.Documents, counter.Undated));
    }

    private static void ScoreWidth(NewsHistory news, int year, out double width)
    {
        var band = news.Score(new CalendarMonth((year * 12) + 5), null);
        width = band.High90 - band.Low90;
    }

    private static NewsHistory History(Func<CalendarMonth, double> intensity, Func<CalendarMonth, int> reports) => NewsHistory.Of(s_model, s_dyad, Counts(intensity, reports), s_model.LastMonth)!;

    private static NewsCount[] Counts(Func<CalendarMonth, double> intensity, Func<CalendarMonth, int> reports) =>
    [
        .. Enumerable.Range(s_model.FirstMonth.Index, s_model.LastMonth.Index - s_model.FirstMonth.Index + 1).Select(i => new CalendarMonth(i)).Where(m => reports(m) > 0)
            .Select(m => new NewsCount(s_dyad, m, "texts", PloverType.Consult, Dimension.Diplomatic, reports(m), reports(m), 0, intensity(m))),
    ];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static CodedDocument Document(DateOnly? day, params EventObservation[] events) => new(new Entente.Documents.Document
    {
        Id = new string('a', 16),
        Origin = new Entente.Documents.DocumentOrigin("texts.jsonl", null, "text/plain", "utf-8"),
        Body = Entente.Text.SourceText.FromString("text"),
        Published = day is { } d ? new Entente.Documents.PublicationDate(d, default) : null,
    }, [.. events]);

    private static EventObservation Event(string source, string target, PloverType type, double intensity, PartialDate? date, Modality modality = Modality.Asserted, Sector sector = Sector.Gov) => new()
    {
        Id = "x",
        Evidence = null!,
        Type = type,
        Dimension = Dimension.Diplomatic,
        Intensity = intensity,
        Source = Actor(source, sector),
        Target = Actor(target, Sector.Unspecified),
        Date = date,
        DateRule = "",
        Modality = modality,
    };

    private static ActorMention Actor(string state, Sector sector) => new()
    {
        Span = default,
        Text = state,
        ActorId = "state:" + state,
        Name = state,
        Kind = ActorKind.State,
        State = new StateId(state),
        Sector = sector,
        Rule = "",
    };
}
