namespace Entente.Datasets;

/// <summary>Finds a dataset's file by its published name: in a record as <c>entente record import</c> makes it, in a folder of published files, or beside a file given.</summary>
/// <param name="path">A directory, or a file of it.</param>
public sealed class RecordFiles(string path)
{
    private readonly string _directory = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;

    /// <summary>The file itself when a file was given and not a directory.</summary>
    public string? Given { get; } = File.Exists(path) ? path : null;

    /// <summary>The file of that name, plain or with <c>.gz</c>, or null.</summary>
    /// <param name="fileName">Name as published, without <c>.gz</c>.</param>
    public string? Find(string fileName)
    {
        if (!Directory.Exists(_directory)) return null;
        return Directory.EnumerateDirectories(_directory).Order(StringComparer.Ordinal).Prepend(_directory)
            .SelectMany(d => new[] { Path.Combine(d, fileName), Path.Combine(d, fileName + ".gz") })
            .FirstOrDefault(File.Exists);
    }
}
