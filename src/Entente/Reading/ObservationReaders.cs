using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Conditionals;
using Entente.Reading.Events;
using Entente.Reading.Quotations;
using Entente.Text;

namespace Entente.Reading;

/// <summary>The readers of this version, one line for each kind of observation.</summary>
public static class ObservationReaders
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ObservationReader> All { get; } = [ReadEvents, QuotationReader.Read, ConditionalReader.Read];

    private static IEnumerable<Observation> ReadEvents(Document document, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors) =>
        DocumentEvents.Read(document, sentences, actors).Events;
}
