#!/usr/bin/env python3
"""A second reading of casebooks and slips, written from TheCasebook.md and Slips.md alone.

    checker.py head CASEBOOK              every leaf, root and signature again; prints the last head
    checker.py slip FILE… [--head CODE]   whether slips prove what they say, a line for each

Exit code 0: it holds; 4: something does not, each fault is told; 1: it cannot be read. Needs Python 3 and openssl.
"""
import re
import sqlite3
import sys

sys.dont_write_bytecode = True
from sealed import (  # noqa: E402 (nothing is to be left beside the sources)
    DECISIONS, FACTS, FORMAT, HEX, MARK, OPENINGS, STEPS, Entry, Unreadable, code, fingerprint, hasher, head_message,
    is_signed, leads_to, leaf, read_canonical, root)

TROUBLE = (Unreadable, OSError, ValueError, TypeError, KeyError, sqlite3.Error)


# A casebook

def check_casebook(path):
    faults = []
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = book.execute(
        "SELECT number, recorded_at, happened_on, actor, role, kind, engine, scheme, payload FROM journal ORDER BY number")
    leaves, keys, revoked, digest, last = [], {}, {}, None, ""
    for row in rows:
        entry = Entry("\n".join([MARK] + [str(field) for field in row]))
        if digest is None:
            if entry.kind != "create":
                raise Unreadable("the journal does not begin with create")
            name, algorithm = entry.says["book"], entry.says["algorithm"]
            digest = hasher(algorithm)
        leaves.append(leaf(digest, entry.bytes))
        if entry.number != len(leaves):
            faults.append(f"entry {len(leaves)} is not there")
        if entry.recorded_at < last or entry.is_late:
            faults.append(f"entry {entry.number} is out of time")
        last = entry.recorded_at
        if entry.kind in ("create", "enrol"):
            pem = entry.says["public_key"]
            keys[fingerprint(pem)] = (entry.says["name"], pem, entry.number)
        if entry.kind == "revoke":
            revoked[entry.says["name"]] = entry.number
    if digest is None:
        raise Unreadable("the journal is empty")
    before, shown = 0, None
    for size, at, recorded_at, actor, key, signature in book.execute(
            "SELECT size, root, recorded_at, actor, key, signature FROM head ORDER BY size"):
        head = {"size": size, "root": at, "recorded_at": recorded_at, "actor": actor}
        if root(digest, leaves[:size]).hex() != at or size > len(leaves):
            faults.append(f"the head of {size} entries has another root")
        owner, pem, enrolled = keys.get(key, (None, None, 0))
        if owner != actor or enrolled > size or revoked.get(actor, size + 1) <= before:
            faults.append(f"the head of {size} entries is signed by a key that is not {actor}'s")
        elif not is_signed(pem, head_message(name, algorithm, head), signature):
            faults.append(f"the signature of the head of {size} entries does not hold")
        before, shown = size, code(size, at)
    if before != len(leaves):
        faults.append(f"the last head covers {before} of {len(leaves)} entries")
    return faults, shown


# A slip

def read_slip(path):
    data = sys.stdin.buffer.read() if path == "-" else open(path, "rb").read()
    try:
        text = data.decode("utf-8-sig").rstrip("\r\n\t ")
    except UnicodeDecodeError as error:
        raise Unreadable(str(error))
    slip = read_canonical(text.split("\n")[-1].rstrip("\r"), "the slip")
    expect(slip, "", {"algorithm": str, "case": int, "casebook": str, "entries": list, "format": str, "head": dict})
    if slip["format"] != FORMAT:
        raise Unreadable("the form of the slip is not known")
    expect(slip["head"], "head", {
        "actor": str, "key": str, "public_key": str, "recorded_at": str, "root": str, "signature": str, "size": int})
    for part in slip["entries"]:
        expect(part, "entries", {"entry": str, "path": list})
        if not all(isinstance(step, str) and HEX.match(step) for step in part["path"]):
            raise Unreadable("a path is a list of digests")
    return slip


def expect(value, what, shape):
    if not isinstance(value, dict) or set(value) != set(shape):
        raise Unreadable(f"{what or 'the slip'} has not the members it should have")
    for name, kind in shape.items():
        if type(value[name]) is not kind:
            raise Unreadable(f"{what}.{name} is of the wrong kind")


def check_slip(path, typed):
    slip = read_slip(path)
    head, digest, faults = slip["head"], hasher(slip["algorithm"]), []
    entries = [Entry(part["entry"]) for part in slip["entries"]]
    if typed is not None:
        parts = re.fullmatch(r"\s*([0-9]+)[\s-]+([0-9A-Fa-f\s-]+)", typed)
        if not parts:
            raise Unreadable("the head that was given is none")
        size, digits = parts.groups()
        digits = re.sub(r"[\s-]", "", digits).lower()
        if len(digits) < 32 or int(size) != head["size"] or not head["root"].startswith(digits):
            faults.append("the slip proves against another head")
    if fingerprint(head["public_key"]) != head["key"]:
        faults.append("the fingerprint is another key's")
    if not re.fullmatch(r"([0-9a-f]{2})+", head["signature"]) or not is_signed(
            head["public_key"], head_message(slip["casebook"], slip["algorithm"], head), bytes.fromhex(head["signature"])):
        faults.append("the signature of the head does not hold")
    last = None
    for entry, part in zip(entries, slip["entries"]):
        steps = [bytes.fromhex(step) for step in part["path"]]
        reached = leads_to(digest, leaf(digest, entry.bytes), entry.number, head["size"], steps)
        if reached is None or reached.hex() != head["root"]:
            faults.append(f"entry {entry.number} does not stand under the head")
        if last and (entry.number <= last.number or entry.recorded_at < last.recorded_at):
            faults.append(f"entry {entry.number} is out of order")
        if entry.recorded_at > head["recorded_at"] or entry.is_late:
            faults.append(f"entry {entry.number} is out of time")
        last = entry
    enrolments = [entry for entry in entries if entry.kind in ("create", "enrol")]
    rest = [entry for entry in entries if entry not in enrolments]
    steps = [entry for entry in rest if entry.says.get("case") == slip["case"] and entry.kind in STEPS]
    check_enrolments(slip, enrolments, typed, faults)
    check_steps(slip, steps, faults)
    check_facts([entry for entry in rest if entry not in steps], steps, faults)
    return faults, f"case {slip['case']}: {len(entries)} entries under {code(head['size'], head['root'])}"


def check_enrolments(slip, enrolments, typed, faults):
    if len(enrolments) > 1 or (not enrolments and typed is None):
        faults.append("the signer's enrolment is not there, or not alone")
    for entry in enrolments:
        if (entry.says.get("public_key"), entry.says.get("name")) != (slip["head"]["public_key"], slip["head"]["actor"]):
            faults.append("the enrolment is another key's")
        own = (entry.says.get("book"), entry.says.get("algorithm"))
        if entry.kind == "create" and own != (slip["casebook"], slip["algorithm"]):
            faults.append("the enrolment is of another casebook")


def check_steps(slip, steps, faults):
    if not steps or steps[0].kind not in OPENINGS:
        faults.append(f"case {slip['case']} is not opened")
        return
    before = steps[0]
    for entry in steps[1:]:
        if entry.kind in OPENINGS or entry.says.get("household") != steps[0].says.get("household"):
            faults.append(f"entry {entry.number} is not of the case")
        if "from" not in entry.says:
            continue
        was, now = before.says.get("to"), entry.says["from"]
        hides_objection = (was, now) == ("disclosed", "opened") and entry.number - before.number > 2
        if was != now and not hides_objection:
            faults.append(f"before entry {entry.number} a step is missing")
        before = entry


def knowns(decision, steps):
    """What a decision says was known, with the day of the event: of a screened case for each bill."""
    amended = [step for step in steps if step.kind == "amend" and step.number < decision.number]
    claim = amended[-1].says.get("becomes", {}) if amended else steps[0].says
    yield decision.known, claim.get("incurred_on")
    for name, bill in decision.says.items():
        if name.startswith("bill_") and "known" in bill:
            yield bill["known"], bill["incurred_on"]


def in_force(name, stating, event):
    """The entry whose fact holds for an event: of those that state it, in the order of their days."""
    def year(entry):
        return entry.says.get("income_year", int(entry.happened_on[:4]) - 1)
    if event is None:  # the opening is not there, which is a fault of its own
        return stating[-1] if stating else None
    if name == "group":
        by_then = [entry for entry in stating if entry.happened_on <= event]
        stating = by_then or [entry for entry in stating if entry.happened_on == stating[0].happened_on]
    if name == "annual_income":
        before = [entry for entry in stating if year(entry) < int(event[:4])]
        stating = [entry for entry in before if year(entry) == max(map(year, before))]
    return stating[-1] if stating else None


def check_facts(others, steps, faults):
    named = set()
    facts = {entry.number: entry for entry in others + steps if entry.kind in FACTS}
    for decision in (step for step in steps if step.kind in DECISIONS):
        for known, event in knowns(decision, steps):
            numbers = [int(number) for number in known.get("entries", [])]
            named.update(numbers)
            if any(number not in facts or number >= decision.number for number in numbers):
                faults.append(f"what the decision of entry {decision.number} rests on is missing")
                continue
            own = sorted((facts[number] for number in numbers), key=lambda entry: (entry.happened_on, entry.number))
            for name, value in known.items():
                stating = [entry for entry in own if entry.states(name) is not None]
                held = in_force(name, stating, event)
                if name != "entries" and (held is None or held.states(name) != value):
                    faults.append(f"entry {decision.number} says of {name} what was not known")
    household = steps[0].says.get("household") if steps else None
    for entry in others:
        if entry.kind not in FACTS or entry.number not in named or entry.says.get("household") != household:
            faults.append(f"entry {entry.number} does not belong here")


def head(path):
    faults, answer = check_casebook(path)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(answer)
    return 4 if faults else 0


def slips(paths, typed):
    worst = 0
    for path in paths:
        try:
            faults, answer = check_slip(path, typed)
        except TROUBLE as error:
            print(f"unreadable  {path}  {error}")
            worst = worst or 1
            continue
        print(f"fails  {path}  {'; '.join(faults)}" if faults else f"holds  {path}  {answer}")
        worst = 4 if faults else worst
    return worst


def main(words):
    typed = None
    if "--head" in words[:-1]:
        at = words.index("--head")
        typed = words[at + 1]
        del words[at:at + 2]
    if len(words) < 2 or words[0] not in ("head", "slip") or (words[0] == "head" and len(words) > 2):
        print(__doc__, file=sys.stderr)
        return 2
    if words[0] == "slip":
        return slips(words[1:], typed)
    try:
        return head(words[1])
    except TROUBLE as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
