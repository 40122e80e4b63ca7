using Entente.Documents;
using Entente.Questions;
using Entente.Reading;
using Entente.Storage;
using Entente.Text;

namespace Entente.Cli.Tests;

public sealed class DyadObservationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-dyad").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_AStore_FindsWhatOfficialsSayOfTheTwoAndNotOfOthers()
    {
        StateId china = new("CHN"), russia = new("RUS"), india = new("IND");
        SourceText body = SourceText.FromString("China and Russia are close.");
        string id = new('a', 64);
        var document = new Document
        {
            Id = id,
            Origin = new DocumentOrigin("a.txt", null, "text/plain", "utf-8 (valid)"),
            Body = body,
            Published = new PublicationDate(new DateOnly(2022, 9, 20), DateBasis.Given),
            Repairs = [],
            Dropped = [],
        };
        QuotationObservation Said(string name, StateId other) => new()
        {
            Id = name + id[..15],
            Evidence = new Evidence(id, new TextSpan(0, 5), new ByteSpan(0, 5), "China", "test@1"),
            Words = "words",
            Direct = true,
            Speaker = "Li",
            SpeakerState = china,
            About = new QuotationSubject(new UndirectedDyad(china, other), Direction.Closer),
            Attitude = Attitude.Speech,
        };
        using DuckDbEvidenceStore store = DuckDbEvidenceStore.Open(Path.Combine(_folder, "s.duckdb"));
        store.Add([new CodedDocument(document, [Said("a", russia), Said("b", india)])]);
        Assert.Equal("a" + id[..15], Assert.Single(DyadObservations.Of(store, new UndirectedDyad(china, russia), new DateOnly(2022, 12, 31), 100)).Observation.Id);
        Assert.Empty(DyadObservations.Of(store, new UndirectedDyad(china, russia), new DateOnly(2021, 12, 31), 100));
    }
}
