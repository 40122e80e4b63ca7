using Entente.Reading;
using Entente.Storage.Tests.PostgreSql;

namespace Entente.Storage.Tests;

public sealed class StoreMigrationTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-migrate-").FullName;

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Run_ThereAndBack_CarriesEverythingAndAgainAddsNothing()
    {
        string first = Path.Combine(_folder, "a.duckdb"), back = Path.Combine(_folder, "b.duckdb"), address = server.NewDatabase();
        CodedDocument[] all = [.. Enumerable.Range(0, 1203).Select(i => EvidenceStoreContract.Coded($"{i:x6}", i % 3 == 0 ? null : new DateOnly(1990 + (i % 30), 1 + (i % 12), 1), "RUS"))];
        using (IMaintainedStore from = EvidenceStores.Open(first))
        using (IMaintainedStore to = EvidenceStores.Open(address))
        {
            from.Add(all);
            from.Correct(new Correction(all[5].Observations[0].Id, Verdict.Wrong, "x", "ana", DateTimeOffset.UnixEpoch));
            from.KeepOriginal("000001", [1, 2, 3]);
            to.Add(all[..10]);
            var seen = new List<(long, long)>();
            Assert.Equal(new MigrationResult(1203, 2406, 1193), StoreMigration.Run(from, to, (done, of) => seen.Add((done, of)), CancellationToken.None));
            Assert.Equal([(500L, 1203L), (1000L, 1203L), (1203L, 1203L)], seen);
            Assert.Equal(new MigrationResult(1203, 2406, 0), StoreMigration.Run(from, to, (_, _) => { }, CancellationToken.None));
            Assert.Single(to.Corrections(null));
        }
        using IMaintainedStore server1 = EvidenceStores.Open(address, readOnly: true);
        using IMaintainedStore file = EvidenceStores.Open(back);
        Assert.Equal(1203, StoreMigration.Run(server1, file, (_, _) => { }, CancellationToken.None).Added);
        Assert.Equal([1, 2, 3], file.Original("000001")!);
        Assert.Empty(file.Check());
        CodedDocument before = all[700], after = file.Find(before.Document.Id)!;
        Assert.Equal(before.Document.Body.ToBytes.Segments.AsEnumerable(), after.Document.Body.ToBytes.Segments.AsEnumerable());
        Assert.Equal(before.Observations.Select(ObservationJson.Write), after.Observations.Select(ObservationJson.Write));
        server1.Export(Path.Combine(_folder, "out"), "csv");
        Assert.Equal(2407, File.ReadAllLines(Path.Combine(_folder, "out", "observations.csv")).Length);
    }

    [Fact]
    public void Run_SecondStoreReadOtherwise_SaysSo()
    {
        using IMaintainedStore from = EvidenceStores.Open(Path.Combine(_folder, "a.duckdb"));
        using IMaintainedStore to = EvidenceStores.Open(Path.Combine(_folder, "b.duckdb"));
        from.Add([EvidenceStoreContract.Coded("aa01", null, "RUS")]);
        to.Add([EvidenceStoreContract.Coded("aa01", null, "RUS") with { Observations = [] }]);
        Assert.Contains("0 observations", Assert.Throws<StoreException>(() => StoreMigration.Run(from, to, (_, _) => { }, CancellationToken.None)).Message, StringComparison.Ordinal);
    }
}
