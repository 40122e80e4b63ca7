namespace Entente.Datasets.Tests;

public sealed class RecordDirectoryTests
{
    private const string Rivalries = "tssr_id,rivalry,ccode1,ccode2,start,end\n1,\"Left, with a comma\",365,710,1958,1989\n2,Short,2\n3,Bad year,2,200,soon,1900\n4,Good,750,770,1947,2020\n";

    [Fact]
    public void Import_MalformedRows_AreCountedAndNamed()
    {
        using var folder = new TestFolder();
        var record = new RecordDirectory(Path.Combine(folder.Path, "record"));
        ImportResult result = record.Import(DatasetCatalogue.Find("rivalries")!, folder.Write("r.csv.gz", Rivalries));
        Assert.Equal(2, result.Dataset.Rows);
        Assert.Equal(2, result.Malformed);
        Assert.Contains("row 3", result.Problems[0], StringComparison.Ordinal);
        Assert.Contains("'soon'", result.Problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Import_SameFileTwice_ChangesNothing()
    {
        using var folder = new TestFolder();
        var record = new RecordDirectory(Path.Combine(folder.Path, "record"));
        string file = folder.Write("r.csv", Rivalries);
        ImportResult first = record.Import(DatasetCatalogue.Find("rivalries")!, file);
        ImportResult second = record.Import(DatasetCatalogue.Find("rivalries")!, file);
        Assert.False(first.AlreadyThere);
        Assert.True(second.AlreadyThere);
        Assert.Equal(first.Dataset, second.Dataset);
    }

    [Fact]
    public void Import_FileOfAnotherDataset_NamesTheColumnItLacks()
    {
        using var folder = new TestFolder();
        var record = new RecordDirectory(folder.Path);
        var error = Assert.Throws<InvalidDataException>(() => record.Import(DatasetCatalogue.Find("mid")!, folder.Write("r.csv", Rivalries)));
        Assert.Contains("dispnum", error.Message, StringComparison.Ordinal);
    }
}
