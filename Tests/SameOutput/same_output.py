#!/usr/bin/env python3
"""Holds the outputs of two programs against each other: same_output.py BEFORE AFTER FOLDER, as run.sh calls it."""
import filecmp
import os
import sys
import time
import traceback
from pathlib import Path

import casebook_runs
import sample_runs
import walk
from comparison import Comparison, Expected
from programs import Programs

PARTS = ("samples", "story", "walks")
TOLD = 40  # differences that are told whole; the others lie in the folder


def main(before, after, folder):
    began, folder = time.monotonic(), Path(folder)
    expected = Expected.read(Path(__file__).with_name("expected-differences.tsv"))
    comparison = Comparison(expected, folder)
    programs = Programs(before, after, folder, comparison)
    parts = os.environ.get("PARTS", " ".join(PARTS)).split()
    if unknown := set(parts) - set(PARTS):
        raise SystemExit(f"same_output.py: there is no part {', '.join(unknown)}; parts: {' '.join(PARTS)}")
    if "samples" in parts:
        sample_runs.all_of(programs)
    if "story" in parts:
        casebook_runs.all_of(programs)
    missing = []
    if "walks" in parts:
        missing = walk.all_of(programs, int(os.environ.get("SEED", "2019")), int(os.environ.get("STEPS", "320")))

    for name, lines in comparison.differences[:TOLD]:
        print(f"differs: {name}")
        print("\n".join(lines))
    if len(comparison.differences) > TOLD:
        print(f"… and {len(comparison.differences) - TOLD} outputs more")
    # A program held against itself differs in nothing, and a part of all cannot show that an expectation is outdated.
    is_all = set(parts) == set(PARTS) and not filecmp.cmp(before, after, shallow=False)
    unused = [one for one in expected if is_all and not one.is_used]
    for one in unused:
        print(f"expected-differences.tsv, line {one.number}: nothing differs there any more: {one.reason}")
    codes = ", ".join(f"{count} times {code}" for code, count in sorted(programs.codes.items()))
    counted = (f"{comparison.outputs:,} outputs of {programs.codes.total():,} commands (exit codes: {codes}) "
               f"in {time.monotonic() - began:.0f} s")
    if comparison.differences or unused:
        print(f"different: {len(comparison.differences)} of {counted}; each whole in {folder}/differences")
        return 1
    if missing:
        print(f"too little was shown: the walks never came to {', '.join(missing)}; take another SEED or more STEPS")
        return 2
    print(f"same: {counted}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Exception:  # the exit code of a difference would say that something was compared
        traceback.print_exc()
        sys.exit(2)
