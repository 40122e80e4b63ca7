using Entente.Reading;

namespace Entente.Storage;

/// <summary>A store with what its upkeep needs: counts, checks, its contents page by page and as files.</summary>
public interface IMaintainedStore : IEvidenceStore
{
    /// <summary>Where it is, for people; never with a password.</summary>
    string Location { get; }

    /// <summary>Counts what the store holds.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    StoreInfo Info();

    /// <summary>Looks for what must never be: ids stored twice, observations whose document is not there.</summary>
    /// <returns>What was found, for people; empty when all is well.</returns>
    /// <exception cref="StoreException">It cannot be read.</exception>
    IReadOnlyList<string> Check();

    /// <summary>Writes <c>documents</c> and <c>observations</c> as files; offset maps are left out.</summary>
    /// <param name="directory">Made when it is not there.</param>
    /// <param name="format"><c>parquet</c> or <c>csv</c>.</param>
    /// <exception cref="StoreException">They cannot be written.</exception>
    void Export(string directory, string format);

    /// <summary>Documents with their observations in order of their ids.</summary>
    /// <param name="afterId">The last id of the page before; empty for the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    IReadOnlyList<CodedDocument> Page(string afterId, int limit);

    /// <summary>Observations of these documents.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    long CountObservations(IReadOnlyCollection<string> documentIds);

    /// <summary>Documents whose bytes are kept.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    IReadOnlyList<string> KeptOriginals();
}
