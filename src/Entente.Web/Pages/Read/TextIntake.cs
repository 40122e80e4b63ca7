using System.Text;
using Entente.Documents;
using Entente.Intake;
using Entente.Reading;
using Entente.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pages.Read;

/// <summary>Reads what was pasted, uploaded or named by address. Bad input is said, never thrown.</summary>
internal sealed class TextIntake(ServeOptions options)
{
    /// <summary>Most documents of one feed or record file that are coded here; the command line takes them all.</summary>
    private const int MostDocuments = 50;

    public async Task<(IReadOnlyList<CodedDocument> Coded, IReadOnlyList<SkippedInput> Skipped, byte[] Bytes)> ReadAsync(IFormCollection form, DateOnly? day, CancellationToken cancellation)
    {
        var skipped = new List<SkippedInput>();
        if (await InputAsync(form, skipped, cancellation) is not { } given) return ([], skipped, []);
        (RawInput input, byte[] bytes) = given;
        IReadOnlyList<CodedDocument> coded = await Task.Run(() => Code(input, day, skipped, cancellation), cancellation);
        return (coded, skipped, bytes);
    }

    private IReadOnlyList<CodedDocument> Code(RawInput input, DateOnly? day, List<SkippedInput> skipped, CancellationToken cancellation)
    {
        EntentePipeline pipeline = options.Pipeline(day);
        var documents = new List<Document>();
        foreach (DocumentResult result in pipeline.Read(input))
        {
            cancellation.ThrowIfCancellationRequested();
            if (result.Skipped is { } why) skipped.Add(why);
            if (result.Document is { } document) documents.Add(document);
            if (documents.Count < MostDocuments) continue;
            skipped.Add(new SkippedInput(input.Location, null, "too-large", $"Only the first {MostDocuments} documents are read here; 'entente read' takes them all."));
            break;
        }
        return pipeline.Code([.. documents.DistinctBy(d => d.Id)], Environment.ProcessorCount, skipped.Add, cancellation);
    }

    private async Task<(RawInput Input, byte[] Bytes)?> InputAsync(IFormCollection form, List<SkippedInput> skipped, CancellationToken cancellation)
    {
        string text = form["text"].ToString(), address = form["address"].ToString().Trim();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var memory = new MemoryStream((int)Math.Min(file.Length, options.MaxUploadBytes));
            await file.CopyToAsync(memory, cancellation);
            byte[] bytes = memory.ToArray();
            return (RawInput.FromBytes("upload: " + Path.GetFileName(file.FileName), bytes, file.ContentType is "application/octet-stream" ? null : file.ContentType), bytes);
        }
        if (address.Length > 0)
        {
            if (!WebFetcher.IsAddress(address)) throw new QuestionException($"'{address}' is no address of the web: it begins with https:// or http://.");
            IntakeResult fetched = await WebFetcher.FetchAsync(address, options.Fetching, cancellation);
            if (fetched.Skipped is { } why) skipped.Add(why);
            if (fetched.Input is not { } input) return null;
            using Stream stream = input.Open();
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, cancellation);
            byte[] bytes = memory.ToArray();
            return (input with { Open = () => new MemoryStream(bytes, writable: false) }, bytes);
        }
        if (string.IsNullOrWhiteSpace(text)) throw new QuestionException("There is nothing to read: paste a text, choose a file, or give an address.");
        byte[] pasted = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        return (RawInput.FromBytes("pasted text", pasted, "text/plain", "utf-8"), pasted);
    }
}
