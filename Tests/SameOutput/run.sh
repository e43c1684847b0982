#!/usr/bin/env bash
# Shows that two builds of fangpin give the same outputs, over Samples and over random walks of a casebook.
#
#   Tests/SameOutput/run.sh BEFORE AFTER [FOLDER]     two programs; FOLDER keeps what differs (default: a new one in /tmp)
#   SEED=2019 STEPS=320 PARTS="samples story walks"   of the random walks; what is done, all as a rule
#
# Prints what differs (the output, its first differing lines) and exits with 1, or says how much was compared and exits
# with 0. What may differ stands in expected-differences.tsv, and what depends on the clock and on chance in the table of
# comparison.py; an expectation that nothing needed is an error too. Exit code 2: the comparison itself could not be made.
# Needs python3.
set -euo pipefail

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0" >&2
  exit 2
fi
for program in "$1" "$2"; do
  if [ ! -f "$program" ] || [ ! -x "$program" ]; then
    echo "run.sh: '$program' is not a program that can be run" >&2
    exit 2
  fi
done
command -v python3 >/dev/null || {
  echo "run.sh: python3 is needed (Debian: python3)" >&2
  exit 2
}
before=$(realpath "$1") after=$(realpath "$2")
folder=${3:-$(mktemp -d "${TMPDIR:-/tmp}/same-output.XXXXXX")}
mkdir -p "$folder"
folder=$(realpath "$folder")
if [ -n "$(ls -A "$folder")" ]; then
  echo "run.sh: '$folder' is not empty" >&2
  exit 2
fi

code=0
python3 -B "$(dirname "$0")/same_output.py" "$before" "$after" "$folder" || code=$?
if [ $code -eq 0 ] && [ $# -eq 2 ]; then rm -rf "$folder"; fi
exit $code
