using System.Text;
using Microsoft.Playwright;

namespace Entente.Web.Tests;

/// <summary>An article made to break out of the page shows as text on every page, and does nothing.</summary>
[Collection("browser")]
public class HostileTextTests(BrowserSite browser)
{
    private const string Attack = "<script>window.broken=1</script><img src=x onerror=\"window.broken=1\"><svg/onload=window.broken=1>'\"><iframe srcdoc='<script>parent.broken=1</script>'></iframe>&lt;b&gt;</textarea></title></style><!--";

    [Fact]
    public async Task Article_MadeToBreakOut_ShowsAsTextEverywhere()
    {
        string text = $"China and Russia signed an agreement {Attack} on Monday. \"We like {Attack}\", Chinese President Xi Jinping said. Russia \u202Edesserts\u202C accused China of {Attack}. If Russia attacks {Attack}, China would distance itself from Russia. javascript:alert(1)";
        string record = System.Text.Json.JsonSerializer.Serialize(new { title = "Talks " + Attack + " \u202Egnirts", text, date = "2022-09-20", source = "Outlet " + Attack, author = Attack, url = "javascript:window.broken=1" });
        string document = await ReadAsync(record, "hostile.jsonl");
        foreach (string path in (string[])[document, "/evidence", "/evidence?speaker=" + Uri.EscapeDataString(Attack), "/evidence?words=" + Uri.EscapeDataString(Attack), "/evidence/documents", "/dyad/CHN-RUS", "/dyad?q=" + Uri.EscapeDataString(Attack), "/data/number?id=" + Uri.EscapeDataString(Attack), "/order?triangle=" + Uri.EscapeDataString(Attack), "/" + Uri.EscapeDataString(Attack)])
        {
            IPage page = await browser.OpenAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("() => typeof window.broken === 'undefined'"), path);
            Assert.Equal(1, await page.Locator("script").CountAsync());
            Assert.Equal(0, await page.Locator("iframe, [onerror], [onload], a[href^='javascript' i]").CountAsync());
            Assert.DoesNotContain('\u202E', await page.ContentAsync());
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Article_OfOneFiveMegabyteLine_IsShownInPartsAndInTime()
    {
        string document = await ReadAsync(new string('x', 1000) + new StringBuilder().Insert(0, "lorem ipsum dolor ", 280_000), "long.txt");
        using HttpResponseMessage answer = await browser.Site.Client.GetAsync(new Uri(document, UriKind.Relative), TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.InRange(page.Length, 10_000, 500_000);
        Assert.Contains("Part 1 of", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NestedHundredThousandDeep_IsRefusedWithAReason()
    {
        string html = "<html><body>" + new StringBuilder().Insert(0, "<div>", 100_000) + "China praised Russia." + "</body></html>";
        IPage page = await PostAsync(html, "deep.html", "text/html");
        Assert.Contains("0 documents", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    public async Task Address_OfThisMachineOrItsNetwork_IsRefused(string address)
    {
        IPage page = await browser.OpenAsync("/read");
        await page.FillAsync("#address", address);
        await page.ClickAsync("button:has-text('Read')");
        Assert.Contains("refused", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task<string> ReadAsync(string text, string name)
    {
        IPage page = await PostAsync(text, name, "application/octet-stream");
        Assert.True(await page.EvaluateAsync<bool>("() => typeof window.broken === 'undefined'"));
        await page.ClickAsync("button:has-text('Store it')");
        string at = new Uri(page.Url).AbsolutePath;
        await page.Context.CloseAsync();
        Assert.StartsWith("/evidence/document/", at, StringComparison.Ordinal);
        return at;
    }

    private async Task<IPage> PostAsync(string text, string name, string type)
    {
        IPage page = await browser.OpenAsync("/read");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = type, Buffer = Encoding.UTF8.GetBytes(text) });
        await page.ClickAsync("button:has-text('Read')");
        await page.WaitForSelectorAsync("h1:has-text('What was read')");
        return page;
    }
}
