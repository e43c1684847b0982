#!/usr/bin/env bash
# How long the audit of a county's casebook takes, side by side with what the sqlite3 shell needs to read every journal row
# and openssl to hash the same bytes; and a report on it beside two such readings.
#
#   Tests/AuditSpeed/run.sh [FANGPIN]        default: .build/release/fangpin
#   Tests/AuditSpeed/run.sh BEFORE AFTER     two programs in turns, see Tests/Speed/turns.sh
#   CLAIMS=1000000 HOUSEHOLDS=100000 REPS=3 FOLDER=/tmp/audit-speed COUNTED=20000
#
# A FOLDER that Tests/CasebookSpeed/run.sh or this script made with as many claims is used again: its full.casebook is only
# read. Needs sqlite3 and openssl (Debian: sqlite3 openssl) and 4 GB of disk for a million claims. Runs alternate; medians
# are printed. Of two programs instructions are counted on COUNTED claims, and there are seven turns.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=Tests/Speed/turns.sh
source Tests/Speed/turns.sh
# shellcheck source=Tests/Speed/county.sh
source Tests/Speed/county.sh

fangpin=$(realpath "${1:-.build/release/fangpin}")
claims=${CLAIMS:-1000000} households=${HOUSEHOLDS:-100000} folder=${FOLDER:-/tmp/audit-speed} counted=${COUNTED:-20000}

ready() { # ready FOLDER CLAIMS HOUSEHOLDS: goes where there is a casebook of that size
  again "$@"
  # The decisions were recorded without --on, all on one day: the report of that day's month counts them all.
  period=$(sqlite3 full.casebook "SELECT substr(max(happened_on), 1, 7) FROM journal WHERE kind = 'decide'")
  case=$(a_case)
}

if [ $# -eq 2 ]; then
  verify() { words=(audit verify "${threads[@]}"); }
  report() { words=(report --period "$period" --out report.html); }
  prove() { words=(audit prove "$case" --out case.slip); }
  anomalies() { most=4 words=(audit anomalies); }
  replay() { most=4 words=(audit replay --rules wei-county-2017-by-band); }
  two_programs "$fangpin" "$(realpath "$2")" verify report prove anomalies replay
  exit
fi

reps=${REPS:-3}
ready "$folder" "$claims" "$households"
sqlite3 full.casebook "SELECT * FROM journal" >journal.txt
counted=$("$fangpin" report --period "$period" --format csv 2>/dev/null | awk -F, '$1 == "decisions" && $2 == "decided" { print $5 }')
if [ "$counted" != "$(decisions)" ]; then
  echo "run.sh: the report of $period counts ${counted:-no} decisions of $(decisions): its time would not be comparable" >&2
  exit 1
fi

for what in read digest verify report prove anomalies replay; do : >$what.times; done
for _ in $(seq "$reps"); do
  seconds 0 sqlite3 full.casebook "SELECT * FROM journal" >>read.times
  seconds 0 openssl dgst -sha256 journal.txt >>digest.times
  seconds 0 "$fangpin" audit verify >>verify.times
  seconds 0 "$fangpin" report --period "$period" --out report.html >>report.times
  seconds 0 "$fangpin" audit prove "$case" --out case.slip >>prove.times
  seconds 4 "$fangpin" audit anomalies >>anomalies.times
  seconds 4 "$fangpin" audit replay --rules wei-county-2017-by-band >>replay.times
done
for what in read digest verify report prove anomalies replay; do declare "$what=$(median <$what.times)"; done

printf '%s decisions, %s bytes of casebook, %s bytes of journal rows, medians of %s runs in turns\n' \
  "$(decisions)" "$(stat -c %s full.casebook)" "$(stat -c %s journal.txt)" "$reps"
# shellcheck disable=SC2154
{
  printf '  sqlite3 FILE "SELECT * FROM journal"  %8.2f s\n' "$read"
  printf '  openssl dgst -sha256, the same bytes  %8.2f s\n' "$digest"
  printf '  audit verify                          %8.2f s  %s times both together\n' "$verify" \
    "$(ratio "$verify" "$(awk -v a="$read" -v b="$digest" 'BEGIN { print a + b }')")"
  printf '  report --period %-7s               %8.2f s  %s times two readings\n' "$period" "$report" \
    "$(ratio "$report" "$(awk -v a="$read" 'BEGIN { print 2 * a }')")"
  printf '  audit prove                           %8.2f s\n' "$prove"
  printf '  audit anomalies                       %8.2f s\n' "$anomalies"
  printf '  audit replay, by band                 %8.2f s\n' "$replay"
}
