"""Holds what two programs put out against each other: what may differ, and what does."""
import difflib
import re
from datetime import datetime, timedelta, timezone
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple


class Mask(NamedTuple):
    """Something that hangs on the clock or on chance where both programs write."""
    name: str
    pattern: str
    reason: str
    follows: bool  # whether one value of BEFORE must stand for one of AFTER wherever they meet


def days_of_the_run():
    """The days that a clock can show while this runs, in UTC and in China; every other day is said on a command line."""
    now = datetime.now(timezone.utc)
    days = {(now + timedelta(hours=hours)) for hours in (0, 1, 8, 9)}
    return "|".join(sorted({day.strftime(form) for day in days for form in ("%Y-%m-%d", "%Y年%-m月%-d日")}))


# The only table of what is masked. It holds for outputs of casebooks that each program wrote itself; whatever is read from
# one and the same casebook, `--bare`, and all outputs of batches are compared to the byte.
MASKS = (
    Mask("time", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "when an entry was recorded or a head signed: the clock", False),
    Mask("today", rf"(?:{days_of_the_run()})", "the day a head was signed or a report made: the clock", False),
    Mask("key", r"-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END", "a key that was made: chance", False),
    Mask("head", r"[0-9a-f]{4}(?:-(?:</span> ?<span>)?[0-9a-f]{4}){7,}",
         "a head in print: it seals the casebook's id, salted digests and the times of recording", True),
    Mask("digest", r"(?<![0-9a-f])[0-9a-f]{16,}(?![0-9a-f])",
         "the casebook's id and the salts are chance; digests, roots and signatures hang on them and on the times", True),
)
_mask = re.compile("|".join(f"(?P<{mask.name}>{mask.pattern})" for mask in MASKS))
LINES, WIDTH, WHOLE = 5, 200, 5_000  # how much of a difference is told
_follows = {mask.name for mask in MASKS if mask.follows}


class Expected:
    """One line of expected-differences.tsv: in which outputs, what is taken out on both sides, and why it may differ."""

    def __init__(self, number, line):
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise ValueError(f"line {number}: three cells are needed: outputs, pattern, reason")
        self.number, (self.outputs, pattern, self.reason) = number, cells
        self.pattern, self.is_used = re.compile(pattern, re.MULTILINE), False

    @staticmethod
    def read(path):
        lines = enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1)
        return [Expected(number, line) for number, line in lines if line.strip() and not line.startswith("#")]

    def take_out(self, before, after):
        """Both texts without what the pattern finds, where it finds something else in one than in the other."""
        if self.pattern.findall(before) == self.pattern.findall(after):
            return before, after, False
        return self.pattern.sub("<expected>", before), self.pattern.sub("<expected>", after), True


class Comparison:
    """All that was compared, and what differs."""

    def __init__(self, expected, folder):
        self.expected, self.folder = expected, folder
        self.outputs, self.differences = 0, []

    def hold(self, name, before, after, pairs=None):
        """Compares one output; `pairs` are the random values met so far where both programs wrote, None where to the byte."""
        self.outputs += 1
        if before == after:
            return
        texts = [data.decode("utf-8", "surrogateescape") for data in (before, after)]
        if pairs is not None and self._agree(*texts, pairs):
            return
        cut, used = texts, []
        for expected in (one for one in self.expected if fnmatchcase(name, one.outputs)):
            *cut, found = expected.take_out(*cut)
            used += [expected] if found else []
        if used and (cut[0] == cut[1] or pairs is not None and self._agree(*cut, pairs)):
            for expected in used:
                expected.is_used = True
            return
        self._differs(name, before, after, [text if pairs is None else masked(text)[0] for text in cut])

    @staticmethod
    def _agree(before, after, pairs):
        """Whether both say the same, and every random value of one stands for one and the same of the other."""
        (before, found), (after, others) = masked(before), masked(after)
        if before != after:
            return False
        for (name, value), (_, other) in zip(found, others):
            if name in _follows and (pairs.setdefault(("before", value), other) != other
                                     or pairs.setdefault(("after", other), value) != value):
                return False
        return True

    def _differs(self, name, before, after, texts):
        number = len(self.differences) + 1
        folder = self.folder / "differences"
        folder.mkdir(exist_ok=True)
        for side, data in (("before", before), ("after", after)):
            (folder / f"{number:04}.{side}").write_bytes(data)
        lines = [text.splitlines() for text in texts]
        if lines[0] == lines[1]:
            told = ["  a random value, or the end of a line, is not the one it should be"]
        else:
            told = ["  " + line for line in differing(*lines)]
        self.differences.append((f"{number:04}  {name}", told))


def differing(before, after):
    """The lines that differ, of long ones the place where they begin to."""
    if len(before) == len(after):
        pairs = [(one, other) for one, other in zip(before, after) if one != other]
        return [sign + cut(line, *pair) for pair in pairs[:LINES] for sign, line in zip("-+", pair)] + more(len(pairs))
    # A comparison of all long files whole would take long.
    lines = difflib.unified_diff(before[:WHOLE], after[:WHOLE], n=0, lineterm="")
    told = [line[:WIDTH] for line in lines if not line.startswith(("---", "+++", "@@"))]
    return told[:2 * LINES] + more(len(told) // 2)


def more(count):
    return [f"… and {count - LINES} more"] if count > LINES else []


def cut(line, one, other):
    """A line from shortly before the place where two begin to differ."""
    begin = next((at for at, (this, that) in enumerate(zip(one, other)) if this != that), min(len(one), len(other)))
    begin = max(0, begin - 60) if max(len(one), len(other)) > WIDTH else 0
    return ("…" if begin else "") + line[begin:begin + WIDTH]


def masked(text):
    """The text with a word for each value that is masked, and those values in their order."""
    found = []

    def word(match):
        found.append((match.lastgroup, re.sub("<[^>]*>|-", "", match.group())))
        return f"<{match.lastgroup}>"

    return _mask.sub(word, text), found
