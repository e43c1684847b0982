"""The story of Samples/Casebook, and what is asked of any casebook: slips, letters, notices, reports, audits, dumps."""
import csv
import io
import json
import shlex
import shutil
import sqlite3
from collections import defaultdict

from sample_runs import LANGUAGES, SAMPLES, written

BOOK = "wei.casebook"
STORY = SAMPLES / "Casebook"


def all_of(programs):
    keys(programs.area("keys"))
    for lang in LANGUAGES:
        area = programs.area(f"story-{lang}")
        story(area, lang)
        asked(area, BOOK, "2018", lang)
        same(programs, area, BOOK, f"story-{lang}-same-file", "2018", lang)


def keys(area):
    """Making keys, which are chance from beginning to end; all other areas use keys that BEFORE made for both."""
    for kind in ("ed25519", "sm2"):
        area.run("casebook", "keys", "one", "two", "--dir", kind, "--kind", kind)
        area.run("casebook", "keys", "one", "--dir", kind, "--kind", kind, lang="zh")


def begin(area):
    """A casebook ready for the story, by the lines of Samples/Casebook/begin."""
    for file in sorted(STORY.glob("*.csv")):
        area.put(file.name, file)
    lines = (STORY / "begin").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    commands = [shlex.split(line)[1:] for line in lines if line.startswith('"$fangpin" ')]
    if [words[1] for words in commands][:2] != ["keys", "create"]:
        raise ValueError("Samples/Casebook/begin is no longer read rightly")
    make_keys(area, commands[0])
    for words in commands[1:]:
        area.run(*words, env={"FANGPIN_CASEBOOK": BOOK})


def make_keys(area, words):
    """Keys made by BEFORE, and laid into both folders."""
    area.alone(0, *words)
    shutil.copytree(area.sides[0] / "keys", area.sides[1] / "keys")
    area.look()


def story(area, lang):
    """Each line of the story, of what comes after, and of what an auditor asks."""
    begin(area)
    here = {"FANGPIN_CASEBOOK": BOOK}
    for name in ("story", "more", "audit"):
        heads = [area.alone(side, "casebook", "head", env=here).text.strip() for side in (0, 1)]
        for line in (STORY / name).read_text(encoding="utf-8").splitlines():
            words = shlex.split(line)[1:]
            both = [[word.replace("$HEAD", head) for word in words] for head in heads]
            area.run(*words, both=both, lang=lang, env=here)


def asked(area, book, period, lang, to_the_byte=False, other=None):
    """All that can be asked of a casebook without changing it, but what hangs on its heads or on the hour of recording.

    `other` is what the casebook is compared with; itself, where there is nothing else.
    """
    def ask(*words, **others):
        return area.run(*words, "--casebook", book, lang=others.pop("lang", lang), to_the_byte=to_the_byte, **others)

    ask("casebook", "dump")
    ask("casebook", "state")
    ask("casebook", "dump", "--bare")  # the seals of dockets in it name the casebook
    stands = tables(area.run("casebook", "state", "--bare", "--casebook", book, to_the_byte=True))
    cases = sorted(row["number"] for row in stands["casefile"])
    for words in (("actors",), ("status",), ("head",), ("head", "--full"), ("fund", "--on", f"{period}-12-31")):
        ask("casebook", *words)
    ask("case", "list")
    ask("case", "list", "--waiting")
    ask("case", "inbox", "--on", f"{period}-12-31")
    for role in ("village", "township", "department", "insurer", "county"):
        ask("case", "inbox", "--role", role, "--on", f"{period}-12-31")
    step = max(1, len(cases) // 12)
    for number in [*cases[::step], 99999]:
        ask("case", "show", number)
        for form in ("text", "sentence", "json"):
            ask("case", "explain", number, "--format", form)
        ask("letter", number)
        ask("audit", "prove", number)
        ask("audit", "prove", number, "--format", "json", "--out", f"case-{number}.slip")
        area.run("audit", "check-slip", f"case-{number}.slip", lang=lang, to_the_byte=to_the_byte)
    ask("letter", "--decided-from", f"{period}-01-01", "--to", f"{period}-12-31", "--out", "letters")
    places = sorted({(row["township"], row["village"]) for row in stands["household_fact"]
                     if row["township"] and row["village"]})
    for township, village in places[:4]:
        ask("notice", "--village", village, "--township", township, "--on", f"{period}-06-30", "--since", f"{period}-01-01")
    for part in ("", "Q1", "Q2", "H1", "H2", "-03"):
        for form in ("html", "csv", "json"):
            ask("report", "--period", period + part, "--format", form)
    for form in ("text", "json"):
        ask("audit", "verify", "--format", form)
    ask("audit", "replay", "--rules", "wei-county-2017-by-band", "--out", "replay.csv")
    ask("casebook", "readjudicate", "--rules", "wei-county-2017-by-band", "--since", f"{period}-01-01")
    area.run("audit", "diff", book, other or book, "--out", "diff.csv", lang=lang, to_the_byte=to_the_byte)


def same(programs, made, book, name, period, lang):
    """Lets both programs read one and the same casebook, that of BEFORE: all they say of it is equal to the byte."""
    area = programs.area(name)
    area.put(book, whole(made.sides[0] / book))
    cases = tables(area.alone(0, "casebook", "state", "--casebook", book))["casefile"]
    paid = [(row["claim_id"] or f"case-{row['number']}", yuan(row["payout"])) for row in cases if row["payout"] is not None]
    area.put("payouts-of-some.csv", written([("claim_id", "payout"), *paid[::2]]))
    asked(area, book, period, lang, to_the_byte=True, other="payouts-of-some.csv")
    head = area.alone(0, "casebook", "head", "--casebook", book).text.strip()

    def ask(*words):
        return area.run(*words, "--casebook", book, to_the_byte=True, lang=lang)

    for form in ("text", "json", "csv"):
        ask("audit", "anomalies", "--format", form)
    for how in ("stratum", "amount"):
        for size in (("--size", 5), ("--tolerable", 3)):
            ask("audit", "draw", "--head", head, "--seed", "03-11-17", "--of", "decided", "--by", how, *size,
                "--out", "sample.csv", "--population", "population.csv")
            drawn = area.sides[0] / "sample.csv"
            if drawn.exists():
                area.put("filled.csv", filled(drawn.read_text(encoding="utf-8")))
                ask("audit", "extrapolate", "filled.csv", "--draw", "sample.csv.draw.json")
    ask("audit", "verify", "--head", head, "--thorough")
    ask("audit", "verify", "--head", "5 0000-0000-0000-0000-0000-0000-0000-0000")
    both = [(side / book).read_bytes() for side in area.sides]
    programs.comparison.hold(f"{name} → {book}, which was only read", *both)
    return area


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02}"


def whole(path):
    """A casebook as one file, with what its write-ahead log holds."""
    with sqlite3.connect(path) as book:
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    return path.read_bytes()


def tables(run):
    """The rows of the derived tables by the tables' names, as a run of `casebook state` prints them."""
    found = defaultdict(list)
    for line in run.output.splitlines():
        row = json.loads(line)
        found[row["table"]].append(row)
    return found


def filled(sample):
    """A sample as an auditor hands it back: every third payout found 1.00 too high."""
    rows = list(csv.DictReader(io.StringIO(sample)))
    for number, row in enumerate(rows):
        row["audited_payout"] = row["payout"]
        if number % 3 == 0:
            row["audited_payout"] = yuan(max(0, int(row["payout"].replace(".", "")) - 100))
    return written([list(rows[0])] + [list(row.values()) for row in rows]) if rows else sample
