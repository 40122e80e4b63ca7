using Entente.Documents;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Entente.Intake;

/// <summary>An input to read, or why it cannot be read. Exactly one is set.</summary>
/// <param name="Input">The input.</param>
/// <param name="Skipped">Why there is none.</param>
public readonly record struct IntakeResult(RawInput? Input, SkippedInput? Skipped);

/// <summary>Finds the inputs that paths name: a file, a folder with all below it, a glob, an http(s) address, or <c>-</c> for standard input.</summary>
public static class IntakeReader
{
    private const int FolderEntriesHeld = 10_000;

    /// <summary>The inputs in ordinal order of their paths; opening is left to the reader of each.</summary>
    /// <param name="paths">Paths as the user gave them.</param>
    public static IEnumerable<IntakeResult> Open(IEnumerable<string> paths) => Open(paths, new WebOptions(), CancellationToken.None);

    /// <summary>The inputs in ordinal order of their paths; opening is left to the reader of each, but an address is fetched when its turn comes.</summary>
    /// <param name="paths">Paths as the user gave them.</param>
    /// <param name="web">Bounds of fetching.</param>
    /// <param name="cancellation">Ends a fetch.</param>
    /// <exception cref="OperationCanceledException">A fetch was ended.</exception>
    public static IEnumerable<IntakeResult> Open(IEnumerable<string> paths, WebOptions web, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (string path in paths)
            foreach (IntakeResult result in OpenOne(path, web, cancellation))
                yield return result;
    }

    /// <summary>Bytes of all the files that paths name; null where one is standard input or an address, whose size is not known before.</summary>
    /// <param name="paths">Paths as the user gave them.</param>
    public static long? Measure(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Any(p => p == "-" || WebFetcher.IsAddress(p))) return null;
        return Open(paths).Sum(r => r.Input is { } input && new FileInfo(input.Location) is { Exists: true } file ? file.Length : 0);
    }

    private static IEnumerable<IntakeResult> OpenOne(string path, WebOptions web, CancellationToken cancellation)
    {
        if (path == "-") return [new IntakeResult(new RawInput("-", Console.OpenStandardInput), null)];
        if (WebFetcher.IsAddress(path)) return Fetch(path, web, cancellation);
        if (File.Exists(path)) return [OpenFile(path)];
        if (Directory.Exists(path)) return OpenFolder(path);
        if (path.AsSpan().ContainsAny("*?")) return OpenGlob(path);
        return [Skip(path, "access", "There is no such file or folder, or it may not be seen.")];
    }

    private static IEnumerable<IntakeResult> Fetch(string path, WebOptions web, CancellationToken cancellation)
    {
        yield return Task.Run(() => WebFetcher.FetchAsync(path, web, cancellation), CancellationToken.None).GetAwaiter().GetResult();
    }

    private static IntakeResult OpenFile(string path) => new(new RawInput(path, () => File.OpenRead(path)) { Length = new FileInfo(path) is { Exists: true } file ? file.Length : null }, null);

    // A folder's files in order of their names; of a very large folder some thousands at a time, so that its list is never held.
    private static IEnumerable<IntakeResult> OpenFolder(string folder)
    {
        if (Closed(folder) is { } closed)
        {
            yield return Skip(folder, "access", closed);
            yield break;
        }
        foreach (IntakeResult result in Entries(folder, Directory.EnumerateFiles(folder), f => DescribesItsFolder(Path.GetFileName(f)) ? [] : [OpenFile(f)])) yield return result;
        // A link to a folder can lead back up; what it points to is read where it stands.
        foreach (IntakeResult result in Entries(folder, Directory.EnumerateDirectories(folder), f => new DirectoryInfo(f).LinkTarget is null ? OpenFolder(f) : [])) yield return result;
    }

    // A folder is opened when its entries are asked for, not when the first is taken.
    private static string? Closed(string folder)
    {
        try
        {
            using IEnumerator<string> entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static IEnumerable<IntakeResult> Entries(string folder, IEnumerable<string> names, Func<string, IEnumerable<IntakeResult>> open)
    {
        using IEnumerator<string> each = names.GetEnumerator();
        var some = new List<string>();
        while (true)
        {
            some.Clear();
            string? problem = null;
            try
            {
                while (some.Count < FolderEntriesHeld && each.MoveNext()) some.Add(each.Current);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = e.Message;
            }
            foreach (string name in some.Order(StringComparer.Ordinal))
                foreach (IntakeResult result in open(name)) yield return result;
            if (problem is not null) yield return Skip(folder, "access", problem);
            if (problem is not null || some.Count < FolderEntriesHeld) yield break;
        }
    }

    // What a folder says about itself is no article; named by its own path, it is read like any other file.
    private static bool DescribesItsFolder(string name) => name.StartsWith('.')
        || Path.GetFileNameWithoutExtension(name) is "README" or "SOURCE" or "SOURCES" or "LICENSE";

    private static IEnumerable<IntakeResult> OpenGlob(string pattern)
    {
        int star = pattern.AsSpan().IndexOfAny("*?");
        int cut = pattern.LastIndexOf('/', star);
        string root = cut < 0 ? "." : cut == 0 ? "/" : pattern[..cut];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[(cut + 1)..]);
        string[] files;
        try
        {
            files = [.. matcher.GetResultsInFullPath(root).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Skip(pattern, "access", e.Message)];
        }
        return files.Length == 0 ? [Skip(pattern, "access", "No file matches.")] : files.Select(OpenFile);
    }

    private static IntakeResult Skip(string location, string reason, string detail) => new(null, new SkippedInput(location, null, reason, detail));
}
