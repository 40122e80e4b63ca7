using System.IO.Compression;
using System.Text;
using Entente.Datasets.Streams;
using Entente.Reading;
using Entente.Record.Streams;

namespace Entente.Datasets.Tests.Streams;

public sealed class EventStreamReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(61, StreamFormat.Gdelt2), InlineData(58, StreamFormat.Gdelt1)]
    public void Gdelt_RawRows_GiveEventsAndNameTheBroken(int columns, StreamFormat format)
    {
        string good = StreamLines.Gdelt(columns, "7", "20220916", "CHNGOV", "CHN", "RUS", "RUS", "036");
        string file = StreamLines.File(good, good + "\tmore", StreamLines.Gdelt(columns, "8", "20220931", "CHN", "CHN", "RUS", "RUS", "036"), StreamLines.Gdelt(columns, "x", "20220916", "", "", "", "", "036"),
            StreamLines.Gdelt(columns, "9", "20220916", "", "", "", "", "036", goldstein: "11"), StreamLines.Gdelt(columns, "10", "20220916", "", "", "", "", "036", articles: "1.5"), StreamLines.Gdelt(columns, "11", "19850916", "RUS", "RUS", "", "", "010"));
        (StreamFormat found, List<StreamRow> rows) = Read(file);
        Assert.Equal(format, found);
        Assert.Equal([null, $"{columns + 1} fields where {columns} are expected", "SQLDATE is '20220931', no day", "GLOBALEVENTID is 'x', no whole number", "GoldsteinScale is '11', no number from -10 to 10", "NumArticles is '1.5', no whole number", null],
            rows.Select(r => r.Malformed?.Reason));
        Assert.Equal([2L, 3, 4, 5, 6], rows.Select(r => r.Malformed?.Line).OfType<long>());
        Assert.Equal(Encoding.UTF8.GetBytes(good + "\tmore"), rows[1].Malformed!.Raw.ToArray());
        var first = Assert.IsType<StreamEvent>(rows[0].Item);
        Assert.Equal(("7", new DateOnly(2022, 9, 16), "CHN", "RUS", PloverType.Agree, 1.0, 2), (first.Id, first.Day, first.Source?.Code, first.Target?.Code, first.Type, first.Intensity, first.Reports));
        var last = Assert.IsType<StreamEvent>(rows[6].Item);
        Assert.Equal(("SUN", null, null), (last.Source?.Code, last.Target?.Code, last.Type));
    }

    [Fact]
    public void Gdelt_CsvWithHeaderAndDroppedZeros_PutsThemBack()
    {
        const string File = "\uFEFF\"GlobalEventID\",\"dateEvent\",\"Actor1Code\",\"Actor1CountryCode\",\"Actor2Code\",\"Actor2CountryCode\",\"EventCode\",\"EventRootCode\",\"GoldsteinScale\",\"NumArticles\",\"SOURCEURL\"\r\n"
            + "NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\r\n5,\"2013-04-02\",\"CYP\",\"CYP\",NA,NA,43,4,2.8,9,\"http://x.example/a,b\"\r\n";
        (StreamFormat format, List<StreamRow> rows) = Read(File);
        Assert.Equal(StreamFormat.Gdelt1, format);
        Assert.Equal("GLOBALEVENTID is nothing, no whole number", rows[0].Malformed?.Reason);
        var read = Assert.IsType<StreamEvent>(rows[1].Item);
        Assert.Equal(("043", PloverType.Consult, "CYP", null, "http://x.example/a,b"), (read.Code, read.Type, read.Source?.Code, read.TargetCode, read.Url));
    }

    [Fact]
    public void Gdelt_ColumnsRenamed_AreFound()
    {
        (_, List<StreamRow> rows) = Read(",Global_Event_ID,Day,Actor_1_Country_Code,Actor_1_Country_ABBR,Actor_2_Country_Code,Actor_2_Country_ABBR,Event_Code,Event_Root_Code,Goldstein_Scale,Num_Articles,Source_URL\n"
            + "0,95,20201113,AFGGOV,AFG,GBR,GBR,190,19,-10.0,1,https://x.example\n");
        var read = Assert.IsType<StreamEvent>(rows[0].Item);
        Assert.Equal(("AFGGOV", "AFG", "GBR", PloverType.Assault), (read.SourceCode, read.Source?.Code, read.Target?.Code, read.Type));
    }

    [Fact]
    public void Keds_FileNamedCameoWithWeisCodes_IsReadAsWeis()
    {
        (StreamFormat format, List<StreamRow> rows) = Read("\"date\",\"source\",\"target\",\"code\"\n1979-04-15,\"IRQGOV\",\"UAR\",\"193\"\n1979-04-16,\"UNK\",\"FRN\",\"223\"\n");
        Assert.Equal(StreamFormat.KedsWeis, format);
        Assert.Equal([("IRQ", "EGY", PloverType.Sanction), ("GBR", "FRA", PloverType.Assault)], rows.Select(r => (StreamEvent)r.Item!).Select(e => (e.Source?.Code, e.Target?.Code, e.Type!.Value)));
        Assert.Equal(StreamFormat.KedsCameo, Read("790415\tEGYGOV\tUSR\t0211\t(x)\n").Format);
    }

    [Fact]
    public void Keds_CodesOfEither_AsksAndTakesTheAnswer()
    {
        const string File = "date,source,target,code\n1979-04-15,IRQ,EGY,190\n";
        Assert.Contains("--format", Assert.Throws<StreamFormatException>(() => Read(File)).Message, StringComparison.Ordinal);
        Assert.Equal(StreamFormat.KedsCameo, Read(File, StreamFormat.KedsCameo).Format);
    }

    [Fact]
    public void Polecat_PublishedColumns_GiveEvents()
    {
        (StreamFormat format, List<StreamRow> rows) = Read("Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tRecipient Name\tRecipient Country\tRecipient COW\tSource\tPublication Date\tLanguage\tVersion\n"
            + "a1\t2022-09-16\tCONSULT\tvisit\t2.5\tVERBAL COOPERATION\tdiplomatic\tXi\tCHN\t710\tGOV\tPutin\tRUS\t365\tXinhua\t2022-09-17\ten\t1\na2\t2022-09-16\tDANCE\t\t1\t\t\t\tNone\t\t\t\tNone\t\t\t\t\t\n");
        Assert.Equal(StreamFormat.Polecat, format);
        var read = Assert.IsType<StreamEvent>(rows[0].Item);
        Assert.Equal(("CONSULT:visit", PloverType.Consult, "CHN", "RUS", 2.5, "Xinhua"), (read.Code, read.Type, read.Source?.Code, read.Target?.Code, read.Intensity, read.Publishers));
        Assert.Equal("Event Type is 'DANCE', which PLOVER does not have", rows[1].Malformed?.Reason);
    }

    [Fact]
    public void Acled_PublishedColumns_GiveStatesOfForcesOnly()
    {
        (StreamFormat format, List<StreamRow> rows) = Read("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,country,source,notes,fatalities\n"
            + "UKR1,24 February 2022,2022,1,Political violence,Explosions/Remote violence,Shelling,\"Military Forces of Russia (2000-), Air Force\",,8,Civilians (Ukraine),,7,Ukraine,\"Suspilne; Reuters\",\"He said \"\"no\"\".\",0\n"
            + "UKR2,2022-02-25,2022,1,Political violence,Battles,Armed clash,Military Forces of Russia (2000-),,8,Military Forces of Ukraine (2019-),,1,Ukraine,Reuters,n,0\nUKR3,2022-02-25,2022,1,x,Parades,x,a,,8,b,,1,Ukraine,Reuters,n,0\n");
        Assert.Equal(StreamFormat.Acled, format);
        Assert.Equal([("RUS", null, "Suspilne;Reuters"), ("RUS", "UKR", "Reuters")], rows.Select(r => r.Item).OfType<StreamEvent>().Select(e => (e.Source?.Code, e.Target?.Code, e.Publishers)));
        Assert.Contains("ACLED does not have", rows[2].Malformed?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_QuoteNeverClosed_CostsOneLine()
    {
        (_, List<StreamRow> rows) = Read("date,source,target,code\n1979-04-15,\"IRQ,EGY,190\n1979-04-16,\"IRQ\"x,EGY,190\n1979-04-17,IRQ,EGY,0211\n");
        Assert.Equal(3, rows.Count);
        Assert.Contains("quotation mark", rows[0].Malformed?.Reason, StringComparison.Ordinal);
        Assert.Equal("text after a closing quotation mark", rows[1].Malformed?.Reason);
        Assert.IsType<StreamEvent>(rows[2].Item);
    }

    [Fact]
    public void Csv_RowOfMegabytes_IsKeptAsideAndTheNextRead()
    {
        (_, List<StreamRow> rows) = Read(StreamLines.File(StreamLines.Gdelt(61, "7", "20220916", "CHN", "CHN", "RUS", "RUS", "036"), new string('x', 3_000_000), StreamLines.Gdelt(61, "8", "20220916", "CHN", "CHN", "RUS", "RUS", "036")));
        Assert.Equal([null, "longer than 1048576 bytes", null], rows.Select(r => r.Malformed?.Reason));
        Assert.Equal((2L, 1024), (rows[1].Malformed!.Line, rows[1].Malformed!.Raw.Length));
        Assert.Equal("8", rows[2].Item?.Id);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("dt\tgkgrecordid\tsqldate\tcountry\tsrc\turl\n2018-09-17 13:35:21\t20180917084500-0\t20180917\tUK\ta\tb\n", "6 tab-separated cells, dt, gkgrecordid")]
    [InlineData("[\n{\n  \"id\": \"PLOVER-GSR01\"\n", "no event stream")]
    [InlineData("a\0b", "not text")]
    public void Detect_WhatIsNoStream_SaysWhatItFound(string file, string said) =>
        Assert.Contains(said, Assert.Throws<StreamFormatException>(() => Read(file)).Message, StringComparison.Ordinal);

    [Fact]
    public void Archive_ZipAndGzip_AreToldFromBytesAndTheirMacFilesLeftOut()
    {
        string zip = Path.Combine(_folder.Path, "named.csv");
        using (ZipArchive made = ZipFile.Open(zip, ZipArchiveMode.Create))
            foreach ((string name, string text) in ((string, string)[])[("a.csv", "abc"), ("__MACOSX/._a.csv", "no"), ("sub/b.csv", "de")])
            {
                using Stream entry = made.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        Assert.Equal(["named.csv!a.csv", "named.csv!sub/b.csv"], StreamArchive.Members(zip).Select(m => m.Name));
        string gz = _folder.Write("x.gz", new string('q', 100_000));
        Assert.Equal(100_000, FileContent.Of(Assert.Single(StreamArchive.Members(gz)).Open(), null, CancellationToken.None) is var c && c.Lines == 1 ? 100_000 : 0);
        File.WriteAllBytes(gz, File.ReadAllBytes(gz)[..^20]);
        Assert.Throws<StreamFormatException>(() => FileContent.Of(StreamArchive.Members(gz)[0].Open(), null, CancellationToken.None));
        File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..60]);
        Assert.Throws<StreamFormatException>(() => StreamArchive.Members(zip));
    }

    private static (StreamFormat Format, List<StreamRow> Rows) Read(string file, StreamFormat? given = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file);
        using EventStreamReader reader = EventStreamReader.Open(() => new MemoryStream(bytes), given);
        return (reader.Format, [.. reader.Rows()]);
    }
}
