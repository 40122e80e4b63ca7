using Entente.Documents;
using Microsoft.Playwright;

namespace Entente.Web.Tests;

/// <summary>A running site with the sample dispatches in its store, and the system's Chromium to look at it with.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public RunningSite Site { get; } = new() { LoadPanel = true };

    public IBrowser? Browser { get; private set; }

    /// <summary>The id of a stored sample document.</summary>
    public string DocumentId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        Store(Path.Combine(AppContext.BaseDirectory, "data", "samples", "dispatches.jsonl"));
        DocumentId = Site.Answers.Evidence.Store.Documents(null, 0, 1).Documents[0].Document.Id;
        if (ChromiumPath() is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A page of the site; the test is skipped where there is no browser, and fails under CI.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        if (Browser is null)
        {
            const string Why = "There is no Chromium on this machine (chromium, chromium-browser or google-chrome in PATH, or CHROMIUM).";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Why);
            Assert.Fail(Why);
        }
        IBrowserContext context = await Browser!.NewContextAsync(options ?? new());
        IPage page = await context.NewPageAsync();
        // A busy machine is slow, not broken.
        page.SetDefaultTimeout(180_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        await page.GotoAsync(new Uri(Site.Address, path).ToString());
        return page;
    }

    private void Store(string path)
    {
        EntentePipeline pipeline = RunningSite.Pipeline(null);
        Document[] documents = [.. pipeline.Read(new RawInput(path, () => File.OpenRead(path))).Select(r => r.Document).OfType<Document>()];
        Site.Answers.Evidence.Change(s => s.Add(pipeline.Code(documents, 2, _ => { }, TestContext.Current.CancellationToken)));
    }

    private static string? ChromiumPath()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } set) return set;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return ((string[])["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]).SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
