using Entente.Reading;

namespace Entente.Storage.Tests;

public sealed class DuckDbEvidenceStoreTests : EvidenceStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-store-").FullName;

    private string FilePath => Path.Combine(_folder, "store.duckdb");

    protected override IEvidenceStore Open() => DuckDbEvidenceStore.Open(FilePath);

    public override void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_ReadOnlyWithoutFile_SaysHowToMakeOne() =>
        Assert.Contains("entente read", Assert.Throws<StoreException>(() => DuckDbEvidenceStore.Open(FilePath, readOnly: true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_FileThatIsNoStore_IsRefusedAndLeftAlone()
    {
        File.WriteAllText(FilePath, "these are somebody's notes, not a store\n");
        Assert.Throws<StoreException>(() => DuckDbEvidenceStore.Open(FilePath));
        Assert.StartsWith("these are", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public void Info_AndCheckAndExport_SeeWhatWasAdded()
    {
        using DuckDbEvidenceStore store = DuckDbEvidenceStore.Open(FilePath);
        store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS")]);
        Assert.Equal(new StoreInfo(store.Info().SchemaVersion, 1, 2, new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1)), store.Info());
        Assert.Empty(store.Check());
        store.Export(Path.Combine(_folder, "out"), "csv");
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "out", "observations.csv")).Length);
    }

    [Fact]
    public void Open_StoreOfTheFirstVersion_FillsWhatIsSearchedFor()
    {
        using (DuckDbEvidenceStore store = DuckDbEvidenceStore.Open(FilePath)) store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS")]);
        // What the first version made has neither the columns nor the tables of later ones.
        using (var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={FilePath}"))
        {
            connection.Open();
            using DuckDB.NET.Data.DuckDBCommand command = connection.CreateCommand();
            command.CommandText = "SELECT string_agg('DROP TABLE ' || table_name, ';') FROM information_schema.tables WHERE table_name NOT IN ('documents', 'observations', 'schema_version')";
            string drop = (string)command.ExecuteScalar()!;
            command.CommandText = drop + "; ALTER TABLE observations DROP type; ALTER TABLE observations DROP modality; ALTER TABLE observations DROP speaker; DELETE FROM schema_version WHERE version > 1";
            command.ExecuteNonQuery();
        }
        using DuckDbEvidenceStore again = DuckDbEvidenceStore.Open(FilePath);
        Assert.Equal(1, again.Search(new EvidenceQuery { Type = PloverType.Consult, Modality = Modality.Asserted }).Total);
        Assert.Equal(1, again.Search(new EvidenceQuery { Speaker = "li" }).Total);
    }
}
