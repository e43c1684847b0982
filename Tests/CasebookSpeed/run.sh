#!/usr/bin/env bash
# How long a county's confirmed claims take into a casebook, side by side with what the sqlite3 shell needs to import the
# same journal rows, with the same key, journal mode and durability; and how quickly one case is looked at.
#
#   Tests/CasebookSpeed/run.sh [FANGPIN]         default: .build/release/fangpin
#   Tests/CasebookSpeed/run.sh BEFORE AFTER      two programs in turns, see Tests/Speed/turns.sh
#   CLAIMS=1000000 HOUSEHOLDS=100000 REPS=3 FOLDER=/tmp/casebook-speed COUNTED=20000
#
# Needs sqlite3 (Debian: sqlite3) and 6 GB of disk for a million claims. Runs alternate; medians are printed. Of two programs
# instructions are counted on COUNTED claims, and there are seven turns.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=Tests/Speed/turns.sh
source Tests/Speed/turns.sh
# shellcheck source=Tests/Speed/county.sh
source Tests/Speed/county.sh

fangpin=$(realpath "${1:-.build/release/fangpin}")
claims=${CLAIMS:-1000000} households=${HOUSEHOLDS:-100000} folder=${FOLDER:-/tmp/casebook-speed} counted=${COUNTED:-20000}

if [ $# -eq 2 ]; then
  adjudicate() { most=3 words=(casebook adjudicate county/claims-2018-01.csv "${threads[@]}"); }
  fresh_adjudicate() { rm -f full.casebook* && cp empty.casebook full.casebook && sync; }
  last_head() { runs=40 words=(casebook head); }
  show() { runs=40 words=(case show "$case"); }
  explain() { runs=40 words=(case explain "$case"); }

  ready() { # ready FOLDER CLAIMS HOUSEHOLDS: goes to a casebook made anew, for adjudicating writes it
    anew "$@"
    case=$(a_case)
  }
  two_programs "$fangpin" "$(realpath "$2")" adjudicate last_head show explain
  exit
fi

reps=${REPS:-3}
here "$folder"
rm -rf ./*.db*
county "$fangpin" "$claims" "$households"

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
  seconds 3 adjudicate >>own.times
  if [ "$turn" = 1 ]; then sqlite3 full.casebook -csv "SELECT * FROM journal WHERE kind = 'decide'" >rows.csv; fi
  rm -f import.db*
  sync
  seconds 0 import >>shell.times
done
own=$(median <own.times) shell=$(median <shell.times)
count=$(decisions)

each() { seconds 0 repeated 40 4 "$@" | awk '{ printf "%.5f\n", $1 / 40 }'; } # each COMMAND…: seconds of one of 40 runs
case=$(a_case)
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
