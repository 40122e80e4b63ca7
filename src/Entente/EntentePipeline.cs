using Entente.Documents;
using Entente.Reading;

namespace Entente;

/// <summary>From bytes to what they say: inputs are read into documents, and each document into its observations.</summary>
/// <param name="options">Limits of reading, and what the user says about the inputs.</param>
/// <param name="coder">Reads observations; thread-safe.</param>
public sealed class EntentePipeline(DocumentReaderOptions options, DocumentCoder coder)
{
    // Shorter texts end in time whatever stands in them; a thread for each would cost more than the reading.
    private const int BoundedFrom = 20_000;

    // What such an input unpacks to is held until its turn comes.
    private const long Short = 1 << 18;

    /// <summary>The documents of an input, or why there are none, streamed; nothing is read ahead.</summary>
    public IEnumerable<DocumentResult> Read(RawInput input) => DocumentReader.Read(input, options);

    /// <summary>The documents of many inputs, in order: short ones are read side by side, a long one is streamed when its turn comes.</summary>
    /// <param name="inputs">Taken as they are needed.</param>
    /// <param name="jobs">Inputs read at the same time; 1 or more.</param>
    public IEnumerable<DocumentResult> Read(IEnumerable<RawInput> inputs, int jobs) =>
        OrderedParallel.Map(inputs, jobs, input => input.Length is <= Short ? Read(input).ToList() : Read(input)).SelectMany(results => results);

    /// <summary>What the documents say, in the order given.</summary>
    /// <param name="documents">A batch that fits in memory.</param>
    /// <param name="jobs">Documents read at the same time; 1 or more.</param>
    /// <param name="failed">Told, after the batch, of each document that a fault of a reader or the time limit left unread; one such never ends a batch.</param>
    /// <param name="cancellation">Ends the batch early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<CodedDocument> Code(IReadOnlyList<Document> documents, int jobs, Action<SkippedInput> failed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(failed);
        (CodedDocument? Coded, SkippedInput? Failed)[] read =
        [
            .. documents.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancellation).Select(TryCode),
        ];
        foreach (SkippedInput one in read.Select(r => r.Failed).OfType<SkippedInput>()) failed(one);
        return [.. read.Select(r => r.Coded).OfType<CodedDocument>()];
    }

    private (CodedDocument? Coded, SkippedInput? Failed) TryCode(Document document)
    {
        try
        {
            return (document.Body.Text.Length < BoundedFrom ? coder.Code(document) : TimeBound.Run(() => coder.Code(document), options.TimeLimit), null);
        }
        catch (TimeoutException e)
        {
            return (null, new SkippedInput(document.Origin.Location, document.Origin.Member, "timeout", e.Message));
        }
#pragma warning disable CA1031 // A reader promises never to throw; where it breaks that on a hostile text, the batch goes on.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return (null, new SkippedInput(document.Origin.Location, document.Origin.Member, "fault", $"A fault of entente, please report it: {e.GetType().Name}: {e.Message}"));
        }
    }
}
