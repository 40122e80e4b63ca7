using System.Runtime.InteropServices;

namespace Entente.Cli;

/// <summary>Ctrl-C and a polite kill: the first asks the verb to stop at its next safe point, the second or a short wait ends the process.</summary>
/// <remarks>What is not committed is not in the store; the store mends itself when it is opened again.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals) signal.Dispose();
        _asked.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_asked.IsCancellationRequested) Environment.Exit(ExitCodes.Interrupted);
        _asked.Cancel();
        new Thread(() =>
        {
            Thread.CurrentThread.Join(Patience);
            Environment.Exit(ExitCodes.Interrupted);
        })
        { IsBackground = true }.Start();
    }
}
