#!/usr/bin/env python3
"""Slips of the second form, which bring their schemes: the second reading of checker.py, written from Slips.md alone.

    checker2.py slip FILE… [--head CODE]   whether slips of either form prove what they say, a line for each

Without its schemes a slip of the second form is one of the first: checker.py judges the rest. Exit codes as there.
"""
import hashlib
import os
import sys
import tempfile

sys.dont_write_bytecode = True
import checker  # noqa: E402 (nothing is to be left beside the sources)
from sealed import FORMAT, STEPS, Entry, Unreadable, canonical, read_canonical  # noqa: E402

SECOND = "fangpin-slip-2"


def read(path):
    data = sys.stdin.buffer.read() if path == "-" else open(path, "rb").read()
    text = data.decode("utf-8-sig").rstrip("\r\n\t ")
    return read_canonical(text.split("\n")[-1].rstrip("\r"), "the slip")


def check_schemes(slip, schemes):
    """The texts are those whose digests the steps of the case name, each once, in the order of the steps."""
    if not isinstance(schemes, list) or not schemes or not all(isinstance(text, str) for text in schemes):
        raise Unreadable("schemes is a list of texts, one at least")
    named = []
    for part in slip["entries"]:
        entry = Entry(part["entry"])
        digest = part["entry"].split("\n")[8]
        if entry.says.get("case") == slip["case"] and entry.kind in STEPS and digest not in named:
            named.append(digest)
    brought = [hashlib.sha256(text.encode()).hexdigest() for text in schemes]
    return [] if brought == named else ["the schemes are not those that the steps name"]


def check(path, typed):
    slip = read(path)
    if not isinstance(slip, dict) or slip.get("format") != SECOND:
        return checker.check_slip(path, typed)
    first = {name: value for name, value in slip.items() if name != "schemes"} | {"format": FORMAT}
    with tempfile.TemporaryDirectory() as folder:
        rest = os.path.join(folder, "slip")
        with open(rest, "w", encoding="utf-8", newline="") as out:
            out.write(canonical(first))
        faults, answer = checker.check_slip(rest, typed)
    return faults + check_schemes(slip, slip.get("schemes")), answer


def main(words):
    typed = None
    if "--head" in words[:-1]:
        at = words.index("--head")
        typed = words[at + 1]
        del words[at:at + 2]
    if len(words) < 2 or words[0] != "slip":
        print(__doc__, file=sys.stderr)
        return 2
    worst = 0
    for path in words[1:]:
        try:
            faults, answer = check(path, typed)
        except checker.TROUBLE as error:
            print(f"unreadable  {path}  {error}")
            worst = worst or 1
            continue
        print(f"fails  {path}  {'; '.join(faults)}" if faults else f"holds  {path}  {answer}")
        worst = 4 if faults else worst
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
