#!/usr/bin/env bash
# Feeds made-up bytes to the readers: Tests/Fuzz/run.sh tables|schemes [seconds] [libFuzzer's own words…]
# Compiles the engine's sources apart from the package, with the fuzzer's and the address checks; see README.md.
set -euo pipefail
target=${1:?tables or schemes}
seconds=${2:-60}
shift $(($# < 2 ? $# : 2))
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
case $target in
tables) harness=TablesFuzz.swift ;;
schemes) harness=SchemesFuzz.swift ;;
*) echo "tables or schemes?" >&2 && exit 2 ;;
esac
work="$top/.build/fuzz"
mkdir -p "$work/$target"
cd "$work"

# What the package manager makes of .embedInCode.
{
  echo "struct PackageResources {"
  for file in wei-county-2017.json wei-county-2017-by-band.json scheme.schema.json; do
    echo "static let $(tr '.-' '__' <<<"$file"): [UInt8] = ["
    od -An -v -tu1 "$top/Rules/$file" | sed 's/[0-9]\{1,\}/&,/g'
    echo "]"
  done
  echo "}"
} >Embedded.swift

flags=(-O -whole-module-optimization -parse-as-library -sanitize=address,fuzzer -swift-version 6 -package-name fangpin
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature ExistentialAny -I "$work" -I "$top/Sources/CCrypto"
  -I "$top/Sources/CZlib" -I "$top/Sources/CExpat")
objects=()
for module in Units JSONText Tables Sealing RuleFiles Rules Claims Explain Batch; do
  mapfile -t sources < <(find "$top/Sources/$module" -name '*.swift' | sort)
  if [ "$module" = RuleFiles ]; then sources+=("$work/Embedded.swift"); fi
  if [ ! -e "$module.o" ] || [ -n "$(find "$top/Sources" -name '*.swift' -newer "$module.o" -print -quit)" ]; then
    swiftc "${flags[@]}" -c -emit-module -module-name "$module" -o "$module.o" "${sources[@]}"
  fi
  objects+=("$work/$module.o")
done
swiftc "${flags[@]}" -module-name Fuzz -o "fuzz-$target" "$here/$harness" "${objects[@]}" -lcrypto -lz -lexpat
# What Foundation keeps when it reads a file is no leak of ours.
export ASAN_OPTIONS="detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
exec "./fuzz-$target" -max_total_time="$seconds" -timeout=20 -detect_leaks=0 -rss_limit_mb=2048 -max_len=4096 \
  -artifact_prefix="$work/found-$target-" "$@" "$target" "$here/Corpus/$target"
