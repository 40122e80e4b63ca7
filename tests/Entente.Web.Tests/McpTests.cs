using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests;

/// <summary>The tools through the protocol's own client, over HTTP and over standard input and output.</summary>
public class McpTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_OverHttp_AnswerInTextAndStructure()
    {
        await using McpClient client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }), cancellationToken: Ending);
        await Use(client);
    }

    [Fact]
    public async Task Tools_OverStandardInputAndOutput_AnswerInTextAndStructure()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll");
        using var store = new TemporaryStore();
        await using McpClient client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = "dotnet", Arguments = [program, "mcp", "--store", store.Path] }), cancellationToken: Ending);
        await Use(client);
    }

    private static async Task Use(McpClient client)
    {
        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: Ending);
        Assert.Equal(["briefing", "document", "evidence", "quotations", "rank", "states", "track", "why"], tools.Select(t => t.Name).Where(n => n is "briefing" or "document" or "evidence" or "quotations" or "rank" or "states" or "track" or "why").Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.NotEmpty(t.Description));

        CallToolResult briefing = await Call(client, "briefing", new() { ["stateA"] = "china", ["stateB"] = "russia" });
        Assert.Contains("China and Russia", Text(briefing), StringComparison.Ordinal);
        Assert.Equal("China", briefing.StructuredContent!.Value.GetProperty("nameA").GetString());

        CallToolResult why = await Call(client, "why", new() { ["stateA"] = "CHN", ["stateB"] = "RUS", ["from"] = 1990, ["to"] = 2010 });
        JsonElement answer = why.StructuredContent!.Value.GetProperty("answer");
        Assert.Equal(answer.GetProperty("change").GetDouble(), answer.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("points").GetDouble()), 0.1);
        Assert.Equal(JsonElement.Parse(Text(why)).GetProperty("answer").GetProperty("change").GetDouble(), answer.GetProperty("change").GetDouble());

        CallToolResult track = await Call(client, "track", new() { ["stateA"] = "CHN", ["stateB"] = "RUS" });
        Assert.Contains("track with from=", track.StructuredContent!.Value.GetProperty("nextCall").GetString(), StringComparison.Ordinal);

        CallToolResult evidence = await Call(client, "evidence", new() { ["state"] = "china" });
        Assert.Equal(0, evidence.StructuredContent!.Value.GetProperty("answer").GetProperty("total").GetInt64());
        Assert.Contains("nothing was looked at", evidence.StructuredContent.Value.GetProperty("covers").GetString(), StringComparison.Ordinal);

        CallToolResult wrong = await client.CallToolAsync("track", new Dictionary<string, object?>(StringComparer.Ordinal) { ["stateA"] = "Atlantis", ["stateB"] = "RUS" }, cancellationToken: Ending);
        Assert.True(wrong.IsError);
        Assert.Contains("Atlantis", Text(wrong), StringComparison.Ordinal);
    }

    private static async Task<CallToolResult> Call(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments, cancellationToken: Ending);
        Assert.False(result.IsError is true, Text(result));
        Assert.NotNull(result.StructuredContent);
        return result;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(t => t.Text));

    private sealed class TemporaryStore : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-mcp");

        public string Path => System.IO.Path.Combine(_folder.FullName, "store.duckdb");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
