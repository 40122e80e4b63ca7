namespace Entente;

/// <summary>Runs work on outside data that no one can promise an end of.</summary>
internal static class TimeBound
{
    // Deep nesting in a page or a PDF is recursion in its parser; a process does not survive a stack that is too short.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>The result, when it comes in time. What does not is left behind on its thread, which ends with the process.</summary>
    /// <param name="work">Does no harm when left behind: it only computes.</param>
    /// <param name="limit">How long to wait.</param>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public static T Run<T>(Func<T> work, TimeSpan limit)
    {
        T? result = default;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
#pragma warning disable CA1031 // Carried over to the caller's thread.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes)
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(limit)) throw new TimeoutException(FormattableString.Invariant($"It was not read within {limit.TotalSeconds:0.###} s."));
        failure?.Throw();
        return result!;
    }
}
