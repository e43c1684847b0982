#!/usr/bin/env bash
# What a new step of a case costs: a scratch step is added to a copy of this tree, file by file, and built after each. Until
# all five files are there, the compiler must name the one that is missing; then it must build.
#
#   Tests/NewStep/run.sh            FOLDER=/tmp/new-step, where the copy and its build stay for the next run
#
# Takes five to ten minutes. Nothing in this tree is touched.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD folder=${FOLDER:-/tmp/new-step}
kinds=Sources/Journal/Entries/EntryKind.swift
lists=Sources/Journal/Kinds/StepKind.swift
effects=Sources/Casebook/Recording/Effect.swift
statement=Sources/Journal/Statements/RemindStatement.swift
step=Sources/Casebook/Steps/Remind.swift

mkdir -p "$folder"
rm -rf "$folder"/{Sources,Tests,Rules,Samples,Package.swift}
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --preserve=timestamps -t "$folder"
cd "$folder"

builds() { swift build --product fangpin >build.log 2>&1; }
change() { # change FILE SED: must change something
  sed -i "$2" "$1"
  ! cmp -s "$1" "$here/$1" || { echo "run.sh: $1 has no place for a new step any more" >&2; exit 1; }
}
missed() { # missed WHAT FILE: without WHAT the build fails, and the compiler names FILE
  if builds; then echo "run.sh: builds without $1" >&2; exit 1; fi
  grep -q "$(basename "$2"):[0-9]*:[0-9]*: error" build.log || {
    echo "run.sh: without $1 the compiler does not name $2:" >&2
    grep error: build.log >&2
    exit 1
  }
  echo "without $1: the compiler names $2"
}

builds || { echo "run.sh: the tree does not build as it is" >&2; tail build.log >&2; exit 1; }
change $kinds 's/^  case account/&, remind/'
missed "its place in the lists of statements" $lists
change $lists 's/^\( *\)case .account: AccountStatement.self$/&\n\1case .remind: RemindStatement.self/; s/\.takeUp, \.account/&, .remind/'
missed "its statement" $lists
cp "$here/Tests/NewStep/RemindStatement.swift.txt" $statement
missed "its place among the effects" $effects
change $effects 's/^\( *\)case .account: AccountStatement.self$/&\n\1case .remind: RemindStatement.self/'
missed "its own file" $effects
cp "$here/Tests/NewStep/Remind.swift.txt" $step
builds || { echo "run.sh: does not build with all five:" >&2; grep error: build.log >&2; exit 1; }
changed=$({ diff -rq "$here/Sources" Sources || true; } | wc -l)
echo "a new step is $changed files"
[ "$changed" -le 5 ]
