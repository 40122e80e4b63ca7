using Entente.Measures.Similarity;
using Entente.Record;

namespace Entente.Datasets.Tests;

public sealed class RollCallReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_ByResid_GroupsVotesAndCountsWhatItPassesOver()
    {
        RollCallReading read = RollCallReader.Read(Write("v.csv", "resid,session,date,year,ccode,vote\n1001,1,1946-01-01,1946,2,1\n1001,1,1946-01-01,1946,20,3\n1001,1,1946-01-01,1946,20,1\n1002,1,1946-02-30,1946,2,1\n1001,1,1946-01-01,1946,40,9\n"), null, null, null);
        RollCall call = Assert.Single(read.RollCalls);
        Assert.Equal([new CastVote(2, VoteChoice.Yes), new CastVote(20, VoteChoice.No)], call.Votes);
        Assert.Equal((3L, false), (read.PassedOver, read.IsByRcid));
    }

    [Fact]
    public void Read_ByRcid_TakesSessionIssueAndImportanceFromBeside()
    {
        string votes = Write("v.csv", "rcid,country,country_code,ccode,vote\n7,A,A,2,yes\n7,B,B,20,abstain\n8,A,A,2,no\n");
        string calls = Write("c.csv", "rcid,session,importantvote,date,unres,amend,para,short,descr\n7,33,1,1978-12-01,R/33/1,0,0,\"SHORT, TITLE\",\"two\nlines\"\n");
        string issues = Write("i.csv", "rcid,short_name,issue\n7,hr,Human rights\n7,me,Palestinian conflict\n");
        RollCallReading read = RollCallReader.Read(votes, calls, issues, null);
        RollCall call = Assert.Single(read.RollCalls);
        Assert.Equal((7, 33, true), (call.Id, call.Session, call.IsImportant));
        Assert.Equal(["hr", "me"], call.Issues);
        Assert.Equal(1, read.PassedOver);
        Assert.Contains("roll calls", Assert.Throws<InvalidDataException>(() => RollCallReader.Read(votes, null, null, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Archive_WithBothFiles_GoesOnAfterTheLastSessionByRcid()
    {
        Write(RollCallArchive.ByRcid, "rcid,country,country_code,ccode,vote\n7,A,A,2,yes\n");
        Write("unga_roll_calls_1946_2020.csv", "rcid,session,importantvote,date,unres,amend,para,short,descr\n7,33,,1978-12-01,R,0,0,T,D\n");
        Write(RollCallArchive.ByResid, "resid,session,date,year,ccode,vote\n33001,33,1978-12-01,1978,2,1\n34001,34,1979-12-01,1979,2,1\n");
        RollCallReading read = new RollCallArchive(new RecordFiles(_folder.Path)).ReadLongest();
        Assert.Equal([7, 34001], read.RollCalls.Select(c => c.Id));
    }

    [Fact]
    public void Archive_WithNothing_SaysWhatToRun() => Assert.Contains("entente record import",
        Assert.Throws<FileNotFoundException>(() => new RollCallArchive(new RecordFiles(_folder.Path)).ReadByMember()).Message, StringComparison.Ordinal);

    [Fact]
    public void Alliances_OfEveryPledge_AreOnAtopsScale()
    {
        string path = Write("atop_5_1_dyad_year.csv", "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n2,20,1950,1,0,0,1,1\n2,365,1950,0,0,0,1,0\n2,710,1950,0,0,0,1,1\n2,740,1950,0,1,0,0,0\n");
        List<AllianceCommitment> year = AllianceReader.Read(new RecordFiles(path))[1950];
        Assert.Equal([3, 1, 2, 3], year.Select(c => c.Level));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
