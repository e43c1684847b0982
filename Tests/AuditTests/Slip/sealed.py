"""The form of entries, heads and the tree, from TheCasebook.md and Slips.md: see checker.py."""
import base64
import functools
import hashlib
import json
import os
import re
import subprocess
import tempfile
from datetime import datetime, timedelta

MARK, HEAD_MARK, FORMAT = "fangpin-entry-1", "fangpin-head-1", "fangpin-slip-1"
ROLES = {"village", "township", "department", "insurer", "county"}
OPENINGS = {"declare", "screen", "decide"}
DECISIONS = {"approve", "decide"}
STEPS = OPENINGS | {
    "verify", "visit", "appraise", "disclose", "confirm", "approve", "settle", "reconcile", "pend",
    "amend", "release", "withdraw", "reverse", "repaid", "redecide", "supplement", "take-up", "account"}
FACTS = {"household", "asset", "verify"}
KINDS = STEPS | FACTS | {
    "create", "scheme", "propose-enrolment", "enrol", "propose-revocation", "revoke", "member", "bill", "propose", "second",
    "file-imported", "undo-import", "carry", "take-over", "close-year", "reopen-year", "object", "resolve", "contribute", "send", "receive", "forget", "clock"}
HEX = re.compile(r"[0-9a-f]{64}\Z")


class Unreadable(Exception):
    pass


# Digests, keys, signatures

def openssl(*words, data=None):
    return subprocess.run(["openssl", *words], input=data, capture_output=True)


def hasher(algorithm):
    if algorithm == "sha256":
        return lambda data: hashlib.sha256(data).digest()
    if algorithm != "sm3":
        raise Unreadable(f"the algorithm '{algorithm}' is neither sha256 nor sm3")
    try:
        hashlib.new("sm3")
        return lambda data: hashlib.new("sm3", data).digest()
    except ValueError:
        return lambda data: openssl("dgst", "-sm3", "-binary", data=data).stdout


def der(pem):
    found = re.fullmatch(r"-----BEGIN PUBLIC KEY-----\n(.*)\n-----END PUBLIC KEY-----\n", pem, re.S)
    if not found:
        raise Unreadable("no public key in PEM")
    return base64.b64decode(found[1].replace("\n", ""), validate=True)


def fingerprint(pem):
    return hashlib.sha256(der(pem)).hexdigest()


PRIME = 2 ** 255 - 19
CURVE = -121665 * pow(121666, -1, PRIME)


def is_nobodys(key):
    """Whether a point of Ed25519 comes to the neutral one when it is doubled three times, or is written in a second way."""
    y = int.from_bytes(key, "little") & (1 << 255) - 1
    if y >= PRIME:
        return True
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    for _ in range(3):
        part = CURVE * x * x * y * y
        x, y = 2 * x * y * pow(1 + part, -1, PRIME) % PRIME, (y * y + x * x) * pow(1 - part, -1, PRIME) % PRIME
    return (x, y) == (0, 1)


@functools.lru_cache
def is_signed(pem, message, signature):
    is_ed25519 = der(pem).startswith(bytes.fromhex("302a300506032b6570"))
    if is_ed25519 and is_nobodys(der(pem)[12:]):
        return False
    way = [] if is_ed25519 else ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
    with tempfile.TemporaryDirectory() as folder:
        def file(name, data):
            path = os.path.join(folder, name)
            with open(path, "wb") as out:
                out.write(data)
            return path
        key, text, seal = file("key", pem.encode()), file("text", message), file("seal", signature)
        answer = openssl("pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", text, "-sigfile", seal, *way)
        return answer.returncode == 0


def head_message(book, algorithm, head):
    lines = [HEAD_MARK, book, algorithm, str(head["size"]), head["root"], head["recorded_at"], head["actor"]]
    return "".join(line + "\n" for line in lines).encode()


def code(size, root):
    return f"{size} " + "-".join(root[at:at + 4] for at in range(0, 32, 4))


# The tree

def leaf(digest, entry):
    return digest(b"\0" + entry)


def root(digest, leaves):
    """The root by levels: a node without a neighbour goes up as it is."""
    if not leaves:
        return digest(b"")
    while len(leaves) > 1:
        pairs = [digest(b"\1" + leaves[at] + leaves[at + 1]) for at in range(0, len(leaves) - 1, 2)]
        leaves = pairs + leaves[len(leaves) // 2 * 2:]
    return leaves[0]


def leads_to(digest, start, number, size, path):
    """Where a path leads from a leaf; None where it is no path in a tree of that size."""
    place, last = number - 1, size - 1
    if place > last:
        return None
    reached = start
    for beside in path:
        if last == 0:
            return None
        if place % 2 == 1 or place == last:
            reached = digest(b"\1" + beside + reached)
            while place % 2 == 0 and place != 0:
                place, last = place // 2, last // 2
        else:
            reached = digest(b"\1" + reached + beside)
        place, last = place // 2, last // 2
    return reached if last == 0 else None


# Canonical JSON

def canonical(value):
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        def escaped(char):
            named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
            is_control = ord(char) < 0x20 or ord(char) == 0x7F
            return named.get(char) or (f"\\u00{ord(char):02x}" if is_control else char)
        return '"' + "".join(map(escaped, value)) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode())
        return "{" + ",".join(canonical(key) + ":" + canonical(inner) for key, inner in members) + "}"
    raise Unreadable("a value that no canonical form has")


def read_canonical(text, what):
    """What a text says, which must be in the canonical form."""
    try:
        value = json.loads(text)
        again = canonical(value)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{what}: {error}")
    if again != text:
        raise Unreadable(f"{what} is not in the canonical form")
    return value


class Entry:
    def __init__(self, text):
        lines = text.split("\n")
        if len(lines) != 10 or lines[0] != MARK:
            raise Unreadable("not the ten lines of an entry")
        number, self.recorded_at, self.happened_on, self.actor, self.role, self.kind, engine, scheme = lines[1:9]
        if not re.fullmatch(r"[1-9][0-9]*", number):
            raise Unreadable("an entry without a number")
        self.number = int(number)
        try:
            moment = datetime.strptime(self.recorded_at, "%Y-%m-%dT%H:%M:%SZ")
            day = datetime.strptime(self.happened_on, "%Y-%m-%d")
        except ValueError as error:
            raise Unreadable(f"entry {number}: {error}")
        self.is_late = day.date() > (moment + timedelta(hours=8)).date()
        is_right = self.role in ROLES and self.kind in KINDS and self.actor and engine and HEX.match(scheme)
        if not is_right or len(self.recorded_at) != 20 or len(self.happened_on) != 10:
            raise Unreadable(f"entry {number} has a line that no entry has")
        self.says = read_canonical(lines[9], f"the payload of entry {number}")
        if not isinstance(self.says, dict):
            raise Unreadable(f"the payload of entry {number} is no object")
        self.bytes = text.encode()
        known = self.says.get("known")
        self.known = known if isinstance(known, dict) else {}

    def states(self, name):
        return self.says.get("count") if self.says.get("asset") == name else self.says.get(name)
