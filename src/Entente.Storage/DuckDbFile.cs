using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Entente.Storage;

/// <summary>Opens the one file that evidence and streams share, and says in plain words what went wrong.</summary>
internal static partial class DuckDbFile
{
    public static DuckDBConnection Open(string path, bool readOnly)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (readOnly && !File.Exists(path)) throw new StoreException($"There is no store at {path}: 'entente read' makes one.");
        DuckDBConnection? connection = null;
        try
        {
            if (!readOnly && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            connection = Connect(path, readOnly);
            if (!readOnly) StoreSchema.Migrate(connection);
            int version = StoreSchema.VersionOf(connection);
            if (readOnly && version is > 0 && version < StoreSchema.Latest)
            {
                // A store of an earlier version is brought up to date by whoever opens it first.
                connection.Dispose();
                using (connection = Connect(path, readOnly: false)) StoreSchema.Migrate(connection);
                connection = Connect(path, readOnly: true);
                version = StoreSchema.VersionOf(connection);
            }
            if (version != StoreSchema.Latest)
                throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"{path} has schema {version}; this version reads {StoreSchema.Latest}. Update entente, or use another store."));
            return connection;
        }
        catch (Exception e) when (e is DuckDBException or IOException or UnauthorizedAccessException or StoreException)
        {
            connection?.Dispose();
            throw e as StoreException ?? Explain(e, path);
        }
    }

    private static DuckDBConnection Connect(string path, bool readOnly)
    {
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path, ["access_mode"] = readOnly ? "read_only" : "automatic" }.ConnectionString);
        connection.Open();
        return connection;
    }

    public static StoreException Explain(Exception e, string path)
    {
        if (e.Message.Contains("lock on file", StringComparison.OrdinalIgnoreCase))
        {
            Match pid = HolderPid().Match(e.Message);
            string holder = pid.Success ? $"process {pid.Groups[1].Value}" : "another process";
            return new StoreBusyException($"{path} is held by {holder}: wait for it to end, or give another file with --store.", e);
        }
        if (e.Message.Contains("space", StringComparison.OrdinalIgnoreCase) && e.Message.Contains("device", StringComparison.OrdinalIgnoreCase))
            return new StoreException($"The disk of {path} is full: free space and run again; what was committed is kept.", e);
        return new StoreException($"{path}: {e.Message}", e);
    }

    [GeneratedRegex(@"\(PID (\d{1,10})\)", RegexOptions.NonBacktracking)]
    private static partial Regex HolderPid();
}
