using System.Globalization;
using Npgsql;

namespace Entente.Storage.PostgreSql;

/// <summary>Where a PostgreSQL store is: <c>postgres://user:password@host:5432/database?sslmode=require</c>. Printed without user, password and options.</summary>
internal sealed class PostgresAddress
{
    private PostgresAddress(string connectionString, string shown) => (ConnectionString, Shown) = (connectionString, shown);

    public string ConnectionString { get; }

    /// <summary>For messages.</summary>
    public string Shown { get; }

    public static bool Is(string location) => location.StartsWith("postgres://", StringComparison.Ordinal) || location.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <exception cref="StoreException">It is no such address; the message does not repeat it, for it may hold a password.</exception>
    public static PostgresAddress Parse(string location, bool readOnly)
    {
        // A host may be left out, as in postgres:///database?host=/run/postgresql, which Uri does not take.
        string rest = location[(location.IndexOf("://", StringComparison.Ordinal) + 3)..];
        string options = "";
        if (rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and int mark) (rest, options) = (rest[..mark], rest[(mark + 1)..]);
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == rest.Length - 1) throw new StoreException("The address of the store names no database: postgres://user@host:5432/database is expected.");
        string server = rest[..slash], user = "";
        if (server.LastIndexOf('@') is >= 0 and int at) (user, server) = (server[..at], server[(at + 1)..]);
        var builder = new NpgsqlConnectionStringBuilder { Database = Uri.UnescapeDataString(rest[(slash + 1)..]), ApplicationName = "entente", Pooling = true, MaxPoolSize = 32, Timeout = 10, CommandTimeout = 300 };
        if (user.Length > 0)
        {
            string[] parts = user.Split(':', 2);
            builder.Username = Uri.UnescapeDataString(parts[0]);
            if (parts.Length == 2) builder.Password = Uri.UnescapeDataString(parts[1]);
        }
        (builder.Host, builder.Port) = Server(server);
        foreach (string option in options.Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (!TrySet(builder, option.Split('=', 2)))
                throw new StoreException("The address of the store has an option that PostgreSQL does not know; sslmode, host and port are some it does.");
        string shown = string.Create(CultureInfo.InvariantCulture, $"postgres://{builder.Host}:{builder.Port}/{builder.Database}");
        if (readOnly) builder.Options = "-c default_transaction_read_only=on";
        return new PostgresAddress(builder.ConnectionString, shown);
    }

    private static bool TrySet(NpgsqlConnectionStringBuilder builder, string[] option)
    {
        try
        {
            builder[option[0]] = option.Length == 2 ? Uri.UnescapeDataString(option[1]) : "";
            return true;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    private static (string Host, int Port) Server(string server)
    {
        const int Usual = 5432;
        if (server.Length == 0) return ("localhost", Usual);
        int colon = server.LastIndexOf(':');
        if (colon < 0 || server.EndsWith(']')) return (server.Trim('[', ']'), Usual);
        return int.TryParse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536
            ? (server[..colon].Trim('[', ']'), port)
            : throw new StoreException("The address of the store has no port behind its last colon; 5432 is the usual one.");
    }
}
