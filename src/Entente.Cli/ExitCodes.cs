namespace Entente.Cli;

/// <summary>Exit codes of every verb; documented in docs/cli.md.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>It ran, and some input was skipped or something asked for was not found.</summary>
    public const int Partial = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>No input could be read.</summary>
    public const int Input = 3;

    /// <summary>The store could not be opened, read or written.</summary>
    public const int Store = 4;

    /// <summary>What was asked for could not be written: a full disk, a folder without rights.</summary>
    public const int Output = 5;

    /// <summary>Stopped by Ctrl-C; what was committed stays.</summary>
    public const int Interrupted = 130;

    /// <summary>How a reading ended: all well, some skipped, or nothing read at all.</summary>
    public static int OfReading(int documents, int skips) => skips == 0 ? Ok : documents > 0 ? Partial : Input;
}
