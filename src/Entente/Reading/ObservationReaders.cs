using System.Collections.Immutable;

namespace Entente.Reading;

/// <summary>The readers of this version, one line for each kind of observation.</summary>
public static class ObservationReaders
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ObservationReader> All { get; } = [QuotationReader.Read, ConditionalReader.Read];
}
