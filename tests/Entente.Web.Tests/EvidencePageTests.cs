using System.Net;
using Entente.Documents;
using Entente.Reading;
using Entente.Web.Security;

namespace Entente.Web.Tests;

public class EvidencePageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correction_WithoutTheFormsToken_IsRefusedAndNothingIsKept()
    {
        StoredObservation one = Stored();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["verdict"] = "Wrong", ["reason"] = "x", ["by"] = "ana" });
        using HttpResponseMessage answer = await site.Client.PostAsync(new Uri($"/evidence/observation/{one.Observation.Id}/correction", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(site.Answers.Evidence.Store.Corrections(null), c => c.Reason == "x");
    }

    [Fact]
    public async Task Reading_WithoutTheFormsToken_IsRefused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("China praised Russia."), "text" } };
        using HttpResponseMessage answer = await site.Client.PostAsync(new Uri("/read", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Reading_ByAReader_IsForbidden()
    {
        (string key, string line) = AccessKeys.Make("ana", AccessRole.Reader);
        await using var locked = new RunningSite { Keys = AccessKeys.Read([line]) };
        await locked.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/read") { Content = new MultipartFormDataContent { { new StringContent("China praised Russia."), "text" } } };
        request.Headers.Add("X-Api-Key", key);
        using HttpResponseMessage answer = await locked.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_WhileTheStoreCannotBeUsed_ShowTheRecordAndSayWhy()
    {
        await using var broken = new RunningSite { NoStore = "somebody's notes\n" };
        await broken.InitializeAsync();
        using HttpResponseMessage evidence = await broken.Client.GetAsync(new Uri("/evidence", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, evidence.StatusCode);
        Assert.Contains("The evidence store cannot be used now", await evidence.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        string dyad = await broken.Client.GetStringAsync(new Uri("/dyad/CHN-RUS", UriKind.Relative), Token);
        Assert.Contains("Stored texts could not be asked", dyad, StringComparison.Ordinal);
        Assert.Contains("The score over the years", dyad, StringComparison.Ordinal);
        Assert.Contains("cannot be used now", await broken.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/evidence?state=atlantis")]
    [InlineData("/evidence?type=dance")]
    [InlineData("/evidence?type=3")]
    [InlineData("/evidence?kind=rumour")]
    [InlineData("/evidence?from=monday")]
    [InlineData("/order?year=1800")]
    [InlineData("/order?triangle=usa,china")]
    [InlineData("/data/number?id=nothing")]
    public async Task Filter_NotUnderstood_SaysWhatToWrite(string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/evidence/document/ffff")]
    [InlineData("/evidence/document/..%2f..%2fetc%2fpasswd/original")]
    [InlineData("/evidence/observation/' OR 1=1")]
    public async Task Document_ThatIsNotThere_IsNotFound(string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Briefing_AfterACorrection_LeavesTheObservationOutUnlessAskedOtherwise()
    {
        StoredObservation one = Stored();
        var question = new Questions.BriefingQuestion(new StateId("CHN"), new StateId("RUS")) { AsOf = new DateOnly(2024, 12, 31) };
        int before = site.Answers.About(question.Dyad, new DateOnly(2024, 12, 31)).Count;
        site.Answers.Evidence.Change(s => s.Correct(new Correction(one.Observation.Id, Verdict.Wrong, "It is not.", "ana", DateTimeOffset.UnixEpoch)));
        Assert.Equal(before - 1, site.Answers.About(question.Dyad, new DateOnly(2024, 12, 31)).Count);
        Assert.Equal(before, site.Answers.About(question.Dyad, new DateOnly(2024, 12, 31), corrected: false).Count);
        Assert.DoesNotContain(site.Answers.Briefing(question).Briefing.Sources, s => s.Id == one.Observation.Id);
        site.Answers.Evidence.Change(s => s.Correct(new Correction(one.Observation.Id, Verdict.Restored, "It is.", "ben", DateTimeOffset.UnixEpoch)));
        Assert.Equal(before, site.Answers.About(question.Dyad, new DateOnly(2024, 12, 31)).Count);
    }

    private StoredObservation Stored()
    {
        EntentePipeline pipeline = RunningSite.Pipeline(new DateOnly(2022, 9, 20));
        Document[] documents = [.. pipeline.Read(RawInput.FromBytes("a.txt", "If Russia attacks Poland, China would distance itself from Russia."u8.ToArray(), "text/plain")).Select(r => r.Document).OfType<Document>()];
        site.Answers.Evidence.Change(s => s.Add(pipeline.Code(documents, 1, _ => { }, CancellationToken.None)));
        return site.Answers.Evidence.Store.Search(new EvidenceQuery { State = new StateId("CHN"), Other = new StateId("RUS") }).Observations[0];
    }
}
