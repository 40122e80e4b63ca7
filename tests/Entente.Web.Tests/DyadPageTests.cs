using System.Net;

namespace Entente.Web.Tests;

public class DyadPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("china russia", "/dyad/CHN-RUS")]
    [InlineData("china rus…", "/dyad/CHN-RUS")]
    [InlineData("united states vs iran", "/dyad/USA-IRN")]
    [InlineData("north korea, south korea", "/dyad/PRK-KOR")]
    [InlineData("Russia–Ukraine", "/dyad/RUS-UKR")]
    [InlineData("DEU-FRA", "/dyad/DEU-FRA")]
    public async Task Search_TwoStates_LeadsToTheirDyad(string line, string to)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri("/dyad?q=" + Uri.EscapeDataString(line), UriKind.Relative), Token);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("china")]
    [InlineData("china atlantis")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("china prc")]
    public async Task Search_NoTwoStates_SaysSoOnTheFrontPage(string line)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri("/dyad?q=" + Uri.EscapeDataString(line), UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("No two states are understood", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfADyad_ShowsTheBriefingOfTheCommandLine()
    {
        string page = await site.Client.GetStringAsync(new Uri("/dyad/CHN-RUS?as-of=2022-09-20", UriKind.Relative), Token);
        Entente.Briefings.Briefing briefing = site.Answers.Briefing(new(new StateId("CHN"), new StateId("RUS")) { AsOf = new DateOnly(2022, 9, 20) }).Briefing;
        Assert.Contains(WebUtility.HtmlEncode(briefing.Headline), page, StringComparison.Ordinal);
        Assert.Contains("2022-09-20", page, StringComparison.Ordinal);
        Assert.All(briefing.Sources, s => Assert.Contains($"id=\"s{s.Number}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_AskedAgainWithItsTag_IsNotSentAgain()
    {
        using HttpResponseMessage first = await site.Client.GetAsync(new Uri("/dyad/CHN-RUS", UriKind.Relative), Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dyad/CHN-RUS");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using HttpResponseMessage second = await site.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/dyad/CHN-CHN")]
    [InlineData("/dyad/CHN")]
    [InlineData("/dyad/CHN-ZZZ")]
    [InlineData("/dyad/CHN-RUS?as-of=yesterday")]
    [InlineData("/dyad/CHN-RUS?from=2014&to=2010")]
    [InlineData("/dyad/CHN-RUS?line=sideways")]
    [InlineData("/dyad/CHN-RUS?with=nowhere")]
    public async Task Page_OfAQuestionNotUnderstood_SaysWhatToWrite(string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }
}
