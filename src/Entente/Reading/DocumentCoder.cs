using Entente.Documents;

namespace Entente.Reading;

/// <summary>Reads the observations of one kind in a document. Thread-safe, deterministic, and never throws on any text.</summary>
/// <param name="document">The document, with its sentences cut once for every reader.</param>
public delegate IEnumerable<Observation> ObservationReader(Document document);

/// <summary>Reads everything a document says. Thread-safe when its readers are.</summary>
/// <param name="readers">One for each kind of observation.</param>
public sealed class DocumentCoder(IReadOnlyList<ObservationReader> readers)
{
    /// <summary>The document with its observations, in order of position.</summary>
    public CodedDocument Code(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new CodedDocument(document,
        [
            .. readers.SelectMany(read => read(document))
                .DistinctBy(o => o.Id, StringComparer.Ordinal)
                .OrderBy(o => o.Evidence.Span.Start).ThenBy(o => o.Id, StringComparer.Ordinal),
        ]);
    }
}
