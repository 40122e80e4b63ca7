using System.Text;
using Entente.Datasets.Streams;
using Entente.Reading;
using Entente.Record.Streams;
using Entente.Storage.Streams;

namespace Entente.Datasets.Tests.Streams;

public sealed class StreamStoreTests : IDisposable
{
    private static readonly UndirectedDyad s_chinaRussia = new(new StateId("CHN"), new StateId("RUS"));
    private readonly TestFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store.duckdb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AddGdelt_InBulk_StoresTheSameRowsAsRowByRow()
    {
        string[] codes = ["010", "036", "0841", "190", "---", "200", "1", "43"];
        string[] countries = ["CHN", "RUS", "USA", "", "AFR", "DEU", "SRB", "YUG"];
        var random = new Random(7);
        string Any(string[] of) => of[random.Next(of.Length)];
        string file = StreamLines.File([.. Enumerable.Range(0, 5000).Select(i =>
        {
            string a = Any(countries), b = Any(countries);
            return StreamLines.Gdelt(61, (100000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture), $"{random.Next(1979, 2024)}{random.Next(1, 13):00}{random.Next(1, 29):00}", a.Length > 0 ? a + "GOV" : "", a, b, b, Any(codes), Any(["-10.0", "3.4", "", "0", "1e0"]), Any(["1", "27", ""]), Any(["https://www.bbc.co.uk/news?id='x'\"", "", "BBC Monitoring", "http://пример.example/ä"]));
        })]);
        string path = _folder.Write("a.CSV", file);
        using (StreamStore bulk = StreamStore.Open(Store)) Assert.Equal(5000, bulk.AddGdelt("a", "a", StreamFormat.Gdelt2, path, 5000)?.Rows);
        using (StreamStore rows = StreamStore.Open(Store + "2")) Assert.Equal(5000, AddRows(rows, "a", file).Rows);
        Assert.Equal(Dump(Store + "2"), Dump(Store));
    }

    [Theory]
    [InlineData("bad id"), InlineData("8"), InlineData("9\t")]
    public void AddGdelt_OneLineNotAsItShouldBe_ChangesNothing(string first)
    {
        string good = StreamLines.Gdelt(61, "7", "20220916", "CHN", "CHN", "RUS", "RUS", "036");
        string bad = first == "8" ? StreamLines.Gdelt(61, "8", "20220231", "", "", "", "", "036") : first + good[1..];
        using StreamStore store = StreamStore.Open(Store);
        Assert.Null(store.AddGdelt("a", "a", StreamFormat.Gdelt2, _folder.Write("a.CSV", StreamLines.File(good, bad)), 2));
        Assert.Empty(store.Files());
        Assert.Equal(1, AddRows(store, "a", StreamLines.File(good, bad)).Malformed);
    }

    [Fact]
    public void Add_IdsOfAnEarlierFile_AreLeftOut()
    {
        string one = StreamLines.Gdelt(61, "7", "20220916", "CHN", "CHN", "RUS", "RUS", "036"), two = StreamLines.Gdelt(61, "8", "20220916", "CHN", "CHN", "RUS", "RUS", "036");
        using StreamStore store = StreamStore.Open(Store);
        AddRows(store, "a", StreamLines.File(one, one));
        StreamFile second = AddRows(store, "b", StreamLines.File(one, two));
        Assert.Equal([(1L, 1L), (1L, 1L)], store.Files().Select(f => (f.Rows, f.Known)));
        Assert.Equal("b", second.Sha256);
        Assert.NotNull(store.Find("a"));
    }

    [Fact]
    public void Count_ReportsOfOneDayDirectionAndType_AreOneEventWithItsPublishers()
    {
        using StreamStore store = StreamStore.Open(Store);
        string Row(string id, string day, string from, string to, string code, string url, string intensity = "1") => StreamLines.Gdelt(61, id, day, from, from, to, to, code, intensity, "1", url);
        AddRows(store, "a", StreamLines.File(
            Row("1", "20220916", "CHN", "RUS", "036", "https://www.a.example/1"), Row("2", "20220916", "CHN", "RUS", "030", "https://a.example/2", "3"), Row("3", "20220916", "CHN", "RUS", "036", "https://b.example/1", "2"),
            Row("4", "20220917", "CHN", "RUS", "036", "https://b.example/2", ""), Row("5", "20220917", "RUS", "CHN", "036", ""), Row("6", "20220917", "CHN", "CHN", "036", ""), Row("7", "20220917", "CHN", "USA", "036", ""), Row("8", "20221001", "CHN", "RUS", "010", "https://b.example/2")));
        StreamCount[] counts = [.. store.Count(new StreamQuery { Dyad = s_chinaRussia })];
        Assert.Equal(
        [
            new StreamCount(new(2022, 9, 1), new("CHN"), new("RUS"), PloverType.Agree, 2, 1, 0, 4, 2, 2),
            new StreamCount(new(2022, 9, 1), new("RUS"), new("CHN"), PloverType.Agree, 1, 0, 1, 1, 0, 1),
            new StreamCount(new(2022, 10, 1), new("CHN"), new("RUS"), null, 1, 0, 0, 1, 1, 1),
        ], counts);
        Assert.Equal(4, store.Count(new StreamQuery { By = StreamPeriod.Day, Dyad = s_chinaRussia }).Count);
        Assert.Contains(store.Count(new StreamQuery()), c => c.Target == new StateId("USA"));
        Assert.Empty(store.Count(new StreamQuery { Format = StreamFormat.Icews }));
    }

    [Fact]
    public void Count_WithMentionsAndOtherStreams_CountsTheirPublishersToo()
    {
        using StreamStore store = StreamStore.Open(Store);
        AddRows(store, "a", StreamLines.File(StreamLines.Gdelt(61, "7", "20160328", "CHN", "CHN", "AUS", "AUS", "041", "1", "1", "https://a.example/1")));
        AddRows(store, "b", "7\t20160328120000\t20160328121500\t1\tb.example\thttps://b.example/a\t1\t2\t3\t4\t1\t50\t900\t-1.5\t\t\n");
        AddRows(store, "c", "1_v0\t20160328\t2016\t03\t28\tCHN\tCHN\t\t\tAUS\tAUS\t\t\t041\t04\t1\t1.0\t\t\t\t\t\t\ts1;s2\thttps://c.example;https://d.example\tc_x;d_y\n");
        StreamCount one = Assert.Single(store.Count(new StreamQuery()));
        Assert.Equal((1L, 1L, 2L, 4L), (one.Events, one.Corroborated, one.Reports, one.Sources));
    }

    [Fact]
    public void Add_RowsThatFailHalfway_StoresNothing()
    {
        using StreamStore store = StreamStore.Open(Store);
        Assert.Throws<StreamFormatException>(() => store.Add("a", "a", StreamFormat.Gdelt2, Failing(), _ => { }));
        Assert.Empty(store.Files());
        Assert.Empty(store.Count(new StreamQuery()));
    }

    private static IEnumerable<StreamRow> Failing()
    {
        for (int i = 0; i < 5000; i++)
            yield return new StreamRow(new StreamEvent { Id = $"{i}", Day = new(2020, 1, 1), Code = "010", Source = new("CHN"), Target = new("RUS") }, null);
        throw new StreamFormatException("cut short");
    }

    private static StreamFile AddRows(StreamStore store, string hash, string file)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file);
        using EventStreamReader reader = EventStreamReader.Open(() => new MemoryStream(bytes), null);
        return store.Add(hash, hash, reader.Format, reader.Rows(), _ => { });
    }

    private static List<string> Dump(string path)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(stream_events AS VARCHAR) FROM stream_events ORDER BY event_id";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
