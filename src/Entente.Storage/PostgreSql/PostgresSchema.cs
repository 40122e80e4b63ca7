using System.Globalization;
using Npgsql;

namespace Entente.Storage.PostgreSql;

/// <summary>Brings a database to this version's schema, one numbered script at a time, each in its own transaction; of several programs at once, one does.</summary>
internal static class PostgresSchema
{
    private const long MigrationLock = 0x456E74656E7465;
    private static readonly string[] s_scripts = ["001_init"];

    public static int Latest => s_scripts.Length;

    public static int VersionOf(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        if (!Exists(command, "schema_version")) return 0;
        command.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static void Migrate(NpgsqlConnection connection)
    {
        if (VersionOf(connection) >= Latest) return;
        using (NpgsqlCommand encoding = connection.CreateCommand())
        {
            encoding.CommandText = "SHOW server_encoding";
            if (encoding.ExecuteScalar() is not "UTF8") throw new StoreException("The database is not in UTF-8: 'createdb --encoding=UTF8 --template=template0' makes one that is.");
        }
        for (int version = 1; version <= Latest; version++)
        {
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({MigrationLock})");
            command.ExecuteNonQuery();
            if (VersionOf(connection) >= version) continue;
            command.CommandText = Script(s_scripts[version - 1])
                + "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL);"
                + string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({version});");
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>Makes the parts of the months that are not there yet. Under a lock of its own, which lets others read and write meanwhile.</summary>
    public static void MakeMonths(NpgsqlConnection connection, IEnumerable<DateOnly> months)
    {
        foreach (DateOnly month in months)
        {
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({MigrationLock + 1})");
            command.ExecuteNonQuery();
            foreach (string table in (string[])["documents", "observations"])
            {
                string part = string.Create(CultureInfo.InvariantCulture, $"{table}_{month:yyyy_MM}");
                if (Exists(command, part)) continue;
                command.CommandText = string.Create(CultureInfo.InvariantCulture,
                    $"CREATE TABLE {part} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS); ALTER TABLE {table} ATTACH PARTITION {part} FOR VALUES IN ('{month:yyyy-MM-dd}')");
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    // Asks the catalogue itself: to_regclass remembers from before the lock was waited for that a table was not there.
    private static bool Exists(NpgsqlCommand command, string table)
    {
        command.CommandText = $"SELECT EXISTS (SELECT 1 FROM pg_class WHERE relname = '{table}' AND pg_table_is_visible(oid))";
        return command.ExecuteScalar() is true;
    }

    private static string Script(string name)
    {
        using Stream stream = typeof(PostgresSchema).Assembly.GetManifestResourceStream($"PostgreSql/Schema/{name}.sql")
            ?? throw new StoreException($"The program is damaged: script {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
