using Entente.Reading;

namespace Entente.Storage;

/// <summary>What a migration did.</summary>
/// <param name="Documents">Documents of the first store.</param>
/// <param name="Observations">Observations of the first store.</param>
/// <param name="Added">Documents that were new to the second.</param>
public sealed record MigrationResult(long Documents, long Observations, long Added);

/// <summary>Copies one store into another, page by page; each page is a transaction, and doing it again goes on where it was stopped.</summary>
public static class StoreMigration
{
    private const int PageDocuments = 500;

    /// <summary>Copies all, and checks that all is there.</summary>
    /// <param name="from">Read only.</param>
    /// <param name="to">May hold other documents already.</param>
    /// <param name="progress">Told documents done and of how many.</param>
    /// <param name="cancellation">Ends it after a page.</param>
    /// <exception cref="StoreException">One cannot be read or written, or the second lacks something of the first afterwards.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static MigrationResult Run(IMaintainedStore from, IMaintainedStore to, Action<long, long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(progress);
        long total = from.Info().Documents, documents = 0, observations = 0, added = 0;
        string last = "";
        while (from.Page(last, PageDocuments) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            added += to.Add(page);
            string[] ids = [.. page.Select(d => d.Document.Id)];
            int known = to.Known(ids).Count;
            long expected = page.Sum(d => (long)d.Observations.Count), there = to.CountObservations(ids);
            if (known != ids.Length || there != expected)
                throw new StoreException(FormattableString.Invariant($"{to.Location} has {known} of {ids.Length} documents and {there} observations where {from.Location} has {expected} (from {ids[0]} on): it was read by another version, or is damaged ('entente store check')."));
            documents += ids.Length;
            observations += expected;
            last = ids[^1];
            progress(documents, Math.Max(total, documents));
        }
        foreach (string id in from.KeptOriginals())
            if (from.Original(id) is { } bytes) to.KeepOriginal(id, bytes);
        var said = to.Corrections(null).ToHashSet();
        foreach (Correction correction in from.Corrections(null))
            if (!said.Contains(correction)) to.Correct(correction);
        return new MigrationResult(documents, observations, added);
    }
}
