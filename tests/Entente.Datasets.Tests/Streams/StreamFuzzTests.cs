using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Entente.Datasets.Streams;
using Entente.Record.Streams;

namespace Entente.Datasets.Tests.Streams;

/// <summary>Bytes from anywhere: every row is read or kept aside, nothing but the documented error is thrown, and none takes long.</summary>
public sealed class StreamFuzzTests
{
    private static readonly string[] s_seeds =
    [
        StreamLines.File(StreamLines.Gdelt(61, "7", "20220916", "CHNGOV", "CHN", "RUS", "RUS", "036"), StreamLines.Gdelt(61, "8", "20220917", "CHN", "CHN", "RUS", "RUS", "190")),
        StreamLines.File(StreamLines.Gdelt(58, "7", "19850916", "CHN", "CHN", "RUS", "RUS", "010")),
        "7\t20220916120000\t20220916121500\t1\tx.example\thttps://x.example/a\t1\t2\t3\t4\t1\t50\t900\t-1.5\t\t\n",
        "20220916120000-0\t20220916120000\t1\tx.example\thttps://x.example/a\t\t\tWAR;\t\t1#China#CH#CH#35#105#CH;4#Moscow, Russia#RS#RS48#55#37#1\t\t\t\t\t\t1.5,2,3\t\t\t\t\t\t\t\t\t\t\t\n",
        "20200705\t1\t\tWAR\t1#China#CH#CH#35#105#CH\t\t\t-1.9,1\t93\tx.example\thttps://x.example\n",
        "20200716\t1\tKILL\t5\t\t1\tUnited Kingdom\tUK\tUK\t54\t-4\tUK\t\tx.example\thttps://x.example\n",
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\n1\t2018-06-01\tXi\tGov\tChina\tConsult\t040\t1\tPutin\tGov\tRussian Federation\t4\t2\tXinhua\n",
        "1_v0.1.0\t20160328\t2016\t03\t28\tAUS\tAUS\t\t\tCHN\tCHN\t\t\t041\t04\t1\t1.0\t\t\t\t\t\t\ts1\thttps://x.example\tsfgate_national\n",
        "\"date\",\"source\",\"target\",\"code\"\n1979-04-15,\"IRQGOV\",\"UAR\",\"223\"\n",
        "\"id\",\"type_of_violence\",\"date_start\",\"gwnoa\",\"gwnob\",\"side_a\",\"side_b\",\"source_office\"\n\"1\",\"1\",\"2021-01-01\",\"652\",\"\",\"a\nb\",\"c\"\"d\",\"x;y\"\n",
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,source\nU1,24 February 2022,Battles,Armed clash,Military Forces of Russia (2000-),Civilians (Ukraine),Reuters\n",
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country\tActor Name\tRecipient Name\tSource\na\t2022-09-16\tCONSULT\tvisit\tCHN\tRUS\tXi\tPutin\tXinhua\n",
    ];

    private static readonly Gen<byte[]> s_mutated =
        Gen.Select(Gen.Int[0, 11], Gen.Select(Gen.Int[0, 2000], Gen.Byte, Gen.Int[0, 3]).Array[0, 12], Gen.Int[1, 3]).Select((seed, changes, times) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(s_seeds[seed], times))).ToList();
            foreach ((int at, byte value, int kind) in changes)
            {
                int place = at % (bytes.Count + 1);
                byte odd = (value % 8) switch { 0 => (byte)'\t', 1 => (byte)'\n', 2 => (byte)'"', 3 => (byte)',', 4 => (byte)'\r', 5 => 0xFF, _ => value };
                if (kind == 0) bytes.Insert(place, odd);
                else if (place < bytes.Count && kind == 1) bytes.RemoveAt(place);
                else if (place < bytes.Count) bytes[place] = odd;
            }
            return bytes.ToArray();
        });

    [Fact]
    public void Seeds_AreStreams() => Assert.All(s_seeds, seed => Assert.Contains(Rows(Encoding.UTF8.GetBytes(seed)), r => r.Item is not null));

    [Fact]
    public void Read_MutatedFiles_OnlyRefusesOrKeepsAside() => s_mutated.Sample(Holds, iter: 4_000);

    [Fact]
    public void Read_AnyBytes_OnlyRefuses() => Gen.Byte.Array[0, 4000].Sample(Holds, iter: 500);

    [Fact]
    public void Read_OneMegabyteOfQuotes_IsFast()
    {
        byte[] file = Encoding.UTF8.GetBytes("date,source,target,code\n1979-04-15,IRQ,EGY,0211\n" + string.Concat(Enumerable.Repeat("\",\"\"x\n", 150_000)));
        long start = Stopwatch.GetTimestamp();
        Rows(file);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 10);
    }

    [Fact]
    public void Archive_AnyBytesBehindItsMagic_OnlyRefuses() => Gen.Select(Gen.Bool, Gen.Byte.Array[0, 300]).Sample((zip, rest) =>
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] whole = Packed("abc");
            File.WriteAllBytes(path, zip ? [.. "PK\u0003\u0004"u8, .. rest] : [.. whole[..10], .. rest]);
            foreach (StreamMember member in StreamArchive.Members(path))
                using (Stream stream = member.Open()) FileContent.Of(stream, null, CancellationToken.None);
        }
        catch (StreamFormatException)
        {
        }
        finally
        {
            File.Delete(path);
        }
    }, iter: 300, threads: 1);

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static void Holds(byte[] bytes)
    {
        try
        {
            Assert.All(Rows(bytes), r => Assert.True(r.Item is null != r.Malformed is null));
        }
        catch (StreamFormatException)
        {
        }
    }

    private static List<StreamRow> Rows(byte[] bytes)
    {
        using EventStreamReader reader = EventStreamReader.Open(() => new MemoryStream(bytes), null);
        return [.. reader.Rows()];
    }
}
