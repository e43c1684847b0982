#!/usr/bin/env bash
# How long a batch of claims takes from two CSV files to one, on the workload of a benchmark that other programs do too.
#
#   Tests/BatchSpeed/run.sh [--peers] [FANGPIN]     default: .build/release/fangpin; --peers: the other programs beside it
#   Tests/BatchSpeed/run.sh --variants [FANGPIN]    the same claims in the dresses of offices, beside the faster peer's plain ones
#   Tests/BatchSpeed/run.sh BEFORE AFTER            two programs in turns, see Tests/Speed/turns.sh
#   FANGPIN_BENCH=../shared/bench FOLDER=/tmp/batch-speed SIZE=mid COUNTED=small REPS=7
#
# FANGPIN_BENCH is the folder of the workload: its `run SIZE PEER…` makes the data in FOLDER, and compares each output with a
# peer's. Sizes: small, mid, big or HOUSEHOLDSxCLAIMS; wall times are taken on SIZE, instructions are counted on COUNTED.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=Tests/Speed/turns.sh
source Tests/Speed/turns.sh

peers=(own) variants=
case ${1:-} in
--peers) peers=(floor own duckdb polars python) && shift ;;
--variants) peers=(own duckdb polars) variants=yes && shift ;;
esac
if [ $# -eq 2 ] && [ ${#peers[@]} -gt 1 ]; then
  echo "run.sh: --peers and --variants go with one program" >&2
  exit 2
fi
bench=${FANGPIN_BENCH:-../shared/bench}
if [ ! -x "$bench/run" ]; then
  echo "run.sh: there is no workload: '$bench/run' is missing; name the benchmark's folder in FANGPIN_BENCH" >&2
  exit 2
fi
bench=$(realpath "$bench") folder=${FOLDER:-/tmp/batch-speed} size=${SIZE:-mid} counted=${COUNTED:-small}
programs=()
for program in "${@:-.build/release/fangpin}"; do programs+=("$(realpath "$program")"); done
mkdir -p "$folder"
cd "$folder"
export BENCH_TMP=$folder

# workload SIZE REPS PROGRAM PEER…: data of that size, and the program's output held against a peer's
workload() {
  printf '#!/bin/sh\nexec "%s" adjudicate --quiet --claims "$1/claims.csv" --households "$1/households.csv" --out "$2"\n' "$3" >own
  chmod +x own
  rm -f results.tsv # the runs of another program are no runs of this one
  BENCH_OWN=$folder/own BENCH_REPS=$2 "$bench/run" "$1" "${@:4}" 2>log/run.txt >table.txt || {
    tail -n 5 log/run.txt >&2
    exit 2
  }
  # The last column of a table says whether the output was the peers' to the byte.
  if ! grep -q '| own |.*| same |' table.txt; then
    cat table.txt >&2
    echo "run.sh: $3 does not decide $1 as the others do" >&2
    exit 1
  fi
}

# dressed PROGRAM: each dress of the claims, its decisions held against the plain one's, then timed with all others in turns
dressed() {
  local program=$1 name turn peer options
  [ -e "variants-$size/ready" ] || {
    venv/bin/python "$bench/variants.py" "data-$size" "variants-$size" && touch "variants-$size/ready"
  }
  local names=(plain detail quoted gb18030 shuffled id20 id36 dress ndjson)
  dress() { # dress NAME: sets the words that adjudicate it
    options=()
    if [ "$1" = detail ]; then options=(--detail) && set -- plain; fi
    words=(adjudicate --quiet --claims "variants-$size/$1/claims.csv" --households "variants-$size/$1/households.csv"
      --out own.csv "${options[@]}")
  }
  for name in "${names[@]}"; do
    dress "$name"
    "$program" "${words[@]}"
    cut -d, -f1-4 own.csv | sort >"$name.sorted"
    fields=1-4
    if [ "$name" = shuffled ]; then fields=1; fi # in another order each claim is paid otherwise
    cmp -s <(cut -d, -f"$fields" plain.sorted) <(cut -d, -f"$fields" "$name.sorted") || {
      echo "run.sh: $name is not decided as plain is" >&2
      exit 1
    }
    rm -f "$name.times"
  done
  for turn in $(seq "${REPS:-7}"); do
    for name in "${names[@]}"; do
      dress "$name"
      rm -f own.csv
      seconds 0 "$program" "${words[@]}" >>"$name.times"
    done
  done
  peer=$(for name in duckdb polars; do
    awk -F'\t' -v size="$size" -v peer="$name" '$1 == size && $2 == peer { print $4 }' results.tsv | median
  done | sort -n | head -n 1)
  printf 'the faster peer, plain: %s s\n| dress | wall s | times as fast |\n|---|--:|--:|\n' "$peer"
  for name in "${names[@]}"; do
    printf '| %s | %.3f | %s |\n' "$name" "$(median <"$name.times")" "$(ratio "$peer" "$(median <"$name.times")")"
  done
  rm -f ./*.sorted
}

data=
adjudicate() { words=(adjudicate --quiet --claims "$data/claims.csv" --households "$data/households.csv" --out own.csv "${threads[@]}"); }
fresh_adjudicate() { rm -f own.csv; }

mkdir -p log
if [ ${#programs[@]} -eq 2 ]; then
  for program in "${programs[@]}"; do
    workload "$counted" 1 "$program" own
    if [ "${WALL:-yes}" = yes ]; then workload "$size" 1 "$program" own; fi
  done
  data=data-$counted
  count_tasks "${programs[@]}" adjudicate
  timed=
  if [ "${WALL:-yes}" = yes ]; then
    data=data-$size timed=.
    time_tasks "${programs[@]}" adjudicate
  fi
  verdict . "$timed" adjudicate
else
  workload "$counted" 1 "${programs[0]}" own
  data=data-$counted
  printf 'instructions on %s, one thread: %s\n' "$counted" "$(one instructions "${programs[0]}" adjudicate)"
  if [ "${WALL:-yes}" = yes ]; then
    workload "$size" "${REPS:-7}" "${programs[0]}" "${peers[@]}"
    cat table.txt
    if [ -n "$variants" ]; then dressed "${programs[0]}"; fi
  fi
fi
rm -f own.csv
