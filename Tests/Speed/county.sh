# shellcheck shell=bash
# The county of the speed of casebook and audit; the scripts source it after turns.sh.

# county PROGRAM CLAIMS HOUSEHOLDS: in the folder one is in, a county made up, keys, and empty.casebook with its register
county() {
  rm -rf keys county ./*.casebook*
  "$1" synthesize --households "$3" --claims "$2" --seed 7 --months 1 county 2>/dev/null
  "$1" casebook keys first --dir keys >/dev/null 2>&1
  "$1" casebook create empty.casebook --fund 4000000 --rural-population 608140 --key keys/first.pem --actor first \
    --office county 2>/dev/null
  # The claims are of years before today's, and so is the income that they ask for.
  sed -i '1s/$/,income_year/; 2,$s/$/,2016/' county/households.csv
  "$1" casebook import households county/households.csv --casebook empty.casebook --key keys/first.pem 2>/dev/null ||
    test $? -eq 3
}

# fill PROGRAM: full.casebook, with all claims of the county decided
fill() {
  rm -f full.casebook*
  cp empty.casebook full.casebook
  "$1" casebook adjudicate county/claims-2018-01.csv --casebook full.casebook --key keys/first.pem >/dev/null 2>&1 ||
    test $? -eq 3
}

# here FOLDER: goes there, where the program finds the casebook and the key by itself
here() {
  mkdir -p "$1"
  cd "$1"
  export FANGPIN_CASEBOOK=$1/full.casebook FANGPIN_KEY=$1/keys/first.pem
}

# anew FOLDER CLAIMS HOUSEHOLDS: goes there, and makes with $fangpin a county of that size and its full.casebook
anew() {
  here "$1"
  county "$fangpin" "$2" "$3"
  fill "$fangpin"
}

# again FOLDER CLAIMS HOUSEHOLDS: goes where there is a full.casebook of that size, or makes it anew
again() {
  here "$1"
  # Some claims are rejected, so a casebook made with as many holds a few less.
  if [ ! -f full.casebook ] || [ "$(decisions)" -lt $(($2 * 9 / 10)) ] || [ "$(decisions)" -gt "$2" ]; then anew "$@"; fi
}

decisions() { sqlite3 full.casebook "SELECT count(*) FROM journal WHERE kind = 'decide'" 2>/dev/null || echo 0; }

# a_case: the number of an approved case, a fifth of the way through
a_case() {
  sqlite3 full.casebook "SELECT number FROM casefile WHERE state = 'approved' LIMIT 1 OFFSET $(($(decisions) / 5))"
}

# two_programs BEFORE AFTER TASK…: counts the tasks on $counted claims, times them on $claims, and prints the verdict. `ready`,
# the script's own, goes to a folder with a casebook of so many claims and households.
two_programs() {
  local timed=
  ready "$folder/counted" "$counted" $((counted / 10))
  count_tasks "$@"
  if [ "${WALL:-yes}" = yes ]; then
    ready "$folder" "$claims" "$households"
    time_tasks "$@"
    timed=$folder
  fi
  verdict "$folder/counted" "$timed" "${@:3}"
}
