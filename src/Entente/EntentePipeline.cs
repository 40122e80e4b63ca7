using Entente.Documents;
using Entente.Reading;

namespace Entente;

/// <summary>From bytes to what they say: inputs are read into documents, and each document into its observations.</summary>
/// <param name="options">Limits of reading, and what the user says about the inputs.</param>
/// <param name="coder">Reads observations; thread-safe.</param>
public sealed class EntentePipeline(DocumentReaderOptions options, DocumentCoder coder)
{
    /// <summary>The documents of an input, or why there are none, streamed; nothing is read ahead.</summary>
    public IEnumerable<DocumentResult> Read(RawInput input) => DocumentReader.Read(input, options);

    /// <summary>What the documents say, in the order given.</summary>
    /// <param name="documents">A batch that fits in memory.</param>
    /// <param name="jobs">Documents read at the same time; 1 or more.</param>
    /// <param name="cancellation">Ends the batch early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<CodedDocument> Code(IReadOnlyList<Document> documents, int jobs, CancellationToken cancellation) =>
    [
        .. documents.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellation).Select(coder.Code),
    ];
}
