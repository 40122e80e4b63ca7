using Entente.Documents;
using Entente.Reading;
using Entente.Text;

namespace Entente.Storage.Tests;

/// <summary>What every evidence store must do; a store's own tests derive from it.</summary>
public abstract class EvidenceStoreContract : IDisposable
{
    protected static readonly UndirectedDyad ChinaRussia = new(new StateId("CHN"), new StateId("RUS"));

    protected abstract IEvidenceStore Open();

    public abstract void Dispose();

    [Fact]
    public void Add_SameBatchTwice_StoresItOnce()
    {
        using IEvidenceStore store = Open();
        CodedDocument[] batch = [Coded("aa01", new DateOnly(2022, 9, 16), "RUS"), Coded("aa02", null, "RUS")];
        Assert.Equal(2, store.Add(batch));
        Assert.Equal(0, store.Add(batch));
        Assert.Equal(["aa01"], store.Known(["aa01", "ffff"]));
        Assert.Single(store.About(ChinaRussia, new DateOnly(2030, 1, 1), 10));
    }

    [Fact]
    public void Add_SameDocumentTwiceInOneBatch_StoresItOnce()
    {
        using IEvidenceStore store = Open();
        CodedDocument one = Coded("aa01", new DateOnly(2022, 9, 16), "RUS");
        Assert.Equal(1, store.Add([one, one]));
        Assert.NotNull(store.Find("aa01"));
    }

    [Fact]
    public void Find_AfterReopening_GivesTheSameDocument()
    {
        CodedDocument before = Coded("ab12", new DateOnly(2022, 9, 16), "RUS");
        using (IEvidenceStore store = Open()) store.Add([before]);
        using IEvidenceStore again = Open();
        CodedDocument after = Assert.IsType<CodedDocument>(again.Find("ab"));
        Assert.Equal(before.Document.Body.Text, after.Document.Body.Text);
        Assert.Equal(before.Document.Body.ToBytes.Segments.AsEnumerable(), after.Document.Body.ToBytes.Segments.AsEnumerable());
        Assert.Equal(before.Document.Published, after.Document.Published);
        Assert.Equal(before.Document.Origin, after.Document.Origin);
        Assert.Equal(before.Document.Repairs.AsEnumerable(), after.Document.Repairs.AsEnumerable());
        Assert.Equal(before.Document.Dropped.AsEnumerable(), after.Document.Dropped.AsEnumerable());
        Assert.Equal(before.Observations.Select(ObservationJson.Write), after.Observations.Select(ObservationJson.Write));
    }

    [Fact]
    public void Find_AmbiguousOrUnknownPrefix_GivesNull()
    {
        using IEvidenceStore store = Open();
        store.Add([Coded("aa01", null, "RUS"), Coded("aa02", null, "RUS")]);
        Assert.Null(store.Find("aa"));
        Assert.Null(store.Find("ff"));
        Assert.Null(store.Find("' OR 1=1 --"));
    }

    [Fact]
    public void About_SovietEvent_IsFoundForRussia()
    {
        using IEvidenceStore store = Open();
        store.Add([Coded("aa01", new DateOnly(1969, 3, 2), "SUN")]);
        Assert.Single(store.About(ChinaRussia, new DateOnly(1970, 1, 1), 10));
    }

    [Fact]
    public void About_AsOf_LeavesOutLaterAndUndatedAndPutsNewestFirst()
    {
        using IEvidenceStore store = Open();
        store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS"), Coded("aa02", new DateOnly(2021, 1, 1), "RUS"), Coded("aa03", new DateOnly(2022, 1, 1), "RUS"), Coded("aa04", null, "RUS"), Coded("aa05", new DateOnly(2020, 1, 1), "USA")]);
        Assert.Equal(["aa02", "aa01"], store.About(ChinaRussia, new DateOnly(2021, 1, 1), 10).Select(o => o.Document.Id));
        Assert.Equal(["aa03"], store.About(ChinaRussia, new DateOnly(2030, 1, 1), 1).Select(o => o.Document.Id));
    }

    [Fact]
    public void FindObservation_ByPrefix_GivesItWithItsDocument()
    {
        using IEvidenceStore store = Open();
        CodedDocument coded = Coded("aa01", new DateOnly(2020, 1, 1), "RUS");
        store.Add([coded]);
        StoredObservation found = Assert.IsType<StoredObservation>(store.FindObservation(coded.Observations[0].Id[..4]));
        Assert.Equal("aa01", found.Document.Id);
        Assert.Null(store.FindObservation("0123"));
    }

    [Fact]
    public void Search_ByStateTypeSpeakerDateAndModality_FindsThoseThatFit()
    {
        using IEvidenceStore store = Open();
        store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS"), Coded("aa02", new DateOnly(2021, 1, 1), "USA"), Coded("aa03", null, "RUS")]);
        Assert.Equal(6, store.Search(new EvidenceQuery()).Total);
        Assert.Equal(["aa01", "aa03"], Ids(new EvidenceQuery { State = new StateId("RUS") }));
        Assert.Equal(["aa01", "aa03"], Ids(new EvidenceQuery { State = new StateId("RUS"), Other = new StateId("CHN") }));
        Assert.Equal(3, store.Search(new EvidenceQuery { Type = PloverType.Consult, Modality = Modality.Asserted }).Total);
        Assert.Equal(0, store.Search(new EvidenceQuery { Type = PloverType.Aid }).Total);
        Assert.Equal(3, store.Search(new EvidenceQuery { Speaker = "lI" }).Total);
        Assert.Equal(0, store.Search(new EvidenceQuery { Speaker = "' OR 1=1 --" }).Total);
        Assert.Equal(["aa02"], Ids(new EvidenceQuery { Kind = "quotation", From = new DateOnly(2020, 6, 1), To = new DateOnly(2030, 1, 1) }));
        Assert.Equal(6, store.Search(new EvidenceQuery { Words = "café TALKS" }).Total);
        EvidenceFound second = store.Search(new EvidenceQuery { Skip = 2, Limit = 2 });
        Assert.Equal((2, 6L), (second.Observations.Count, second.Total));
        Assert.All(second.Observations, o => Assert.Equal("aa01", o.Document.Id));

        IEnumerable<string> Ids(EvidenceQuery query) => store.Search(query).Observations.Select(o => o.Document.Id).Distinct();
    }

    [Fact]
    public void Documents_SomeWords_GivesThoseThatHoldThemNewestFirst()
    {
        using IEvidenceStore store = Open();
        store.Add([Coded("aa01", new DateOnly(2020, 1, 1), "RUS"), Coded("aa02", new DateOnly(2021, 1, 1), "USA"), Coded("aa03", null, "RUS")]);
        (IReadOnlyList<DocumentFound> documents, long total) = store.Documents("hosted", 0, 2);
        Assert.Equal(3, total);
        Assert.Equal(["aa02", "aa01"], documents.Select(d => d.Document.Id));
        Assert.All(documents, d => Assert.Equal(2, d.Observations));
        Assert.Equal(0, store.Documents("nothing of the kind", 0, 10).Total);
    }

    [Fact]
    public void Correct_ThenTakenBack_ChangesNoEvidenceAndKeepsBothWords()
    {
        CodedDocument coded = Coded("aa01", new DateOnly(2020, 1, 1), "RUS");
        string id = coded.Observations[0].Id;
        var at = new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
        using (IEvidenceStore store = Open())
        {
            store.Add([coded]);
            Assert.True(store.Correct(new Correction(id, Verdict.Wrong, "It was the other side's visit.", "ana", at)));
            Assert.False(store.Correct(new Correction("ffff", Verdict.Wrong, "There is none.", "ana", at)));
            Assert.Equal([id], store.Search(new EvidenceQuery { Overruled = true }).Observations.Select(o => o.Observation.Id));
            Assert.Equal(1, store.Search(new EvidenceQuery { Overruled = false }).Total);
            store.Correct(new Correction(id, Verdict.Restored, "No: it is right.", "ben", at.AddMinutes(1)));
            Assert.Equal(0, store.Search(new EvidenceQuery { Overruled = true }).Total);
        }
        using IEvidenceStore again = Open();
        Assert.Equal([Verdict.Wrong, Verdict.Restored], again.Corrections([id]).Select(c => c.Verdict));
        Assert.Equal(("ana", at), (again.Corrections(null)[0].By, again.Corrections(null)[0].At));
        Assert.Single(again.About(ChinaRussia, new DateOnly(2030, 1, 1), 10));
    }

    [Fact]
    public void KeepOriginal_Bytes_ComeBackAsTheyWere()
    {
        byte[] bytes = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7))];
        using (IEvidenceStore store = Open())
        {
            store.KeepOriginal("aa01", bytes);
            store.KeepOriginal("aa01", [1]);
        }
        using IEvidenceStore again = Open();
        Assert.Equal(bytes, again.Original("aa01"));
        Assert.Null(again.Original("aa02"));
    }

    internal static CodedDocument Coded(string id, DateOnly? day, string target)
    {
        var body = SourceText.FromString("Café talks: China hosted the other side on Friday.");
        var document = new Document
        {
            Id = id,
            Origin = new DocumentOrigin("a.txt", "line 1", "text/plain", "utf-8 (valid)"),
            Body = body,
            Title = "Talks",
            Published = day is { } d ? new PublicationDate(d, DateBasis.Given) : null,
            Repairs = [new TextRepair(new TextSpan(0, 4), new ByteSpan(0, 5), "CafÃ©", "Café", "utf-8 read as windows-1252", true)],
            Dropped = [new DroppedText(new ByteSpan(60, 4), "Menu", "navigation")],
        };
        var span = new TextSpan(12, 5);
        var evidence = new Evidence(id, span, body.BytesOf(span), "China", "test@1");
        ActorMention Actor(string code) => new() { Span = span, Text = code, ActorId = $"state:{code}", Name = code, Kind = ActorKind.State, State = new StateId(code), Rule = "test" };
        return new CodedDocument(document,
        [
            new EventObservation
            {
                Id = "e" + id, Evidence = evidence, Type = PloverType.Consult, Mode = "visit", Cameo = "043", Dimension = Dimension.Diplomatic, Intensity = 2.8,
                Source = Actor("CHN"), Target = Actor(target), Date = new PartialDate(2022, 9), DateRule = "\"on Friday\"", Modality = Modality.Asserted,
            },
            new QuotationObservation { Id = "f" + id, Evidence = evidence, Words = "words", Direct = true, Speaker = "Li", SpeakerState = new StateId("CHN") },
        ]);
    }
}
