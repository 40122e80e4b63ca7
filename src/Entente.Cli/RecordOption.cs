using System.CommandLine;
using Entente.Datasets;

namespace Entente.Cli;

/// <summary><c>--record</c>, for verbs that read published files: a record, a folder of files as published, or one of those files.</summary>
internal static class RecordOption
{
    public static Option<string> Create() => new("--record")
    {
        Description = "Imported datasets, a folder of files as published, or one such file. Default: where `entente record import` puts them.",
        DefaultValueFactory = _ => RecordDirectory.DefaultPath,
    };
}
