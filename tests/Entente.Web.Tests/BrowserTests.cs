using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Entente.Web.Tests;

[CollectionDefinition("browser")]
public class BrowserCollection : ICollectionFixture<BrowserSite>;

[Collection("browser")]
public partial class BrowserTests(BrowserSite browser)
{
    private const string Article = """
        MOSCOW, Sept 20 - China and Russia signed an agreement on gas on Tuesday. "We will deepen our cooperation," Chinese President Xi Jinping said in Moscow.
        If Russia uses nuclear weapons, China would distance itself from Moscow, analysts said.
        """;

    /// <summary>Every page, with DOCUMENT standing for a stored one.</summary>
    public static TheoryData<string> Pages =>
    [
        "/", "/dyad?q=atlantis", "/dyad/CHN-RUS", "/dyad/CHN-RUS?as-of=2010-05-01&with=USA-IND&line=military", "/dyad/CHN-RUS?from=1988&to=1992", "/dyad/AND-TUV",
        "/evidence", "/evidence?state=china&kind=event", "/evidence?words=nothing-of-the-kind", "/evidence/documents", "/evidence/document/DOCUMENT",
        "/order", "/order?year=1985&triangle=usa,china,russia", "/scenario", "/scenario?dyad=CHN-RUS&if=USA-CHN%20eases", "/read", "/data", "/data/methods", "/data/codebook", "/data/glossary",
        "/data/number?id=score:CHN-RUS:overall:2021@2022-09-20", "/data/number?id=panel:trade_dependence:CHN>RUS:2010", "/no-such-page",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InBothColours_HasNoSeriousFaultOfAccess(string path)
    {
        IPage page = await browser.OpenAsync(path.Replace("DOCUMENT", browser.DocumentId, StringComparison.Ordinal));
        string axe = AxeSource.Read();
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.EvaluateAsync(axe);
            JsonElement found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))");
            Assert.True(found.GetArrayLength() == 0, $"{path}, {scheme}: {found}");
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_FitsAndStaysInPlaceAndAsksNobodyElse(string path)
    {
        IPage page = await browser.OpenAsync("/data/glossary", new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, DeviceScaleFactor = 2 });
        var asked = new List<string>();
        var said = new List<string>();
        page.Request += (_, r) => asked.Add(r.Url);
        page.Console += (_, m) => said.Add($"{m.Type} {m.Text}");
        page.PageError += (_, e) => said.Add(e);
        await page.GotoAsync(new Uri(browser.Site.Address, path.Replace("DOCUMENT", browser.DocumentId, StringComparison.Ordinal)).ToString());
        double shift = await page.EvaluateAsync<double>("() => new Promise(done => { let sum = 0; new PerformanceObserver(l => l.getEntries().forEach(e => sum += e.value)).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 200); })");
        Assert.Equal(0, shift, 3);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{path} is wider than a phone.");
        Assert.All(asked, a => Assert.True(a.StartsWith(browser.Site.Address.ToString(), StringComparison.Ordinal) || a.StartsWith("data:", StringComparison.Ordinal), a));
        Assert.True(said.All(s => s.Contains("status of 404", StringComparison.Ordinal)), string.Join('\n', said));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reading_ToDyadToEvidenceToCorrectionToExport_GoesThrough()
    {
        IPage page = await browser.OpenAsync("/read", new() { AcceptDownloads = true });
        await page.FillAsync("#text", Article);
        await page.FillAsync("#date", "2022-09-20");
        await page.ClickAsync("button:has-text('Read')");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("What was read");
        long before = browser.Site.Answers.Evidence.Store.Info().Documents;
        await page.ClickAsync("button:has-text('Store it')");
        await page.WaitForURLAsync(new Regex("/evidence/document/[0-9a-f]+$"));
        Assert.Equal(before + 1, browser.Site.Answers.Evidence.Store.Info().Documents);
        string document = new Uri(page.Url).AbsolutePath;
        IDownload original = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a:has-text('Original bytes')"));
        Assert.Equal(Article.ReplaceLineEndings("\n").Trim(), (await File.ReadAllTextAsync(await original.PathAsync(), TestContext.Current.CancellationToken)).Trim());

        await page.FillAsync("#q-top", "china rus");
        await page.PressAsync("#q-top", "Enter");
        await page.WaitForURLAsync("**/dyad/CHN-RUS");
        await page.FillAsync("#from", "1988");
        await page.FillAsync("#to", "1992");
        await page.ClickAsync("button:has-text('Explain')");
        await page.WaitForURLAsync("**/dyad/CHN-RUS?from=1988&to=1992*");
        double[] points = [.. (await page.Locator(".parts tbody td.n").AllInnerTextsAsync()).Select(Number)];
        Assert.Equal(Number(await page.Locator(".parts tfoot td.n").InnerTextAsync()), points.Sum(), 0.06 * points.Length);
        string permalink = (await page.Locator("#why ~ .files a:has-text('Permalink'), section[aria-labelledby=why] a:has-text('Permalink')").First.GetAttributeAsync("href"))!;
        IPage again = await browser.OpenAsync(permalink);
        Assert.Equal(points, (await again.Locator(".parts tbody td.n").AllInnerTextsAsync()).Select(Number));

        IDownload csv = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href*='series.csv']"));
        string[] lines = await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("dyad,as_of,year,line,mean,q5,q95,inputs,asked", lines[0]);
        Assert.StartsWith("CHN-RUS,", lines[^1], StringComparison.Ordinal);

        await page.GotoAsync(new Uri(browser.Site.Address, document).ToString());
        ILocator card = page.Locator(".cards > .card").First;
        await card.Locator("summary:has-text('Mark as wrong')").ClickAsync();
        await card.Locator("textarea").FillAsync("It is not what the text says.");
        await card.Locator("input[name=by]").FillAsync("Ana");
        await card.Locator("button:has-text('Mark as wrong')").ClickAsync();
        await Assertions.Expect(page.Locator(".card.overruled").First).ToContainTextAsync("Ana: wrong");
        await again.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_WithoutJavaScript_Works()
    {
        IPage page = await browser.OpenAsync("/", new() { JavaScriptEnabled = false });
        await page.FillAsync("#q", "united states, iran");
        await page.ClickAsync("button:has-text('Show')");
        await page.WaitForURLAsync("**/dyad/USA-IRN");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("United States – Iran");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task DyadPage_Transferred_IsLessThan300Kilobytes()
    {
        IPage page = await browser.OpenAsync("/dyad/CHN-RUS");
        double bytes = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].transferSize + performance.getEntriesByType('resource').reduce((s, r) => s + r.transferSize, 0)");
        Assert.InRange(bytes, 5_000, 300_000);
        await page.Context.CloseAsync();
    }

    /// <summary>Pictures of every page at phone, laptop and print size, for looking at; nothing is asserted but that they can be taken.</summary>
    [Fact]
    public async Task Pages_AsPictures_AreTakenWhereAFolderIsGiven()
    {
        string? folder = Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS");
        if (folder is null) return;
        Directory.CreateDirectory(folder);
        foreach ((string name, int width, bool dark) in new[] { ("phone", 390, false), ("laptop", 1280, false), ("dark", 1280, true) })
        {
            IPage page = await browser.OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = 844 }, IsMobile = width < 500, DeviceScaleFactor = 1, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            foreach (string path in Pages.Select(p => p.Data).Where(p => !dark || p is "/" or "/dyad/CHN-RUS" or "/order" or "/evidence/document/DOCUMENT"))
            {
                await page.GotoAsync(new Uri(browser.Site.Address, path.Replace("DOCUMENT", browser.DocumentId, StringComparison.Ordinal)).ToString());
                string file = Path.Combine(folder, $"{name}-{NotOfAName().Replace(path, "_")}");
                await page.ScreenshotAsync(new() { Path = file + ".png", FullPage = true });
                if (name == "laptop" && path.StartsWith("/dyad/CHN-RUS", StringComparison.Ordinal)) await page.PdfAsync(new() { Path = file + ".pdf", Format = "A4" });
            }
            await page.Context.CloseAsync();
        }
    }

    private static double Number(string text) => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotOfAName();
}
