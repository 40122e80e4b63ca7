using System.Diagnostics;
using System.Globalization;
using Entente.Storage.Tests.PostgreSql;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Entente.Storage.Tests.PostgreSql;

/// <summary>
/// A PostgreSQL server of the tests' own, on a socket in a folder of its own, started when first asked for. Where its programs are not installed,
/// tests are skipped, and fail under CI=true.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lock _gate = new();
    private string? _folder;
    private int _databases;
    private Exception? _failed;

    private static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        bool ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        if (Programs is null)
        {
            Assert.SkipWhen(!ci, "PostgreSQL's programs are not in /usr/lib/postgresql.");
            Assert.Fail("PostgreSQL's programs are not in /usr/lib/postgresql: apt-get install postgresql.");
        }
        lock (_gate)
        {
            Start();
            string name = string.Create(CultureInfo.InvariantCulture, $"t{++_databases}");
            using var connection = new NpgsqlConnection($"Host={_folder};Username=tester;Database=postgres;Pooling=false");
            connection.Open();
            using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            command.ExecuteNonQuery();
            return $"postgres://tester@/{name}?host={_folder}";
        }
    }

    /// <summary>Runs one of the server's programs; the socket is named by <c>$PGHOST</c> and the user by <c>$PGUSER</c>.</summary>
    public string Run(string program, params string[] arguments) => Execute(Path.Combine(Programs!, program), arguments);

    public void Dispose()
    {
        if (_folder is null) return;
        if (_failed is null) AsOwner("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Options => $"-k {_folder} -c listen_addresses='' -c fsync=off -c max_connections=200";

    private void Start()
    {
        if (_failed is not null) throw new InvalidOperationException("The server did not start before.", _failed);
        if (_folder is not null) return;
        _folder = Directory.CreateTempSubdirectory("entente-pg-").FullName;
        try
        {
            // The server refuses to run as the superuser.
            if (Environment.IsPrivilegedProcess) Execute("/bin/chown", "postgres", _folder);
            AsOwner("initdb", "-D", Path.Combine(_folder, "data"), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            AsOwner("pg_ctl", "-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"), "-o", Options, "start");
        }
        catch (InvalidOperationException e)
        {
            _failed = e;
            throw;
        }
    }

    private void AsOwner(string program, params string[] arguments)
    {
        string path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess) Execute("/usr/sbin/runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Execute(path, arguments);
    }

    private string Execute(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(path) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/tmp" };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PGHOST"] = _folder;
        start.Environment["PGUSER"] = "tester";
        // pg_ctl leaves its streams to the server it starts, so that they never end: it writes to a file.
        bool starts = arguments.Contains("start", StringComparer.Ordinal);
        if (starts) start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/tmp", ArgumentList = { "-c", "exec \"$@\" >/dev/null 2>&1", "sh", path } };
        if (starts) foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        string output = "", error = "";
        if (!starts)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            error = errors.GetAwaiter().GetResult();
        }
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{path} {string.Join(' ', arguments)}: {output}{error}");
    }
}
