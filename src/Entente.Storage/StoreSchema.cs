using System.Globalization;
using DuckDB.NET.Data;

namespace Entente.Storage;

/// <summary>Brings a store to this version's schema, one numbered script at a time, each in its own transaction.</summary>
internal static class StoreSchema
{
    private static readonly string[] Scripts = ["001_init", "003_corrections", "004_streams"];

    public static int Latest => Scripts.Length;

    /// <summary>The version of an open store; 0 when nothing was made in it yet.</summary>
    public static int VersionOf(DuckDBConnection connection)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'schema_version'";
        if (Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0) return 0;
        command.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static void Migrate(DuckDBConnection connection)
    {
        for (int version = VersionOf(connection) + 1; version <= Latest; version++)
        {
            using DuckDBTransaction transaction = connection.BeginTransaction();
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = Script(Scripts[version - 1])
                + "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL);"
                + string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({version});");
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static string Script(string name)
    {
        using Stream stream = typeof(StoreSchema).Assembly.GetManifestResourceStream($"Schema/{name}.sql")
            ?? throw new StoreException($"The program is damaged: script {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
