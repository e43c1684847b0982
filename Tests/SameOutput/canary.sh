#!/usr/bin/env bash
# Shows that run.sh finds what is wrong: programs are held against copies of themselves that each do one thing otherwise.
#
#   Tests/SameOutput/canary.sh [FANGPIN]     default: .build/release/fangpin
#
# Exit code 0 where every one of them was found, and the program itself is the same as itself.
set -euo pipefail
cd "$(dirname "$0")/../.."

export FANGPIN
FANGPIN=$(realpath "${1:-.build/release/fangpin}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

compare() { # compare WHAT CODE PARTS PROGRAM: run.sh must exit with CODE
  local code=0
  PARTS=$3 Tests/SameOutput/run.sh "$FANGPIN" "$4" "$scratch/compared" >"$scratch/told" 2>&1 || code=$?
  rm -rf "$scratch/compared"
  if [ $code -eq "$2" ]; then
    printf 'as it should be (exit code %s): %s; %s\n' "$code" "$1" "$(tail -n 1 "$scratch/told" | sed 's/ (exit codes.*//')"
  else
    printf 'WRONG (exit code %s, not %s): %s\n' "$code" "$2" "$1"
    head -n 20 "$scratch/told"
    failed=1
  fi
}

canary() { # canary WHAT PARTS BODY: a program whose BODY does one thing otherwise must be found
  printf '#!/usr/bin/env bash\n%s\nexec "$FANGPIN" "$@"\n' "FANGPIN=$FANGPIN
$3" >"$scratch/canary"
  chmod +x "$scratch/canary"
  compare "$1" 1 "$2" "$scratch/canary"
}

compare "the program itself" 0 "samples story" "$FANGPIN"
canary "a payout is a fen more in one reason, in a table on standard output" samples \
  'case " $* " in *" --out "*) ;; *" --threads 5 "*) "$FANGPIN" "$@" | sed "s/covered-to-cap,30000.00/covered-to-cap,30000.01/"; exit "${PIPESTATUS[0]}";; esac'
canary "one Chinese message lacks its full stop" samples \
  'case " $* " in *"rules check"*" zh "*) "$FANGPIN" "$@" 2>&1 | sed "s/。\$//"; exit "${PIPESTATUS[0]}";; esac'
canary "rejected rows no longer show in the exit code" samples \
  'case "$1" in adjudicate) code=0; "$FANGPIN" "$@" || code=$?; exit $((code == 3 ? 0 : code));; esac'
canary "anybody may read the file for the bank" story \
  'case "$1 $2" in "case settle") umask 022; code=0; "$FANGPIN" "$@" || code=$?; chmod 644 payouts.csv; exit $code;; esac'
canary "a note is not recorded" story \
  'case "$1 $2" in "case resolve") exec "$FANGPIN" "$1" "$2" "$3" --dismissed "${@:7}";; esac'
canary "a head in print is not the casebook's" story \
  'case "$1 $2" in "casebook head") "$FANGPIN" "$@" | sed "s/-[0-9a-f]\{4\}\$/-0000/"; exit "${PIPESTATUS[0]}";; esac'
exit $failed
