using Entente.Reading;
using Entente.Storage.PostgreSql;
using Entente.Text;
using Npgsql;

namespace Entente.Storage.Tests.PostgreSql;

/// <summary>The same contract as DuckDB's, and what only a server has to do: many writers at once, restarts, addresses with secrets.</summary>
public sealed class PostgresEvidenceStoreTests : EvidenceStoreContract
{
    private readonly PostgresServer _server;
    private readonly string _address;

    public PostgresEvidenceStoreTests(PostgresServer server)
    {
        _server = server;
        _address = server.NewDatabase();
    }

    protected override IEvidenceStore Open() => PostgresEvidenceStore.Open(_address);

    public override void Dispose() => NpgsqlConnection.ClearAllPools();

    [Fact]
    public void Open_ReadOnlyWithoutTables_SaysHowToMakeThemAndMakesNone()
    {
        Assert.Contains("entente read", Assert.Throws<StoreException>(() => PostgresEvidenceStore.Open(_address, readOnly: true)).Message, StringComparison.Ordinal);
        using (Open()) { }
        using PostgresEvidenceStore store = PostgresEvidenceStore.Open(_address, readOnly: true);
        Assert.Throws<StoreException>(() => store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS")]));
    }

    [Theory]
    [InlineData("postgres://ana:s3cret@127.0.0.1:1/db"), InlineData("postgres://ana:s3cret@nowhere.invalid/db?sslmode=disable"), InlineData("postgres://ana:s3cret@host/"), InlineData("postgres://ana:s3cret@host:x/db"), InlineData("postgres://ana:s3cret@host/db?s3cret=s3cret")]
    public void Open_AddressThatCannotBe_SaysSoWithoutItsSecrets(string address)
    {
        StoreException said = Assert.Throws<StoreException>(() => PostgresEvidenceStore.Open(address));
        Assert.DoesNotContain("s3cret", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ana", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DatabaseThatIsNotThere_SaysHowToMakeIt() =>
        Assert.Contains("createdb", Assert.Throws<StoreException>(() => PostgresEvidenceStore.Open(_address.Replace("@/t", "@/none", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Add_ManyMonths_PartsThemByMonth()
    {
        using var store = PostgresEvidenceStore.Open(_address);
        store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS"), Coded("aa02", new DateOnly(2020, 1, 31), "RUS"), Coded("aa03", new DateOnly(1991, 12, 25), "RUS"), Coded("aa04", null, "RUS")]);
        Assert.Equal(["documents_1991_12 1", "documents_2020_01 2", "documents_undated 1", "observations_1991_12 2", "observations_2020_01 4", "observations_undated 2"],
            Strings("SELECT tableoid::regclass || ' ' || count(*) FROM documents GROUP BY tableoid UNION ALL SELECT tableoid::regclass || ' ' || count(*) FROM observations GROUP BY tableoid ORDER BY 1"));
        Assert.Empty(store.Check());
        Assert.Equal(new StoreInfo(1, 4, 8, new DateOnly(1991, 12, 25), new DateOnly(2020, 1, 31)), store.Info());
    }

    [Fact]
    public async Task Add_EightWritersOfTheSameDocuments_StoreEachOnceWhileReadersRead()
    {
        using (Open()) { }
        string[] ids = [.. Enumerable.Range(0, 400).Select(i => $"{i:x4}")];
        using var done = new CancellationTokenSource();
        Task<long> reader = Task.Run(() =>
        {
            using var store = PostgresEvidenceStore.Open(_address, readOnly: true);
            long reads = 0;
            while (!done.IsCancellationRequested)
            {
                foreach (StoredObservation o in store.About(ChinaRussia, new DateOnly(2030, 1, 1), 1000)) Assert.NotNull(o.Document.Id);
                reads++;
            }
            return reads;
        }, TestContext.Current.CancellationToken);
        int[] added = await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() =>
        {
            using var store = PostgresEvidenceStore.Open(_address);
            var random = new Random(w);
            int stored = 0;
            foreach (string[] chunk in ids.OrderBy(_ => random.Next()).Chunk(37))
                stored += store.Add([.. chunk.Select(id => Coded(id, new DateOnly(2020, 1 + (int)(Convert.ToInt32(id, 16) % 12), 1), "RUS"))]);
            return stored;
        })));
        await done.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Equal(ids.Length, added.Sum());
        using var all = PostgresEvidenceStore.Open(_address);
        Assert.Equal((400L, 800L), (all.Info().Documents, all.Info().Observations));
        Assert.Empty(all.Check());
    }

    [Fact]
    public async Task Open_SeveralAtOnceOnAnEmptyDatabase_MakesItOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => { using (Open()) { } })));
        Assert.Equal(["1"], Strings("SELECT version::text FROM schema_version"));
    }

    [Fact]
    public void Add_TextThatPostgresCannotHold_ComesBackWithItsZeros()
    {
        CodedDocument coded = Coded("aa01", new DateOnly(2020, 1, 1), "RUS");
        string text = "a\0b\ud800c and more of it, to be sure.\0";
        coded = coded with { Document = coded.Document with { Body = SourceText.FromString(text), Title = "x\0y" }, Observations = [] };
        using IEvidenceStore store = Open();
        store.Add([coded]);
        CodedDocument found = Assert.IsType<CodedDocument>(store.Find("aa01"));
        Assert.Equal(text.Replace('\ud800', '\uFFFD'), found.Document.Body.Text);
        Assert.Equal("x\uFFFDy", found.Document.Title);
    }

    [Fact]
    public void Add_HalfDoneByAKilledConnection_LeavesNothing()
    {
        using (Open()) { }
        using (var connection = new NpgsqlConnection(Plain))
        {
            connection.Open();
            NpgsqlTransaction _ = connection.BeginTransaction();
            using var claim = new NpgsqlCommand("INSERT INTO document_ids VALUES ('aa01', NULL)", connection);
            claim.ExecuteNonQuery();
            int killed = Strings($"SELECT pg_terminate_backend({connection.ProcessID})::text").Count;
            Assert.Equal(1, killed);
        }
        using var store = PostgresEvidenceStore.Open(_address);
        Assert.Equal(1, store.Add([Coded("aa01", null, "RUS")]));
        Assert.Empty(store.Check());
    }

    [Fact]
    public void AnyCall_EveryConnectionBrokenByTheServer_TriesAgainOnANewOne()
    {
        using var store = PostgresEvidenceStore.Open(_address);
        store.Add([Coded("aa01", null, "RUS")]);
        Strings($"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = '{Name(_address)}' AND pid <> pg_backend_pid()");
        Assert.Equal(1, store.Add([Coded("aa02", null, "RUS")]));
        Strings($"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = '{Name(_address)}' AND pid <> pg_backend_pid()");
        Assert.NotNull(store.Find("aa01"));
        Assert.Equal((2L, 4L), (store.Info().Documents, store.Info().Observations));
    }

    [Fact]
    public void Dump_RestoredElsewhere_HoldsTheSame()
    {
        string other = _server.NewDatabase();
        CodedDocument coded = Coded("aa01", new DateOnly(2020, 1, 1), "RUS");
        using (IEvidenceStore store = Open())
        {
            store.Add([coded, Coded("aa02", null, "RUS")]);
            store.Correct(new Correction(coded.Observations[0].Id, Verdict.Wrong, "x", "ana", DateTimeOffset.UnixEpoch));
        }
        string file = Path.Combine(Path.GetTempPath(), $"entente-{Guid.NewGuid():N}.dump");
        try
        {
            _server.Run("pg_dump", "--format=custom", $"--file={file}", Name(_address));
            _server.Run("pg_restore", "--exit-on-error", $"--dbname={Name(other)}", file);
        }
        finally
        {
            File.Delete(file);
        }
        using var restored = PostgresEvidenceStore.Open(other);
        Assert.Equal((2L, 4L), (restored.Info().Documents, restored.Info().Observations));
        Assert.Empty(restored.Check());
        Assert.Single(restored.Corrections(null));
        Assert.Equal(1, restored.Add([coded, Coded("aa03", new DateOnly(2020, 1, 5), "RUS")]));
    }

    private string Plain => $"Host={_address[(_address.IndexOf("host=", StringComparison.Ordinal) + 5)..]};Username=tester;Database={Name(_address)};Pooling=false";

    private static string Name(string address) => address[(address.IndexOf("@/", StringComparison.Ordinal) + 2)..address.IndexOf('?', StringComparison.Ordinal)];

    private List<string> Strings(string sql)
    {
        using var connection = new NpgsqlConnection(Plain);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
