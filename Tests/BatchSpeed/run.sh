#!/usr/bin/env bash
# How long a batch of claims takes from two CSV files to one, on the workload of a benchmark that other programs do too.
#
#   Tests/BatchSpeed/run.sh [--peers] [FANGPIN]     default: .build/release/fangpin; --peers: the other programs beside it
#   Tests/BatchSpeed/run.sh BEFORE AFTER            two programs in turns, see Tests/Speed/turns.sh
#   FANGPIN_BENCH=../shared/bench FOLDER=/tmp/batch-speed SIZE=mid COUNTED=small REPS=7
#
# FANGPIN_BENCH is the folder of the workload: its `run SIZE PEER…` makes the data in FOLDER, and compares each output with a
# peer's. Sizes: small, mid, big or HOUSEHOLDSxCLAIMS; wall times are taken on SIZE, instructions are counted on COUNTED.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=Tests/Speed/turns.sh
source Tests/Speed/turns.sh

peers=(own)
if [ "${1:-}" = --peers ]; then
  peers=(floor own duckdb polars python)
  shift
fi
if [ $# -eq 2 ] && [ ${#peers[@]} -gt 1 ]; then
  echo "run.sh: --peers goes with one program" >&2
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
  fi
fi
rm -f own.csv
