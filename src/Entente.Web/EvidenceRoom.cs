using Entente.Reading;
using Entente.Storage;

namespace Entente.Web;

/// <summary>
/// The evidence store of this server: opened when first asked for and then held, so that this process is its one writer.
/// While another process holds it, each request tries again. Thread-safe.
/// </summary>
public sealed class EvidenceRoom(string path, TimeProvider time) : IDisposable
{
    // Others write to a server too: what was asked of it is asked again after this time.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private IMaintainedStore? _store;
    private (long Version, IReadOnlySet<string> Ids)? _overruled;
    private long _version;

    /// <summary>Where it is: a path, or the address of a server, which may hold a password and is not shown.</summary>
    public string Path => path;

    /// <summary>Counts what was changed through this server: an answer kept for one version is not given for another.</summary>
    public long Version => Interlocked.Read(ref _version) + (EvidenceStores.IsServer(path) ? time.GetUtcNow().UtcTicks / s_fresh.Ticks : 0);

    /// <summary>The store.</summary>
    /// <exception cref="StoreBusyException">Another process holds it; the message says which.</exception>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public IMaintainedStore Store
    {
        get
        {
            lock (_gate) return _store ??= EvidenceStores.Open(path);
        }
    }

    /// <summary>Observations whose last correction says that they are wrong.</summary>
    public IReadOnlySet<string> Overruled
    {
        get
        {
            lock (_gate)
            {
                if (_overruled is { } kept && kept.Version == Version) return kept.Ids;
                var ids = Store.Corrections(null).GroupBy(c => c.ObservationId, StringComparer.Ordinal)
                    .Where(g => g.Last().Verdict == Verdict.Wrong).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
                _overruled = (Version, ids);
                return ids;
            }
        }
    }

    /// <summary>Changes the store.</summary>
    public T Change<T>(Func<IEvidenceStore, T> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        T result = change(Store);
        Interlocked.Increment(ref _version);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _store?.Dispose();
            _store = null;
        }
    }
}
