"""GDELT events into a store and grouped by pair of states and month: entente, DuckDB's own SQL, pandas, on the same file, in turn.

    python3 bench/streams.py FOLDER [ROWS] [TIMES]

FOLDER holds GDELT 2.0 export files as published; their rows are repeated under new ids up to ROWS (1000000). Needs pandas, and release builds of
src/Entente.Cli and bench/Entente.Benchmarks (which runs DuckDB's SQL with the same engine). Prints seconds of every run, the medians and the ratios.
"""
import glob, os, resource, statistics, subprocess, sys, tempfile, time

folder, rows, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000, int(sys.argv[3]) if len(sys.argv) > 3 else 3
here = os.path.dirname(os.path.abspath(__file__))
entente = os.path.join(here, "..", "src", "Entente.Cli", "bin", "Release", "net10.0", "Entente.Cli.dll")
work = tempfile.mkdtemp(prefix="entente-streams-")
bench = os.path.join(here, "Entente.Benchmarks", "bin", "Release", "net10.0", "Entente.Benchmarks.dll")
path = os.path.join(work, "events.CSV")

source = []
for name in sorted(glob.glob(os.path.join(folder, "*.export.CSV"))):
    with open(name, encoding="utf-8") as f:
        source += [line.rstrip("\n").split("\t", 1)[1] for line in f]
with open(path, "w", encoding="utf-8") as f:
    for i in range(rows):
        f.write(f"{600_000_000 + i}\t{source[i % len(source)]}\n")

PANDAS = """
import pandas as pd, sys
d = pd.read_csv(sys.argv[1], sep="\\t", header=None, quoting=3, dtype={1: str, 26: str, 27: str, 28: str}, keep_default_na=False, na_values=[""], low_memory=False)
d.to_pickle(sys.argv[2])
d = d[d[7].notna() & d[17].notna() & (d[7] != d[17])]
d.assign(month=d[1].str[:6]).groupby(["month", 7, 17])[30].agg(["size", "mean"]).to_csv(sys.stdout)
"""


def ours(store):
    subprocess.run(["dotnet", entente, "stream", "import", path, "--store", store], check=True, stderr=subprocess.DEVNULL)
    with open(os.devnull, "w") as out:
        subprocess.run(["dotnet", entente, "stream", "count", "--store", store], check=True, stdout=out, stderr=subprocess.DEVNULL)


def command(*words):
    def run(store):
        with open(os.devnull, "w") as out:
            subprocess.run([w.format(path=path, store=store) for w in words] if words[-1] != PANDAS else [*words, path, store], check=True, stdout=out)
    return run


runs = {"entente": ours, "duckdb, the same columns": command("dotnet", bench, "duckdb-sql", "{path}", "{store}", "same"), "duckdb, all columns": command("dotnet", bench, "duckdb-sql", "{path}", "{store}", "all"), "pandas": command(sys.executable, "-c", PANDAS)}
clock, processor = {k: [] for k in runs}, {k: [] for k in runs}
for turn in range(times):
    for name, run in runs.items():
        store = os.path.join(work, f"store{turn}{len(name)}")
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        run(store)
        clock[name].append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        for f in glob.glob(store + "*"):
            os.remove(f)
print(f"{rows} rows, {os.path.getsize(path) / 1e6:.0f} MB, load {os.getloadavg()[0]:.1f}")
for name in runs:
    print(f"{name}: clock {statistics.median(clock[name]):.2f} s ({', '.join(f'{s:.2f}' for s in clock[name])}), processor {statistics.median(processor[name]):.2f} s")
for name in list(runs)[1:]:
    print(f"{name} / entente: clock {statistics.median(clock[name]) / statistics.median(clock['entente']):.2f}, processor {statistics.median(processor[name]) / statistics.median(processor['entente']):.2f}")
os.remove(path)
os.rmdir(work)
