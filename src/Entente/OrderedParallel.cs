namespace Entente;

/// <summary>Works on several items at once and gives the results in the items' order; holds no more than a few.</summary>
internal static class OrderedParallel
{
    /// <summary>The results, in order.</summary>
    /// <param name="items">Taken one after another, on the caller's thread.</param>
    /// <param name="jobs">How many at once; with 1 or less all is done on the caller's thread.</param>
    /// <param name="work">Thread-safe.</param>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int jobs, Func<T, TResult> work)
    {
        if (jobs <= 1)
        {
            foreach (T item in items) yield return work(item);
            yield break;
        }
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (T item in items)
            {
                running.Enqueue(Task.Run(() => work(item)));
                if (running.Count > jobs * 2) yield return running.Dequeue().GetAwaiter().GetResult();
            }
            while (running.TryDequeue(out Task<TResult>? next)) yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever stops early leaves nothing running behind.
            foreach (Task<TResult> left in running) left.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }
}
