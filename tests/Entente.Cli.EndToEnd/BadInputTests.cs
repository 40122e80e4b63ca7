using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Entente.Cli.EndToEnd;

/// <summary>Input that no one would call input: a clear message, the documented exit code, and the rest of the batch done.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_FolderOfBadFiles_NamesEachAndStoresTheRest()
    {
        string inputs = Directory.CreateDirectory(_folder.In("inputs")).FullName;
        _folder.Write("inputs/empty.txt", "");
        _folder.Write("inputs/binary.bin", [1, 0, 2, 0, 255]);
        _folder.Write("inputs/cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"u8.ToArray());
        _folder.Write("inputs/zip.zip", "PK\u0003\u0004\0\0"u8.ToArray());
        _folder.Write("inputs/bomb.jsonl.gz", Packed(1 << 28, "{\"text\":\""));
        _folder.Write("inputs/cut.txt.gz", Packed(1 << 16, "Ministers met. ")[..40]);
        _folder.Write("inputs/invalid.txt", [.. "Ministers met in Oslo. "u8, 0xFF, 0xC3, 0x28, .. " They spoke at length."u8]);
        _folder.Write("inputs/future.jsonl", "{\"date\":\"2999-01-01\",\"text\":\"Chile and Peru signed a treaty.\"}\n{\"date\":\"2001-01-01\",\"text\":\"Chile and Peru met.\"}\n");
        _folder.Write("inputs/good.txt", "Norway and Sweden signed a treaty.");
        Ended read = await BuiltProgram.RunAsync("read", inputs, "--store", _folder.Store);
        Assert.Equal(ExitCodes.Partial, read.Exit);
        foreach (string said in (string[])["empty.txt: empty", "binary.bin: binary", "cut.pdf: truncated", "zip.zip: binary", "bomb.jsonl.gz: bomb", "cut.txt.gz: truncated", "future.jsonl, line 1: future-date"])
            Assert.Contains(said, read.Talk, StringComparison.Ordinal);
        Assert.Contains("3 documents stored", read.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NothingThatCanBeRead_ExitsInput()
    {
        Ended read = await BuiltProgram.RunAsync("read", _folder.Write("empty.txt", ""), _folder.In("missing.txt"), "--store", _folder.Store);
        Assert.Equal(ExitCodes.Input, read.Exit);
        Assert.Contains("missing.txt: access", read.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_GigabyteOfOneLine_IsSkippedAndTheNextLineRead()
    {
        using Process process = BuiltProgram.Start("code", "-");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> talk = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        byte[] block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
        Stream input = process.StandardInput.BaseStream;
        await input.WriteAsync("{\"text\":\""u8.ToArray(), TestContext.Current.CancellationToken);
        for (int i = 0; i < 1024; i++) await input.WriteAsync(block, TestContext.Current.CancellationToken);
        await input.WriteAsync("\n{\"text\":\"Norway and Sweden signed a treaty.\"}\n"u8.ToArray(), TestContext.Current.CancellationToken);
        process.Refresh();
        long held = process.PeakWorkingSet64;
        input.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Partial, process.ExitCode);
        Assert.Contains("line 1: too-large", await talk, StringComparison.Ordinal);
        Assert.Contains("Norway", await output, StringComparison.Ordinal);
        Assert.True(held < 700L << 20, $"{held} bytes were held.");
    }

    [Fact]
    public async Task Code_FolderWithoutRights_SaysSoAndReadsTheRest()
    {
        Directory.CreateDirectory(_folder.In("closed"));
        _folder.Write("good.txt", "Norway and Sweden signed a treaty.");
        // The superuser may read everything, so nobody reads for him.
        Ended code = await BuiltProgram.ShellAsync(
            "chmod 755 \"$1\"; chmod 000 \"$1/closed\"; run=; [ \"$(id -u)\" = 0 ] && run='setpriv --reuid=65534 --clear-groups env HOME=/tmp'; $run $ENTENTE code \"$1\"; code=$?; chmod 755 \"$1/closed\"; exit $code", _folder.Path);
        Assert.Equal(ExitCodes.Partial, code.Exit);
        Assert.Contains("closed: access", code.Talk, StringComparison.Ordinal);
        Assert.Contains("Norway", code.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--date", "2999-01-01", "has not come yet")]
    [InlineData("--date", "20/9/2022", "is no day")]
    [InlineData("--jobs", "0", "1 or more")]
    public async Task Read_OptionThatMeansNothing_ExitsUsage(string option, string value, string said)
    {
        Ended read = await BuiltProgram.RunAsync("read", _folder.Write("a.txt", "A text."), option, value, "--store", _folder.Store);
        Assert.Equal(ExitCodes.Usage, read.Exit);
        Assert.Contains(said, read.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Store));
    }

    [Fact]
    public async Task Code_AddressOfThisMachine_IsRefusedUnlessAllowed()
    {
        Ended code = await BuiltProgram.RunAsync("code", "http://127.0.0.1:9/a.html");
        Assert.Equal(ExitCodes.Input, code.Exit);
        Assert.Contains("--allow-private", code.Talk, StringComparison.Ordinal);
        Ended allowed = await BuiltProgram.RunAsync("code", "http://127.0.0.1:9/a.html", "--allow-private");
        Assert.Equal(ExitCodes.Input, allowed.Exit);
        Assert.Contains("access", allowed.Talk, StringComparison.Ordinal);
    }

    private static byte[] Packed(long length, string start)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(start));
            byte[] block = Encoding.ASCII.GetBytes(new string('a', 1 << 16));
            for (long written = 0; written < length; written += block.Length) gzip.Write(block);
        }
        return packed.ToArray();
    }
}
