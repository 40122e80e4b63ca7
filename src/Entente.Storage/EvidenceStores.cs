using Entente.Storage.PostgreSql;

namespace Entente.Storage;

/// <summary>Opens a store by where it is: a path of a DuckDB file, or <c>postgres://user:password@host:5432/database</c>.</summary>
public static class EvidenceStores
{
    /// <summary>Opens a store, making it when it is not there and may be written.</summary>
    /// <param name="location">Path or address.</param>
    /// <param name="readOnly">Nothing can be changed.</param>
    /// <exception cref="StoreBusyException">Another process holds the file.</exception>
    /// <exception cref="StoreException">It cannot be opened, is no store, or is of a later version.</exception>
    public static IMaintainedStore Open(string location, bool readOnly = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return PostgresAddress.Is(location) ? PostgresEvidenceStore.Open(location, readOnly) : DuckDbEvidenceStore.Open(location, readOnly);
    }

    /// <summary>Whether there may be a store: an address is asked, a file must be there.</summary>
    public static bool MayExist(string location) => PostgresAddress.Is(location) || File.Exists(location);

    /// <summary>Whether it is the address of a server rather than a path.</summary>
    public static bool IsServer(string location) => PostgresAddress.Is(location);
}
