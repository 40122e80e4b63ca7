using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Entente.Datasets.Pulling;
using Entente.Intake;
using Entente.Intake.Downloads;
using Entente.Intake.Tests;

namespace Entente.Datasets.Tests;

/// <summary>Pulls from a folder and from a server of this machine that stand for a mirror and for a publisher.</summary>
public sealed class DatasetPullTests
{
    private const string States = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nUSA,2,United States of America,1816,1,1,2016,12,31,2016\n";

    [Fact]
    public async Task Pull_FromPublisher_ImportsAndHoldsLaterPullsToTheChecksumSeen()
    {
        using var folder = new TestFolder();
        string sent = States;
        await using LocalServer server = Serve(() => ("text/csv", Encoding.UTF8.GetBytes(sent)));
        DatasetDefinition definition = Published("states", server, "/states2016.csv");
        PullResult first = await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken);
        Assert.False(first.File.Checked);
        Assert.False(first.AlreadyThere);
        Assert.True((await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken)).AlreadyThere);
        ImportResult imported = new RecordDirectory(Path.Combine(folder.Path, "record")).Import(definition, Pull(folder).Importable(definition, first.File)!);
        Assert.Equal(1, imported.Dataset.Rows);

        sent = States.Replace("1816", "1817", StringComparison.Ordinal);
        DownloadException changed = await Assert.ThrowsAsync<DownloadException>(() => Pull(folder, again: true).PullAsync(definition, TestContext.Current.CancellationToken));
        Assert.Equal("checksum", changed.Reason);
        Assert.Contains("first pull", changed.Message, StringComparison.Ordinal);
        PullResult accepted = await Pull(folder, again: true, accepts: true).PullAsync(definition, TestContext.Current.CancellationToken);
        Assert.NotEqual(first.File.Sha256, accepted.File.Sha256);
    }

    [Fact]
    public async Task Pull_ArchiveOfThePublisher_GivesTheMemberWithItsColumnsRenamed()
    {
        using var folder = new TestFolder();
        byte[] zip = Zip(("docs/readme.txt", "nothing"), ("data/atop5_1ddyr.csv", "ddyad,year,atopally,defense,offense,neutral,nonagg,consul\n365710,1950,1,1,0,0,1,1\n2020,1942,1,1,1,0,0,0\n"));
        await using LocalServer server = Serve(() => ("application/zip", zip));
        DatasetDefinition definition = Published("atop", server, "/atop_5.1__.csv_.zip");
        PullResult pulled = await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken);
        string table = Pull(folder).Importable(definition, pulled.File)!;
        using var read = new DatasetTable(definition, table);
        Assert.True(read.Read());
        Assert.Equal((365, 710, 1950, "1"), (read.Key("ccode1"), read.Key("ccode2"), read.Key("year"), read.Text("atop_defense")));
        Assert.True(read.Read());
        Assert.Equal((2, 20), (read.Key("ccode1"), read.Key("ccode2")));
    }

    [Fact]
    public async Task Pull_ArchiveLaidOutOtherwise_NamesWhatItHas()
    {
        using var folder = new TestFolder();
        await using LocalServer server = Serve(() => ("application/zip", Zip(("other.csv", "a,b\n"))));
        DatasetDefinition definition = Published("trade", server, "/COW_Trade_4.0.zip");
        PullResult pulled = await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken);
        var e = Assert.Throws<InvalidDataException>(() => Pull(folder).Importable(definition, pulled.File));
        Assert.Contains("Dyadic_COW_4.0.csv", e.Message, StringComparison.Ordinal);
        Assert.Contains("other.csv", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_FormThatIsOnlyKept_IsKeptAndNotImported()
    {
        using var folder = new TestFolder();
        await using LocalServer server = Serve(() => ("application/octet-stream", [0x42, 0x5A, 0x68, 0x39, 0]));
        DatasetDefinition definition = Published("rivalries", server, "/tss_rivalries.rda");
        PullResult pulled = await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken);
        Assert.Null(Pull(folder).Importable(definition, pulled.File));
        Assert.True(File.Exists(Path.Combine(folder.Path, "pulled", "rivalries", "tss_rivalries.rda")));
    }

    [Fact]
    public async Task Pull_NoAddress_SaysWhereToGetIt()
    {
        using var folder = new TestFolder();
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => Pull(folder).PullAsync(DatasetCatalogue.Find("arms")!, TestContext.Current.CancellationToken));
        Assert.Contains("armstransfers.sipri.org", e.Message, StringComparison.Ordinal);
        Assert.Contains("entente record import arms FILE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_NameOfThePublisherLeadsOut_StaysInTheFolder()
    {
        using var folder = new TestFolder();
        await using LocalServer server = Serve(() => ("text/csv", Encoding.UTF8.GetBytes(States)));
        DatasetDefinition definition = Published("states", server, "/x/..%2F..%2Fstates.csv");
        await Pull(folder).PullAsync(definition, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(folder.Path, "pulled", "states", "states.csv")));
        Assert.Equal(["pulled"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Mirror_FileThatIsNotTheOneKnown_IsRefused()
    {
        using var folder = new TestFolder();
        folder.Write("cow_states_2016.csv", States);
        DownloadException e = await Assert.ThrowsAsync<DownloadException>(() => Pull(folder, mirror: new Uri(folder.Path + "/")).PullAsync(DatasetCatalogue.Find("states")!, TestContext.Current.CancellationToken));
        Assert.Equal("length", e.Reason);
        Assert.Contains("--accept-changed", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mirror_OfTheRecord_GivesEveryDatasetToTheByte(bool overHttp)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string files = Path.Combine(root ?? ".", "..", "shared", "data", "record");
        if (!Directory.Exists(files))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{files} is missing.");
            Assert.Skip($"{files} is not on this machine.");
        }
        using var folder = new TestFolder();
        int asked = 0;
        await using var server = new LocalServer(async (path, stream, stop) =>
        {
            string file = Path.Combine(files, Path.GetFileName(path));
            bool there = File.Exists(file);
            byte[] body = there ? await File.ReadAllBytesAsync(file, stop) : [];
            await stream.WriteAsync(LocalServer.Head(FormattableString.Invariant($"HTTP/1.1 {(there ? "200 OK" : "404 Not Found")}\nETag: \"{path.Length}\"\nContent-Length: {body.Length}")), stop);
            // Every seventh answer breaks off.
            await stream.WriteAsync(there && ++asked % 7 == 0 ? body.AsMemory(0, body.Length / 2) : body, stop);
        });
        DatasetPull pull = Pull(folder, mirror: overHttp ? new Uri(server.Address) : new Uri(Path.GetFullPath(files)));
        foreach (DatasetDefinition definition in DatasetCatalogue.All)
        {
            PullResult pulled = await pull.PullAsync(definition, TestContext.Current.CancellationToken);
            Assert.True(pulled.File.Checked);
            Assert.Equal(definition.Copy.Sha256, pulled.File.Sha256);
            string path = pull.Importable(definition, pulled.File)!;
            using FileStream stream = File.OpenRead(path);
            Assert.Equal(definition.Copy.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, TestContext.Current.CancellationToken)));
        }
        Assert.Equal(59, DatasetCatalogue.All.Count);
    }

    [Fact]
    public void Manifest_EveryEntry_SaysWhatItMust()
    {
        Assert.Equal(DatasetCatalogue.All.Count, DatasetCatalogue.All.Select(d => d.About.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (DatasetDefinition d in DatasetCatalogue.All)
        {
            Assert.True(d.Publisher.Address is not null || d.Publisher.Page is not null, d.About.Id);
            Assert.True(d.Publisher.Imports || d.Publisher.Note is { Length: > 0 }, d.About.Id);
            Assert.True(d.Publisher.Form != "zip" || !d.Publisher.Imports || d.Publisher.Member is not null, d.About.Id);
            Assert.Matches("^[0-9a-f]{64}$", d.Copy.Sha256);
            Assert.Empty(d.WholeNumbers.Except(d.Columns, StringComparer.Ordinal));
            Assert.True(d.About.Licence.Length > 0 && d.About.Citation.Length > 0 && d.ReleasedBasis.Length > 0, d.About.Id);
        }
    }

    private static DatasetPull Pull(TestFolder folder, Uri? mirror = null, bool again = false, bool accepts = false) =>
        new(new PullDirectory(Path.Combine(folder.Path, "pulled")), new WebOptions { AllowPrivate = true }, TimeProvider.System, _ => { }) { Mirror = mirror, Again = again, AcceptsChange = accepts };

    private static DatasetDefinition Published(string id, LocalServer server, string path)
    {
        DatasetDefinition definition = DatasetCatalogue.Find(id)!;
        return definition with { Publisher = definition.Publisher with { Address = new Uri(server.Address + path) } };
    }

    private static LocalServer Serve(Func<(string Type, byte[] Body)> answer) => new(async (_, stream, stop) =>
    {
        (string type, byte[] body) = answer();
        await stream.WriteAsync(LocalServer.Head(FormattableString.Invariant($"HTTP/1.1 200 OK\nContent-Type: {type}\nContent-Length: {body.Length}")), stop);
        await stream.WriteAsync(body, stop);
    });

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string text) in files)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        return stream.ToArray();
    }
}
