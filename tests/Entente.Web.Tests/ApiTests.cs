using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Entente.Web.Security;

namespace Entente.Web.Tests;

public class ApiTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Track_OfADyad_IsWhatTheLibraryComputes()
    {
        JsonElement track = await Json("/api/v1/dyads/CHN-RUS/track?from=2000&to=2010");
        JsonElement[] overall = [.. track.GetProperty("scores").EnumerateArray().Where(s => s.GetProperty("line").GetString() == "overall")];
        Assert.Equal(11, overall.Length);
        double mean = site.Answers.History(new UndirectedDyad(new StateId("CHN"), new StateId("RUS")), null)!.Score(2005, null).Mean;
        Assert.Equal(mean, overall.Single(s => s.GetProperty("year").GetInt32() == 2005).GetProperty("mean").GetDouble(), 2);
        Assert.All(overall, s => Assert.InRange(s.GetProperty("mean").GetDouble(), s.GetProperty("q5").GetDouble(), s.GetProperty("q95").GetDouble()));
    }

    [Fact]
    public async Task Why_PartsAddUpToTheChange()
    {
        JsonElement why = await Json("/api/v1/dyads/CHN-RUS/why?from=1990&to=2010&line=military");
        double change = why.GetProperty("change").GetDouble();
        Assert.Equal(why.GetProperty("now").GetDouble() - why.GetProperty("then").GetDouble(), change, 1);
        Assert.Equal(change, why.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("points").GetDouble()), 0.1);
    }

    [Fact]
    public async Task Rank_InParts_GivesEveryDyadOnce()
    {
        string? next = "/api/v1/rank?year=2010&state=CHN&limit=100";
        var seen = new List<string>();
        for (int i = 0; next is not null && i < 10; i++)
        {
            JsonElement part = await Json(next);
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("dyad").GetString()!));
            next = part.GetProperty("next").GetString();
            if (next is null) Assert.Equal(part.GetProperty("total").GetInt64(), seen.Count);
        }
        Assert.Null(next);
        Assert.InRange(seen.Count, 100, 250);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Briefing_AskedAgainWithItsTag_IsNotSentAgain()
    {
        using HttpResponseMessage first = await site.Client.GetAsync(new Uri("/api/v1/dyads/CHN-RUS/briefing", UriKind.Relative), Ending);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dyads/CHN-RUS/briefing");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await site.Client.SendAsync(again, Ending);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/dyads/CHN-XXX/track", HttpStatusCode.BadRequest, "XXX")]
    [InlineData("/api/v1/dyads/CHN-CHN/track", HttpStatusCode.BadRequest, "two different states")]
    [InlineData("/api/v1/dyads/CHN-RUS/track?from=3000", HttpStatusCode.BadRequest, "reach from")]
    [InlineData("/api/v1/dyads/CHN-RUS/why?from=2010&to=1990", HttpStatusCode.BadRequest, "earlier year")]
    [InlineData("/api/v1/dyads/CHN-RUS/briefing?as-of=yesterday", HttpStatusCode.BadRequest, "yesterday")]
    [InlineData("/api/v1/rank?line=mood", HttpStatusCode.BadRequest, "mood")]
    [InlineData("/api/v1/observations?kind=rumour", HttpStatusCode.BadRequest, "rumour")]
    [InlineData("/api/v1/observations?limit=100000", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/v1/observations/0123456789", HttpStatusCode.NotFound, "")]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "")]
    public async Task Question_NotUnderstood_IsAProblemThatNamesTheFault(string path, HttpStatusCode status, string named)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ending);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ending);
        Assert.Contains(named, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_ByAReader_IsNotTaken()
    {
        (string key, string line) = AccessKeys.Make("ana", AccessRole.Reader);
        await using var locked = new RunningSite { Keys = AccessKeys.Read([line]) };
        await locked.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/observations/00/corrections") { Content = JsonContent.Create(new { verdict = "wrong", reason = "The text does not say so." }) };
        request.Headers.Add("X-Api-Key", key);
        using HttpResponseMessage answer = await locked.Client.SendAsync(request, Ending);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>What clients were built against. Set ENTENTE_ACCEPT=1 to take the document as it is now.</summary>
    [Fact]
    public async Task Document_OfTheApi_IsTheOneKept()
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), Ending);
        string now = (await answer.Content.ReadAsStringAsync(Ending)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        Assert.Contains("\"openapi\": \"3.1", now, StringComparison.Ordinal);
        string kept = Path.Combine(SourceFolder(), "openapi.verified.json");
        if (Environment.GetEnvironmentVariable("ENTENTE_ACCEPT") == "1") await File.WriteAllTextAsync(kept, now, Ending);
        Assert.Equal((await File.ReadAllTextAsync(kept, Ending)).ReplaceLineEndings("\n"), now);
    }

    [Fact]
    public async Task Docs_LoadNothingFromElsewhere()
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri("/api/docs/", UriKind.Relative), Ending);
        string page = await answer.Content.ReadAsStringAsync(Ending);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static string SourceFolder()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Entente.slnx"))) at = at.Parent;
        return Path.Combine(at!.FullName, "tests", "Entente.Web.Tests");
    }

    private async Task<JsonElement> Json(string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ending);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ending);
    }
}
