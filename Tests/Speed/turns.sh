# shellcheck shell=bash
# What the scripts that measure speed share; they source it. Two programs in turns:
#
#   Tests/BatchSpeed/run.sh BEFORE AFTER     and so Tests/CasebookSpeed/run.sh and Tests/AuditSpeed/run.sh
#   REPS=7 WALL=yes                          WALL=no counts instructions only, where other work loads the machine
#
# AFTER may take 5 % more instructions than BEFORE, counted once on few claims, and 10 % more wall time, medians of seven runs
# in turns. Instructions come from perf where the machine counts them, else from valgrind (Debian: valgrind), of one thread
# where a command lets itself be told how many. The last line says how it came out; exit code 1: something is slower.
#
# A task is a function that sets `words`, the arguments of the program, and where it needs to `most`, the exit code beside 0
# that is no failure, and `runs`, how often it is run for one time. `fresh_TASK`, where there is one, prepares each run.

# seconds MOST COMMAND…: wall time of a command, its output dropped; its exit code is 0 or MOST
seconds() {
  local start end most=$1
  shift
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || test $? -eq "$most"
  end=$(date +%s%N)
  awk -v a="$start" -v b="$end" 'BEGIN { printf "%.5f\n", (b - a) / 1e9 }'
}

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# Whether the machine counts instructions; a virtual one often does not.
counts() { perf stat -x, -e instructions:u true 2>&1 | grep -q '^[0-9]'; }

# instructions MOST COMMAND…: what a command executes outside the kernel, in all its threads and children
instructions() {
  local most=$1 log
  log=$(mktemp)
  shift
  if counts; then
    perf stat -x, -e instructions:u -o "$log" -- "$@" >/dev/null 2>&1 || test $? -eq "$most"
    awk -F, '/instructions/ { print $1 }' "$log"
  else
    valgrind --tool=callgrind --trace-children=yes --callgrind-out-file=/dev/null --log-file="$log.%p" "$@" >/dev/null 2>&1 ||
      test $? -eq "$most"
    awk '/Collected/ { sum += $NF } END { printf "%.0f\n", sum }' "$log".*
  fi
  rm -f "$log" "$log".*
}

# one HOW PROGRAM TASK: one measurement of a task, HOW being seconds or instructions
one() {
  local how=$1 program=$2 task=$3 words=() most=0 runs=1 threads=()
  if [ "$how" = instructions ]; then threads=(--threads 1); fi
  "$task"
  if declare -F "fresh_$task" >/dev/null; then "fresh_$task" >/dev/null; fi
  if [ "$how" = seconds ] && [ "$runs" -gt 1 ]; then
    seconds 0 repeated "$runs" "$most" "$program" "${words[@]}" | awk -v n="$runs" '{ printf "%.5f\n", $1 / n }'
  else
    "$how" "$most" "$program" "${words[@]}"
  fi
}

repeated() { # repeated RUNS MOST COMMAND…
  local run most=$2
  for run in $(seq "$1"); do "${@:3}" || test $? -eq "$most"; done
}

# count_tasks BEFORE AFTER TASK…: instructions of each, into TASK.before.instructions and TASK.after.instructions
count_tasks() {
  local task
  counts || command -v valgrind >/dev/null || {
    echo "run.sh: the machine counts no instructions, and valgrind is not there (Debian: valgrind)" >&2
    exit 2
  }
  for task in "${@:3}"; do
    one instructions "$1" "$task" >"$task.before.instructions"
    one instructions "$2" "$task" >"$task.after.instructions"
  done
}

# time_tasks BEFORE AFTER TASK…: wall times of each in turns, the first of a turn changing, into TASK.before.times and so on
time_tasks() {
  local task turn
  for task in "${@:3}"; do : >"$task.before.times" && : >"$task.after.times"; done
  for turn in $(seq "${REPS:-7}"); do
    for task in "${@:3}"; do
      if [ $((turn % 2)) -eq 1 ]; then one seconds "$1" "$task" >>"$task.before.times"; fi
      one seconds "$2" "$task" >>"$task.after.times"
      if [ $((turn % 2)) -eq 0 ]; then one seconds "$1" "$task" >>"$task.before.times"; fi
    done
  done
}

# verdict COUNTED TIMED TASK…: the table and the last line, from what was measured in the folders COUNTED and TIMED
verdict() {
  local task before after times slower=()
  printf '%-22s %15s %15s %6s' '' 'instructions' 'after' 'ratio'
  [ -z "$2" ] || printf ' %10s %10s %6s' 'wall, s' 'after' 'ratio'
  printf '\n'
  for task in "${@:3}"; do
    before=$(<"$1/$task.before.instructions") after=$(<"$1/$task.after.instructions")
    printf '%-22s %15s %15s %6s' "${task//_/ }" "$before" "$after" "$(ratio "$after" "$before")"
    within "$after" "$before" 1.05 || slower+=("${task//_/ } by instructions")
    if [ -n "$2" ]; then
      before=$(median <"$2/$task.before.times") after=$(median <"$2/$task.after.times")
      printf ' %10s %10s %6s' "$before" "$after" "$(ratio "$after" "$before")"
      within "$after" "$before" 1.10 || slower+=("${task//_/ } by wall")
    fi
    printf '\n'
  done
  times=", 10 % by wall, medians of ${REPS:-7} in turns"
  [ -n "$2" ] || times="; wall times were not taken"
  if [ ${#slower[@]} -eq 0 ]; then
    echo "as fast: within 5 % by instructions$times"
  else
    printf -v before ', %s' "${slower[@]}"
    echo "slower: ${before:2} (allowed: 5 % by instructions$times)"
    return 1
  fi
}

within() { awk -v a="$1" -v b="$2" -v most="$3" 'BEGIN { exit !(b > 0 && a <= b * most) }'; }
