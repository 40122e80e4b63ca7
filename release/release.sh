#!/usr/bin/env bash
# Builds what a release consists of, from the committed state alone, and checks it. Publishes only when told to.
#
#   release/release.sh [--out DIR] [--runtimes "linux-x64 win-x64"] [--twice] [--publish]
#
#   --out DIR        where the files go (default: artifacts/)
#   --runtimes LIST  runtimes to build for (default: all six)
#   --twice          builds a second time and compares every file: a release must be reproducible
#   --publish        pushes the NuGet packages with $NUGET_API_KEY; without it this is a dry run
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts runtimes="linux-x64 linux-arm64 osx-x64 osx-arm64 win-x64 win-arm64" twice=0 publish=0
while [ $# -gt 0 ]; do
  case $1 in
    --out) out=$2; shift 2 ;;
    --runtimes) runtimes=$2; shift 2 ;;
    --twice) twice=1; shift ;;
    --publish) publish=1; shift ;;
    *) sed -n '2,10p' "$0" | cut -c3-; exit 2 ;;
  esac
done
[ "$publish" = 0 ] || [ -n "${NUGET_API_KEY:-}" ] || { echo "--publish needs NUGET_API_KEY in the environment." >&2; exit 2; }
[ -z "$(git status --porcelain)" ] || echo "Note: uncommitted changes are not part of the release." >&2
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
moment=$(git log -1 --format=%ct)
host=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)
libraries="Entente Entente.Intake Entente.Storage Entente.Datasets Entente.Solvers"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
rm -rf "$out" && mkdir -p "$out" && out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Names and checksums of what a package holds, but for its core-properties part, whose name is drawn anew at each pack.
contents() { unzip -lv "$1" | awk 'NF >= 8 && $7 ~ /^[0-9a-f]{8}$/ { print $7, $8 }' | grep -v -e '\.psmdcp' -e '_rels/\.rels' | LC_ALL=C sort -k2; }

# A build in a fresh directory of always the same name, so that no path of this machine decides what comes out.
build() { # build TARGET
  local target=$1 source=$work/source
  rm -rf "$source" && mkdir -p "$source" "$target"
  git archive HEAD | tar -x -C "$source"
  # The locks hold for builds without a runtime; the bill of materials is taken from them before they go.
  (cd "$source" && dotnet run release/sbom.cs -- src/Entente.Cli/packages.lock.json "$version") >"$target/entente-$version.cdx.json"
  find "$source" -name packages.lock.json -delete
  local common=(-c Release -v q -p:ContinuousIntegrationBuild=true -p:PathMap="$source=/_")
  for library in $libraries; do
    echo "library $library"
    dotnet pack "$source/src/$library" "${common[@]}" -o "$target"
  done
  echo "tool for $runtimes"
  dotnet pack "$source/src/Entente.Cli" "${common[@]}" -p:EntenteRuntimes="$runtimes" -o "$target"
  for runtime in $runtimes; do
    echo "archive for $runtime"
    local name=entente-$version-$runtime
    dotnet publish "$source/src/Entente.Cli" "${common[@]}" -r "$runtime" --self-contained -p:PublishReadyToRun=true -p:DebugType=none -o "$work/$name"
    # The library is Entente.dll already; only the program itself may bear the name.
    for program in "$work/$name"/Entente.Cli "$work/$name"/Entente.Cli.exe; do
      [ ! -e "$program" ] || mv "$program" "${program/Entente.Cli/entente}"
    done
    cp "$source/LICENSE" "$source/README.md" "$work/$name/"
    find "$work/$name" -exec touch -h -d "@$moment" {} +
    case $runtime in
      win-*) (cd "$work" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X "$target/$name.zip" -@) ;;
      *) tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$moment" -c "$name" | gzip -n >"$target/$name.tar.gz" ;;
    esac
    rm -rf "${work:?}/$name"
  done
}

build "$out"

echo "checks"
tool=$work/tool
if [ -e "$out/Entente.Tool.$host.$version.nupkg" ]; then
  dotnet tool install Entente.Tool --version "$version" --tool-path "$tool" --add-source "$out" --no-cache >/dev/null
  [ "$("$tool/entente" --version)" = "$version" ] || { echo "The installed tool does not say $version." >&2; exit 1; }
  "$tool/entente" brief china russia >"$work/briefing.txt" && grep -q "China and Russia" "$work/briefing.txt" || { echo "The installed tool prints no briefing." >&2; exit 1; }
  echo "The tool installs and prints a briefing."
else
  echo "No tool for $host was built, so none was installed."
fi
if [ -e "$out/entente-$version-$host.tar.gz" ]; then
  tar -xzf "$out/entente-$version-$host.tar.gz" -C "$work"
  env -i HOME="$work" PATH=/nowhere "$work/entente-$version-$host/entente" brief china russia >"$work/briefing.txt"
  grep -q "China and Russia" "$work/briefing.txt" || { echo "The archive prints no briefing." >&2; exit 1; }
  echo "The archive runs without an SDK on the path."
fi

if [ "$twice" = 1 ]; then
  build "$work/again" >/dev/null
  differ=0
  for file in "$out"/*; do
    again=$work/again/$(basename "$file")
    case $file in
      *.nupkg) cmp -s <(contents "$file") <(contents "$again") || { echo "differs: $(basename "$file")"; differ=1; } ;;
      *) cmp -s "$file" "$again" || { echo "differs: $(basename "$file")"; differ=1; } ;;
    esac
  done
  [ "$differ" = 0 ] || exit 1
  echo "Built twice, the same bytes."
fi

(cd "$out" && sha256sum -- * >SHA256SUMS)
ls -l "$out"
if [ "$publish" = 1 ]; then
  for package in "$out"/*.nupkg; do dotnet nuget push "$package" --api-key "$NUGET_API_KEY" --source "${NUGET_SOURCE:-https://api.nuget.org/v3/index.json}" --skip-duplicate; done
else
  echo "Dry run: nothing was published."
fi
