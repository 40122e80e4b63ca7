using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Entente.Cli.EndToEnd;

/// <summary>How a run ended and what it said.</summary>
internal sealed record Ended(int Exit, string Output, string Talk);

/// <summary>Starts the built <c>entente</c> as a user does: a process of its own, with its own streams.</summary>
internal static class BuiltProgram
{
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll");

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>Starts it; its streams are open.</summary>
    public static Process Start(params string[] arguments) => Start("dotnet", [Assembly, .. arguments]);

    /// <summary>Starts another program, which may start it in its turn.</summary>
    public static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => EndAsync(Start(arguments));

    /// <summary>Runs a shell line in which <c>$ENTENTE</c> is the program.</summary>
    public static Task<Ended> ShellAsync(string line, params string[] arguments) =>
        EndAsync(Start("bash", ["-c", $"ENTENTE='dotnet {Assembly}'; {line}", "bash", .. arguments]));

    /// <summary>Waits for its end, with nothing on its standard input.</summary>
    public static async Task<Ended> EndAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> talk = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            using var longest = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            longest.CancelAfter(s_longest);
            try
            {
                await process.WaitForExitAsync(longest.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return new Ended(process.ExitCode, await output, await talk);
        }
    }

    /// <summary>Sends a signal to a process this test started.</summary>
    public static void Signal(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
