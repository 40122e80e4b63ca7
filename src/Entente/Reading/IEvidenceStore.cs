using Entente.Documents;
using Entente.Reading.Events;

namespace Entente.Reading;

/// <summary>Where documents and observations are kept. Writes are transactions, idempotent by content hash, and survive a kill at any point.</summary>
public interface IEvidenceStore : IDisposable
{
    /// <summary>Stores a batch of documents with their observations, all or nothing.</summary>
    /// <returns>How many documents were new; the others were already there and are left as they are.</returns>
    int Add(IReadOnlyList<CodedDocument> batch);

    /// <summary>Which of these document ids are already stored.</summary>
    IReadOnlySet<string> Known(IReadOnlyCollection<string> documentIds);

    /// <summary>A document by id or unambiguous prefix, with its observations; null when there is none.</summary>
    CodedDocument? Find(string documentId);

    /// <summary>Observations about two states (either direction), of documents published up to a day, newest first.</summary>
    /// <param name="dyad">The two states.</param>
    /// <param name="asOf">Last day of publication, inclusive. Documents without a date are left out.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StoredObservation> About(UndirectedDyad dyad, DateOnly asOf, int limit);

    /// <summary>An observation by id or unambiguous prefix; null when there is none.</summary>
    StoredObservation? FindObservation(string observationId);

    /// <summary>Observations that fit.</summary>
    EvidenceFound Search(EvidenceQuery query);

    /// <summary>Documents, newest first, undated ones last.</summary>
    /// <param name="words">Words of the title or the text, as they stand there, in any case; null for all.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="limit">How many to give at most.</param>
    /// <returns>Some of them, and how many there are in all.</returns>
    (IReadOnlyList<DocumentFound> Documents, long Total) Documents(string? words, int skip, int limit);

    /// <summary>Adds an analyst's word on an observation. Nothing else is changed.</summary>
    /// <returns>False when there is no such observation.</returns>
    bool Correct(Correction correction);

    /// <summary>Every correction of these observations, or of all when null, oldest first.</summary>
    IReadOnlyList<Correction> Corrections(IReadOnlyCollection<string>? observationIds);

    /// <summary>Keeps the bytes of a document that lies in no file; those of one already kept stay as they are.</summary>
    void KeepOriginal(string documentId, byte[] bytes);

    /// <summary>The bytes kept of a document; null when none are.</summary>
    byte[]? Original(string documentId);
}

/// <summary>A document and what was read in it.</summary>
public sealed record CodedDocument(Document Document, IReadOnlyList<Observation> Observations)
{
    /// <summary>Sentences that name two states and give no event, and why. Not stored: empty in a document that comes from a store.</summary>
    public IReadOnlyList<EventSilence> Silences { get; init; } = [];
}

/// <summary>An observation and the document it stands in (its body may be left empty by the store).</summary>
public sealed record StoredObservation(Observation Observation, DocumentHeader Document);

/// <summary>What a briefing prints of a document.</summary>
public sealed record DocumentHeader(string Id, string? Title, string? Byline, string? Outlet, string? Url, DateOnly? Published, string Location, string? Member);
