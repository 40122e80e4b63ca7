namespace Entente.Web.Tests;

/// <summary>axe-core, which finds faults of accessibility in a page. It is fetched by <c>.ci/run</c> and not kept in the repository.</summary>
internal static class AxeSource
{
    public static string Read()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Entente.slnx"))) at = Path.GetDirectoryName(at);
        string path = Environment.GetEnvironmentVariable("AXE") ?? Path.Combine(at ?? ".", "artifacts", "axe.min.js");
        if (!File.Exists(path))
        {
            string why = $"{path} is not there: 'npm pack axe-core@4.14.1' and take package/axe.min.js out of it, or set AXE.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", why);
            Assert.Fail(why);
        }
        return File.ReadAllText(path);
    }
}
