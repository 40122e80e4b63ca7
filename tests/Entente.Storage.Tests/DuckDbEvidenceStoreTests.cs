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
        Assert.Equal(new StoreInfo(1, 1, 2, new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1)), store.Info());
        Assert.Empty(store.Check());
        store.Export(Path.Combine(_folder, "out"), "csv");
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "out", "observations.csv")).Length);
    }
}
