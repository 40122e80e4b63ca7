using Entente.Documents;
using Entente.Intake;

namespace Entente.Cli;

/// <summary>The documents that paths name, one input after another, and what is skipped on the way.</summary>
/// <param name="pipeline">Reads an input.</param>
/// <param name="web">Bounds of fetching addresses.</param>
/// <param name="skipped">Told of every input or record that gave no document.</param>
/// <param name="advanced">Told of bytes read from files, as they are; from several threads.</param>
/// <param name="jobs">Inputs read at the same time.</param>
internal sealed class TextInputs(EntentePipeline pipeline, WebOptions web, Action<SkippedInput> skipped, Action<long> advanced, int jobs = 1)
{
    private const int BatchDocuments = 500;
    private const int BatchCharacters = 4 * 1024 * 1024;

    /// <summary>Batches that fit in memory however long the documents are.</summary>
    public IEnumerable<IReadOnlyList<Document>> Batches(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var batch = new List<Document>();
        long characters = 0;
        foreach (Document document in Documents(paths, cancellation))
        {
            batch.Add(document);
            characters += document.Body.Text.Length;
            if (batch.Count < BatchDocuments && characters < BatchCharacters) continue;
            yield return batch;
            batch = [];
            characters = 0;
        }
        if (batch.Count > 0) yield return batch;
    }

    /// <summary>The documents, streamed.</summary>
    public IEnumerable<Document> Documents(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (DocumentResult read in pipeline.Read(Inputs(paths, cancellation), jobs))
        {
            cancellation.ThrowIfCancellationRequested();
            if (read.Skipped is { } bad) skipped(bad);
            if (read.Document is { } document) yield return document;
        }
    }

    private IEnumerable<RawInput> Inputs(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (IntakeResult opened in IntakeReader.Open(paths, web, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (opened.Skipped is { } closed) skipped(closed);
            if (opened.Input is { } input) yield return input with { Open = () => new AdvancingStream(input.Open(), advanced) };
        }
    }

    /// <summary>What is said of a skipped input.</summary>
    public static string Describe(SkippedInput skipped) =>
        $"skipped {skipped.Location}{(skipped.Member is null ? "" : ", " + skipped.Member)}: {skipped.Reason}: {skipped.Detail}";

    private sealed class AdvancingStream(Stream inner, Action<long> advanced) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            advanced(read);
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
