using System.Collections.Immutable;
using Entente.Reading.Conditionals;
using Entente.Reading.Quotations;

namespace Entente.Reading;

/// <summary>The readers of this version beside events, one line for each kind of observation.</summary>
public static class ObservationReaders
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ObservationReader> All { get; } = [QuotationReader.Read, ConditionalReader.Read];
}
