#!/usr/bin/env bash
# How long a county's confirmed claims take into a casebook, side by side with what the sqlite3 shell needs to import the
# same journal rows, with the same key, journal mode and durability; and how quickly one case is looked at.
#
#   Tests/CasebookSpeed/run.sh [FANGPIN]     default: .build/release/fangpin
#   CLAIMS=1000000 HOUSEHOLDS=100000 REPS=3 FOLDER=/tmp/casebook-speed
#
# Needs sqlite3 (Debian: sqlite3) and 6 GB of disk for a million claims. Runs alternate; medians are printed.
set -euo pipefail
cd "$(dirname "$0")/../.."

fangpin=$(realpath "${1:-.build/release/fangpin}")
claims=${CLAIMS:-1000000} households=${HOUSEHOLDS:-100000} reps=${REPS:-3} folder=${FOLDER:-/tmp/casebook-speed}
mkdir -p "$folder"
cd "$folder"
rm -rf keys ./*.casebook* ./*.db* county
export FANGPIN_CASEBOOK=$folder/empty.casebook FANGPIN_KEY=$folder/keys/first.pem

"$fangpin" synthesize --households "$households" --claims "$claims" --seed 7 --months 1 county 2>/dev/null
"$fangpin" casebook keys first --dir keys 2>/dev/null
"$fangpin" casebook create empty.casebook --fund 4000000 --rural-population 608140 --actor first --office county 2>/dev/null
"$fangpin" casebook import households county/households.csv 2>/dev/null || test $? -eq 3

seconds() { # seconds COMMAND…: wall time of a command, its output dropped
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || test $? -eq 3
  end=$(date +%s%N)
  echo "$start $end" | awk '{ printf "%.3f\n", ($2 - $1) / 1e9 }'
}
median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

adjudicate() { "$fangpin" casebook adjudicate county/claims-2018-01.csv --casebook full.casebook; }
import() {
  sqlite3 import.db >/dev/null <<'SQL'
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE journal(
  number INTEGER PRIMARY KEY, recorded_at TEXT NOT NULL, happened_on TEXT NOT NULL, actor TEXT NOT NULL,
  role TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, engine TEXT NOT NULL, scheme TEXT NOT NULL) STRICT;
.mode csv
.import rows.csv journal
SQL
}

: >own.times
: >shell.times
for turn in $(seq "$reps"); do
  rm -f full.casebook*
  cp empty.casebook full.casebook
  sync
  seconds adjudicate >>own.times
  if [ "$turn" = 1 ]; then sqlite3 full.casebook -csv "SELECT * FROM journal WHERE kind = 'decide'" >rows.csv; fi
  rm -f import.db*
  sync
  seconds import >>shell.times
done
own=$(median <own.times) shell=$(median <shell.times)
count=$(sqlite3 full.casebook "SELECT count(*) FROM journal WHERE kind = 'decide'")

each() { # each COMMAND…: seconds of one of 40 runs
  local start end
  start=$(date +%s%N)
  for _ in $(seq 40); do "$@" >/dev/null 2>&1 || true; done
  end=$(date +%s%N)
  echo "$start $end" | awk '{ printf "%.5f\n", ($2 - $1) / 40e9 }'
}
export FANGPIN_CASEBOOK=$folder/full.casebook
case=$(sqlite3 full.casebook "SELECT number FROM casefile WHERE state = 'approved' LIMIT 1 OFFSET $((count / 5))")
: >select.times
: >show.times
: >explain.times
: >open.times
for _ in 1 2 3 4 5; do
  each sqlite3 full.casebook "select 1" >>select.times
  each "$fangpin" case show "$case" >>show.times
  each "$fangpin" case explain "$case" >>explain.times
  each "$fangpin" casebook head >>open.times
done
select=$(median <select.times)
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

printf '%s claims decided and recorded, %s bytes of casebook, medians of %s runs in turns\n' "$count" "$(stat -c %s full.casebook)" "$reps"
printf '  casebook adjudicate      %8.2f s  %s claims a second\n' "$own" "$(awk -v n="$count" -v s="$own" 'BEGIN { printf "%d", n / s }')"
printf '  sqlite3 .import          %8.2f s  the same journal rows\n' "$shell"
printf '  ratio                    %8s\n' "$(ratio "$own" "$shell")"
printf 'one case of it, medians of 5 × 40 runs in turns\n'
printf '  sqlite3 FILE "select 1"  %8.1f ms\n' "$(awk -v s="$select" 'BEGIN { print s * 1000 }')"
for what in open show explain; do
  time=$(median <$what.times)
  printf '  %-24s %8.1f ms  %s times\n' "$what" "$(awk -v s="$time" 'BEGIN { print s * 1000 }')" "$(ratio "$time" "$select")"
done
