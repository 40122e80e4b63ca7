using Entente.Documents;
using Entente.Language;
using Entente.Reading.Events;

namespace Entente.Reading;

/// <summary>Reads the observations of one kind in a document. Thread-safe, deterministic, and never throws on any text.</summary>
/// <param name="document">The document.</param>
/// <param name="sentences">Its sentences, in order.</param>
/// <param name="actors">Actors named in it and what stands for them, in order; an anaphor for two actors is two mentions with one span.</param>
public delegate IEnumerable<Observation> ObservationReader(Document document, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors);

/// <summary>Reads everything a document says. Thread-safe when its parts are.</summary>
/// <param name="parser">Cuts sentences and words, once for all readers.</param>
/// <param name="readers">One for each kind of observation beside events, which are always read.</param>
public sealed class DocumentCoder(ISentenceParser parser, IReadOnlyList<ObservationReader> readers)
{
    /// <summary>The document with its observations, in order of position.</summary>
    public CodedDocument Code(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        IReadOnlyList<ParsedSentence> sentences = parser.Parse(document.Body);
        IReadOnlyList<ActorMention> named = ActorReader.Read(document.Body.Text, document.Published?.Day);
        IReadOnlyList<ActorMention> actors = Coreference.Resolve(document.Body.Text, sentences, named);
        DocumentEvents events = DocumentEvents.Read(document, sentences, actors);
        return new CodedDocument(document,
        [
            .. events.Events.Concat(readers.SelectMany(read => read(document, sentences, actors)))
                .DistinctBy(o => o.Id, StringComparer.Ordinal)
                .OrderBy(o => o.Evidence.Span.Start).ThenBy(o => o.Id, StringComparer.Ordinal)
                .Select(o => o with { Grade = Grader.Of(o, document.Outlet, document.Url) }),
        ])
        {
            Silences = events.Silences,
        };
    }
}
