using System.CommandLine;

namespace Entente.Cli;

/// <summary>Where the evidence is: <c>--store</c>, then <c>ENTENTE_STORE</c>, then the user's data folder.</summary>
internal static class StorePath
{
    public static string Default => Environment.GetEnvironmentVariable("ENTENTE_STORE") is { Length: > 0 } set
        ? set
        : Path.Combine(DataHome, "entente", "store.duckdb");

    private static string DataHome => Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } home && Path.IsPathRooted(home)
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    public static Option<string> Option() => new("--store")
    {
        Description = "Evidence store: a file, or postgres://user:password@host/database (ENTENTE_STORE, or store.duckdb in the user's data folder).",
        DefaultValueFactory = _ => Default,
    };
}
