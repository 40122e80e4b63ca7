#!/usr/bin/env bash
# Times whole processes: cold starts, and documents a second through `entente read`.
# usage: bench/processes.sh TEXTS   (a file or folder to fill the store from; prints Markdown)
set -euo pipefail
texts=${1:?usage: bench/processes.sh TEXTS}
cd "$(dirname "$0")/.."
dotnet build src/Entente.Cli -c Release -v q >&2
entente=src/Entente.Cli/bin/Release/net10.0/Entente.Cli
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
echo "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), $(nproc) cores, $(free -g | awk '/Mem/{print $2}') GB; .NET $(dotnet --version); load $(cut -d' ' -f1 /proc/loadavg)"
echo
"$entente" read "$texts" --store "$work/store.duckdb" 2>"$work/read.txt" || true
tail -1 "$work/read.txt"
/usr/bin/time -f 'read again: %e s, %M KB at most' "$entente" read "$texts" --store "$work/store.duckdb" 2>&1 >/dev/null | tail -1
echo
median() { # five runs, the middle one of each: wall clock, and processor time, which a busy machine does not stretch
  for _ in 1 2 3 4 5; do /usr/bin/time -f '%e %U %S' "$@" 2>&1 >/dev/null | tail -1; done | awk '{print int($1 * 1000), int(($2 + $3) * 1000)}' >"$work/runs"
  echo "$(sort -n -k1,1 "$work/runs" | awk 'NR == 3 {print $1}') | $(sort -n -k2,2 "$work/runs" | awk 'NR == 3 {print $2}')"
}
echo "| command | wall, ms | processor, ms |"
echo "|---|---|---|"
echo "| \`entente --version\` | $(median "$entente" --version) |"
echo "| \`entente brief china russia\`, no store | $(median "$entente" brief china russia --store "$work/none") |"
echo "| \`entente brief china russia\`, filled store | $(median "$entente" brief china russia --store "$work/store.duckdb") |"
echo "| \`entente brief china russia --as-of 2022-09-20\`, filled store | $(median "$entente" brief china russia --as-of 2022-09-20 --store "$work/store.duckdb") |"
