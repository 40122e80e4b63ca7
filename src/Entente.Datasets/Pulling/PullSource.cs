using Entente.Intake.Downloads;

namespace Entente.Datasets.Pulling;

/// <summary>One place from which a dataset's file may be pulled, and what it must be there.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="FileName">Name to keep it under.</param>
/// <param name="Form">What its first bytes must look like.</param>
/// <param name="IsCopy">Whether it is the file as it is read here (from a mirror), not the publisher's own.</param>
/// <param name="Bytes">Length it must have; null where that is not known.</param>
/// <param name="Sha256">Hash it must have; null where that is not known.</param>
public sealed record PullSource(Uri Address, string FileName, FileForm Form, bool IsCopy, long? Bytes, string? Sha256)
{
    /// <summary>The publisher's own, or null where there is no address to fetch from.</summary>
    public static PullSource? Publisher(DatasetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Publisher.Address is not { } address ? null : OfPublisher(definition, address);
    }

    /// <summary>What a mirror may hold, first choice first: the file as it is read here, packed or plain, then the publisher's own.</summary>
    /// <param name="definition">The dataset.</param>
    /// <param name="mirror">A folder of this machine, or an address that ends like one.</param>
    public static IEnumerable<PullSource> Mirror(DatasetDefinition definition, Uri mirror)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(mirror);
        var folder = mirror.AbsoluteUri.EndsWith('/') ? mirror : new Uri(mirror.AbsoluteUri + "/");
        foreach (string name in new[] { definition.FileName + ".gz", definition.FileName })
        {
            bool known = string.Equals(name, definition.Copy.File, StringComparison.Ordinal);
            yield return new PullSource(new Uri(folder, Uri.EscapeDataString(name)), name, name.EndsWith(".gz", StringComparison.Ordinal) ? FileForm.Gzip : FileForm.Text, true,
                known ? definition.Copy.Bytes : null, known ? definition.Copy.Sha256 : null);
        }
        if (definition.Publisher.Address is { } address) yield return OfPublisher(definition, new Uri(folder, Uri.EscapeDataString(NameOf(address))));
    }

    private static PullSource OfPublisher(DatasetDefinition definition, Uri from) => new(from, NameOf(definition.Publisher.Address!), definition.Publisher.Form switch
    {
        "csv" => FileForm.Text,
        "zip" => FileForm.Zip,
        _ => FileForm.Data,
    }, false, definition.Publisher.Bytes, definition.Publisher.Sha256);

    // The last part of the path that names a file; an interface that answers a question has none, and is named after the question.
    private static string NameOf(Uri address)
    {
        string name = Uri.UnescapeDataString(address.Segments[^1]);
        return name is "" or "/" || name.EndsWith('/') ? new string([.. Uri.UnescapeDataString(address.Query).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Trim('_') + ".download" : name;
    }
}
