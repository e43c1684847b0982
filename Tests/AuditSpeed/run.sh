#!/usr/bin/env bash
# How long the audit of a county's casebook takes, side by side with what the sqlite3 shell needs to read every journal row
# and openssl to hash the same bytes; and a report on it beside two such readings.
#
#   Tests/AuditSpeed/run.sh [FANGPIN]     default: .build/release/fangpin
#   CLAIMS=1000000 HOUSEHOLDS=100000 REPS=3 FOLDER=/tmp/audit-speed
#
# A FOLDER that Tests/CasebookSpeed/run.sh or this script made with as many claims is used again: its full.casebook is only
# read. Needs sqlite3 and openssl (Debian: sqlite3 openssl) and 4 GB of disk for a million claims. Runs alternate; medians
# are printed.
set -euo pipefail
cd "$(dirname "$0")/../.."

fangpin=$(realpath "${1:-.build/release/fangpin}")
claims=${CLAIMS:-1000000} households=${HOUSEHOLDS:-100000} reps=${REPS:-3} folder=${FOLDER:-/tmp/audit-speed}
mkdir -p "$folder"
cd "$folder"
export FANGPIN_CASEBOOK=$folder/full.casebook FANGPIN_KEY=$folder/keys/first.pem

decisions() { sqlite3 full.casebook "SELECT count(*) FROM journal WHERE kind = 'decide'" 2>/dev/null || echo 0; }
# Some claims are rejected, so a casebook made with as many holds a few less.
if [ ! -f full.casebook ] || [ "$(decisions)" -lt $((claims * 9 / 10)) ] || [ "$(decisions)" -gt "$claims" ]; then
  rm -rf keys full.casebook* county
  "$fangpin" synthesize --households "$households" --claims "$claims" --seed 7 --months 1 county 2>/dev/null
  "$fangpin" casebook keys first --dir keys >/dev/null 2>&1
  "$fangpin" casebook create full.casebook --fund 4000000 --rural-population 608140 --actor first --office county 2>/dev/null
  "$fangpin" casebook import households county/households.csv 2>/dev/null || test $? -eq 3
  "$fangpin" casebook adjudicate county/claims-2018-01.csv >/dev/null 2>&1 || test $? -eq 3
fi

# The decisions were recorded without --on, all on one day: the report of that day's month counts them all.
period=$(sqlite3 full.casebook "SELECT substr(max(happened_on), 1, 7) FROM journal WHERE kind = 'decide'")
case=$(sqlite3 full.casebook "SELECT number FROM casefile WHERE state = 'approved' LIMIT 1 OFFSET $(($(decisions) / 5))")
sqlite3 full.casebook "SELECT * FROM journal" >journal.txt
counted=$("$fangpin" report --period "$period" --format csv 2>/dev/null | awk -F, '$1 == "decisions" && $2 == "decided" { print $5 }')
if [ "$counted" != "$(decisions)" ]; then
  echo "run.sh: the report of $period counts ${counted:-no} decisions of $(decisions): its time would not be comparable" >&2
  exit 1
fi

seconds() { # seconds MOST COMMAND…: wall time of a command, its output dropped; its exit code is 0 or MOST
  local start end most=$1
  shift
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || test $? -eq "$most"
  end=$(date +%s%N)
  echo "$start $end" | awk '{ printf "%.3f\n", ($2 - $1) / 1e9 }'
}
median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

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
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

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
