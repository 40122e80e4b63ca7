using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Entente.Cli.EndToEnd;

/// <summary>Reading that is cut short: what was committed stays, and the next reading goes on from there.</summary>
public sealed partial class InterruptedTests : IDisposable
{
    private const int Many = 6_000;
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_CtrlC_StopsKeepsAndGoesOn()
    {
        string texts = _folder.WriteDocuments("texts.jsonl", Many);
        using Process process = BuiltProgram.Start("read", texts, "--store", _folder.Store);
        await CommittedAsync(process);
        BuiltProgram.Signal(process, "INT");
        Ended stopped = await BuiltProgram.EndAsync(process);
        Assert.Equal(ExitCodes.Interrupted, stopped.Exit);
        Assert.Contains("Stopped", stopped.Talk, StringComparison.Ordinal);
        await GoesOnAsync(texts, await SoundAsync());
    }

    [Fact]
    public async Task Read_Killed_LosesNothingCommittedAndGoesOn()
    {
        string texts = _folder.WriteDocuments("texts.jsonl", Many);
        using Process process = BuiltProgram.Start("read", texts, "--store", _folder.Store);
        await CommittedAsync(process);
        BuiltProgram.Signal(process, "KILL");
        await BuiltProgram.EndAsync(process);
        await GoesOnAsync(texts, await SoundAsync());
    }

    [Fact]
    public async Task AnyVerb_StoreHeldByAnother_SaysWhoHoldsIt()
    {
        await BuiltProgram.RunAsync("read", _folder.WriteDocuments("few.jsonl", 3), "--store", _folder.Store);
        Process holder = BuiltProgram.Start("read", "-", "--store", _folder.Store);
        try
        {
            // It holds the store while it waits for its standard input. One that comes while the question holds the store ends, and another takes its place.
            Ended info;
            while ((info = await BuiltProgram.RunAsync("store", "info", "--store", _folder.Store)).Exit == ExitCodes.Ok)
            {
                if (holder.HasExited)
                {
                    holder.Dispose();
                    holder = BuiltProgram.Start("read", "-", "--store", _folder.Store);
                }
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            }
            Ended brief = await BuiltProgram.RunAsync("brief", "france", "germany", "--store", _folder.Store);
            Ended read = await BuiltProgram.RunAsync("read", _folder.In("few.jsonl"), "--store", _folder.Store);
            foreach (Ended one in (Ended[])[info, brief, read])
            {
                Assert.Equal(ExitCodes.Store, one.Exit);
                Assert.Contains($"process {holder.Id}", one.Talk, StringComparison.Ordinal);
            }
        }
        finally
        {
            holder.Kill(entireProcessTree: true);
            await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
            holder.Dispose();
        }
    }

    [Fact]
    public async Task Read_FullDisk_SaysSoKeepsWhatItHasAndGoesOn()
    {
        string disk = Directory.CreateDirectory(_folder.In("disk")).FullName;
        string texts = _folder.WriteDocuments("texts.jsonl", Many);
        const string Line = "mount -t tmpfs -o size=2m tmpfs \"$1\" || exit 77; trap \"umount $1\" EXIT; "
            + "$ENTENTE read \"$2\" --store \"$1/s.duckdb\"; echo \"first $?\"; mount -o remount,size=200m \"$1\"; "
            + "$ENTENTE store check --store \"$1/s.duckdb\"; echo \"check $?\"; $ENTENTE read \"$2\" --store \"$1/s.duckdb\"; echo \"second $?\"; "
            + "$ENTENTE store info --store \"$1/s.duckdb\"";
        // Who may not mount may do so in a name space of his own.
        Ended ended = await BuiltProgram.ShellAsync($"export ENTENTE; run=; [ \"$(id -u)\" = 0 ] || run='unshare -Urm'; $run bash -c '{Line}' bash \"$@\"", disk, texts);
        if (ended.Exit == 77) Assert.Skip("A small disk cannot be mounted here.");
        Assert.Contains("first 4", ended.Output, StringComparison.Ordinal);
        Assert.Contains("is full", ended.Talk, StringComparison.Ordinal);
        Assert.Contains("check 0", ended.Output, StringComparison.Ordinal);
        Assert.Contains("second 0", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"{Many} documents", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ReaderOfOutputGone_EndsQuietly()
    {
        string texts = _folder.WriteEvents("texts.jsonl", 600);
        Ended ended = await BuiltProgram.ShellAsync("$ENTENTE code \"$1\" | head -n 1; echo \"${PIPESTATUS[0]}\"", texts);
        Assert.Equal("0", ended.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal("", ended.Talk);
    }

    [Fact]
    public async Task AnyVerb_OutputCannotBeWritten_ExitsOutput()
    {
        Ended full = await BuiltProgram.ShellAsync("$ENTENTE brief france germany --store \"$1\" > /dev/full", _folder.Store);
        Assert.Equal(ExitCodes.Output, full.Exit);
        Assert.Contains("Standard output", full.Talk, StringComparison.Ordinal);
        Ended html = await BuiltProgram.RunAsync("brief", "france", "germany", "--store", _folder.Store, "--html", _folder.In("no/such/folder.html"));
        Assert.Equal(ExitCodes.Output, html.Exit);
        Assert.Contains("could not be written", html.Talk, StringComparison.Ordinal);
    }

    // The store's files grow past a first batch.
    private async Task CommittedAsync(Process process)
    {
        while (!process.HasExited && new DirectoryInfo(_folder.Path).GetFiles("store.duckdb*").Sum(f => f.Length) < 150_000)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(process.HasExited, "It ended before it could be stopped.");
    }

    private async Task<int> SoundAsync()
    {
        Assert.Equal(ExitCodes.Ok, (await BuiltProgram.RunAsync("store", "check", "--store", _folder.Store)).Exit);
        Ended info = await BuiltProgram.RunAsync("store", "info", "--store", _folder.Store);
        return int.Parse(Documents().Match(info.Output).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task GoesOnAsync(string texts, int kept)
    {
        Assert.InRange(kept, 1, Many - 1);
        Ended again = await BuiltProgram.RunAsync("read", texts, "--store", _folder.Store);
        Assert.Equal(ExitCodes.Ok, again.Exit);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Many - kept:N0} documents stored, {kept:N0} known"), again.Talk, StringComparison.Ordinal);
        Assert.Equal(Many, await SoundAsync());
    }

    [GeneratedRegex(@"(\d+) documents")]
    private static partial Regex Documents();
}
