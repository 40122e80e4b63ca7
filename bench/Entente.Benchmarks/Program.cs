using BenchmarkDotNet.Running;
using Entente.Benchmarks;

if (args is ["duckdb-sql", _, _, _])
{
    PlainSql.Run(args[1], args[2], args[3] == "all");
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
