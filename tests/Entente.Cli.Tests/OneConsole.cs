// The commands write to the one console of the process; tests that catch its output cannot run side by side.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
