using System.Net;
using System.Net.Http.Headers;
using Entente.Web.Security;

namespace Entente.Web.Tests;

public class SecurityTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dyad/CHN-RUS")]
    [InlineData("/no-such-page")]
    [InlineData("/dyad/CHN-XXX")]
    public async Task EveryAnswer_HasAStrictPolicyAndNoSniffing(string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Request_UnderAnotherHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using HttpResponseMessage answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("aligned", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AddressOthersReachWithoutKeys_IsRefusedWithWhatToGive()
    {
        var options = new ServeOptions { Address = IPAddress.Any, StorePath = site.StorePath, Pipeline = _ => throw new InvalidOperationException() };
        Assert.Contains("--keys", Assert.Throws<InvalidOperationException>(() => EntenteWeb.Build(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithKeysConfigured_AsksForOneAndTakesIt()
    {
        (string key, string line) = AccessKeys.Make("ana", AccessRole.Reader);
        await using var locked = new RunningSite { Keys = AccessKeys.Read(["# who may come in", line]) };
        await locked.InitializeAsync();
        using HttpResponseMessage without = await locked.Client.GetAsync(new Uri("/dyad/CHN-RUS", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, without.StatusCode);
        Assert.StartsWith("/sign-in", without.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach ((string shown, bool good) in new[] { (key, true), ("ent_" + new string('0', 64), false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/dyad/CHN-RUS") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", shown) } };
            using HttpResponseMessage answer = await locked.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(good, answer.StatusCode == HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("ana reader 12")]
    [InlineData("ana owner 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    public void Keys_OfAnotherForm_AreRefused(string line) => Assert.Throws<FormatException>(() => AccessKeys.Read([line]));
}
