using Entente.Datasets.Streams;
using Entente.Record.Streams;

namespace Entente.Datasets.Tests.Streams;

/// <summary>Real files of every stream at hand, against the rows that are known to be in them.</summary>
public sealed class PublishedStreamsTests
{
    public static TheoryData<string, StreamFormat, int, int> Files => new()
    {
        { "gdelt2-events/20161013151500.export.CSV", StreamFormat.Gdelt2, 3566, 0 },
        { "gdelt2-events/20180101000000.export.CSV", StreamFormat.Gdelt2, 2414, 0 },
        { "gdelt2-events/spark-gdelt.eventsT.csv", StreamFormat.Gdelt2, 100, 0 },
        { "gdelt1-events/20151207.export.CSV.small.gz", StreamFormat.Gdelt1, 5000, 0 },
        { "gdelt1-events/spark-gdelt.events1.csv", StreamFormat.Gdelt1, 100, 0 },
        { "gdelt1-westafrica/1997.csv.gz", StreamFormat.Gdelt1, 12106, 0 },
        { "gdelt2-joined/20201113.csv.gz", StreamFormat.Gdelt2, 2824, 0 },
        { "gdelt2-mentions/20170101073000.mentions.CSV", StreamFormat.GdeltMentions, 1983, 0 },
        { "gdelt2-mentions/gdeltPyR.mentionssamp.csv", StreamFormat.GdeltMentions, 1635, 0 },
        { "gdelt2-gkg/spark-gdelt.gkg.csv", StreamFormat.GdeltGkg2, 100, 0 },
        { "gdelt1-gkg/spark-gdelt.gkg1.csv", StreamFormat.GdeltGkg1, 95, 0 },
        { "gdelt1-gkg/spark-gdelt.gkg1Count.csv", StreamFormat.GdeltCounts, 100, 0 },
        { "icews/events.2018.sample.tab", StreamFormat.Icews, 3705, 0 },
        { "phoenix/sample_events.txt", StreamFormat.Phoenix, 2363, 2 },
        { "keds/levant.cameo.csv.gz", StreamFormat.KedsCameo, 145_709, 0 },
        { "keds/gulf.cameo.csv.gz", StreamFormat.KedsWeis, 54_466, 0 },
        { "keds/balkans.weis.csv.gz", StreamFormat.KedsWeis, 72_953, 0 },
        { "keds/casia.weis.csv.gz", StreamFormat.KedsWeis, 8_377, 0 },
        { "ucdp/GEDEvent_v21_01_21_12.csv.zip", StreamFormat.UcdpGed, 17_407, 0 },
        { "ucdp/ged-2023-sample-1000.csv.gz", StreamFormat.UcdpGed, 1000, 0 },
    };

    [Theory, MemberData(nameof(Files))]
    public void Read_PublishedFile_GivesEveryRow(string file, StreamFormat format, int rows, int malformed)
    {
        (StreamFormat found, int good, List<MalformedRow> bad) = Read(Shared(file));
        Assert.True((format, rows, malformed) == (found, good, bad.Count), $"{found}, {good} rows, {bad.Count} malformed: {string.Join("; ", bad.Take(3).Select(b => $"{b.Line}: {b.Reason}"))}");
    }

    [Theory]
    [InlineData("gdelt2-gkg/dias.20180917084500.gkg.csv"), InlineData("gdelt-dyad-year/1979_gdelt.csv.gz"), InlineData("gdelt-country-month/CH.csv.gz"), InlineData("plover/PLOVER_GSR_CAMEO.txt"), InlineData("icews/icews-dyad-year-2002-2014.csv.gz"), InlineData("icews-quads/ICEWS14/train.txt"), InlineData("gdelt-networks/20200106gexf.gexf.gz"), InlineData("gdelt-lists/gdelt_md5sums.txt")]
    public void Read_WhatOnlyLooksLikeAStream_IsRefused(string file) => Assert.Throws<StreamFormatException>(() => Read(Shared(file)));

    private static string Shared(string file)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Entente.slnx"))) root = Path.GetDirectoryName(root);
        string path = Path.Combine(root ?? ".", "..", "shared", "data", "streams", file);
        bool ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        Assert.SkipWhen(!ci && !File.Exists(path), "../shared/data/streams is not there.");
        return path;
    }

    private static (StreamFormat, int, List<MalformedRow>) Read(string path)
    {
        StreamMember member = Assert.Single(StreamArchive.Members(path));
        using EventStreamReader reader = EventStreamReader.Open(member.Open, null);
        int good = 0;
        List<MalformedRow> bad = [];
        foreach (StreamRow row in reader.Rows())
            if (row.Malformed is { } one) bad.Add(one);
            else good++;
        return (reader.Format, good, bad);
    }
}
