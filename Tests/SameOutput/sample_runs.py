"""What casebooks have no part in: help, columns, schemes, Samples/County, a county made up, Samples/Faults."""
import csv
import io
import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "Samples"
SCHEMES = ("wei-county-2017", "wei-county-2017-by-band")
LANGUAGES = ("en", "zh")
CHINESE = {
    "household_id": "户编号", "group": "人群", "members": "人口", "annual_income": "年收入", "dwellings": "住房数",
    "businesses": "经营主体数", "vehicles": "车辆数", "claim_id": "申请编号", "peril": "险别", "incurred_on": "发生日期",
    "amount": "金额", "person_id": "人员编号", "cause": "原因", "compensated": "是否已获赔偿",
    "illness": "因病", "education": "因学", "disaster": "因灾", "out-of-poverty": "非高标准脱贫户",
    "low-income": "非贫低收入户", "yes": "是", "no": "否",
}


def all_of(programs):
    words(programs.area("words"))
    schemes(programs.area("schemes"))
    county(programs.area("county"), SAMPLES / "County")
    made_up(programs.area("made-up"))
    faults(programs.area("faults"))


def persons_scheme():
    """The scheme that is built in, changed to one that sums by person, over years from July, and waits for its fund."""
    text = (ROOT / "Rules/wei-county-2017.json").read_text(encoding="utf-8")
    for old, new in (
        ('"id": "wei-county-2017"', '"id": "by-person"'), ('"sumOver": { "of": "household"', '"sumOver": { "of": "person"'),
        ('"startsOn": "01-01"', '"startsOn": "07-01"'), ('"then": "call-county"', '"then": "pend"')):
        if old not in text:
            raise ValueError(f"Rules/wei-county-2017.json no longer has {old}")
        text = text.replace(old, new)
    return re.sub(r'"cases": \[.*\]\s*}\s*$', '"cases": []\n}\n', text, flags=re.DOTALL)


def commands(area):
    """Every command there is, as the help of BEFORE lists them."""
    found, asked = [], [()]
    while asked:
        path = asked.pop(0)
        found.append(path)
        text = area.run(*path, "--help", to_the_byte=True).text
        listed = re.search(r"^commands:\n((?:  .*\n)+)", text, re.MULTILINE)
        asked += [(*path, name) for name in re.findall(r"^  (\S+)", listed[1], re.MULTILINE)] if listed else []
    return found


def words(area):
    """Help of everything in both languages, kinds of files and their columns, completions."""
    known = commands(area)
    if len(known) < 50:
        raise ValueError(f"the help lists {len(known)} commands: it is read in the wrong way")
    for path in known:
        area.run(*path, "--help", to_the_byte=True, lang="zh")
        area.run("help", *path, to_the_byte=True)
        area.run(*path, "--no-such-option", to_the_byte=True)
    kinds = re.findall(r"^(\S+)", area.run("columns", to_the_byte=True).text, re.MULTILINE)
    for lang in LANGUAGES:
        area.run("--version", to_the_byte=True, lang=lang)
        area.run("columns", to_the_byte=True, lang=lang)
        area.run("casebook", "moves", to_the_byte=True, lang=lang)
        for kind in kinds:
            area.run("columns", kind, to_the_byte=True, lang=lang)
    for shell in ("bash", "zsh", "fish"):
        area.run("completions", shell, to_the_byte=True, lang=None)


def schemes(area):
    area.put("persons.json", persons_scheme())
    area.run("rules", "schema", to_the_byte=True)
    for lang in LANGUAGES:
        area.run("rules", "list", to_the_byte=True, lang=lang)
        for scheme in (*SCHEMES, "persons.json"):
            for command in ("show", "check", "test"):
                area.run("rules", command, scheme, to_the_byte=True, lang=lang)


def county(area, source):
    """Two months of a county in all forms of input and output."""
    for name in ("households.csv", "claims-2018-01.csv", "claims-2018-02.csv"):
        area.put(name, source / name)
    months = [area.read(f"claims-2018-0{month}.csv").decode() for month in (1, 2)]
    register = area.read("households.csv").decode()
    area.put("persons.json", persons_scheme())
    for month, claims in enumerate(months, 1):
        area.put(f"named-2018-0{month}.csv", named(claims))
    for scheme, claims in (*((scheme, "claims") for scheme in SCHEMES), ("persons.json", "named")):
        rules = ("--households", "households.csv", "--rules", scheme)
        one = ("adjudicate", "--claims", f"{claims}-2018-01.csv", *rules)
        two = ("adjudicate", "--claims", f"{claims}-2018-02.csv", *rules, "--earlier", "january.csv")
        for lang in LANGUAGES:
            area.run(*one, "--detail", "--out", "january.csv", "--payouts", "paid.csv", "--rejects", "bad.csv",
                     to_the_byte=True, lang=lang)
            area.run(*two, "--labels", lang, "--out", "february.csv", "--payouts", "paid.csv", to_the_byte=True, lang=lang)
        for form in ("csv", "ndjson"):
            for threads in (1, 2, 5):
                area.run(*two, "--format", form, "--threads", threads, to_the_byte=True)
            area.run(*two, "--format", form, "--detail", "--labels", "en", "--out", f"detail.{form}",
                     "--payouts", f"paid.{form}", "--rejects", f"bad.{form}", to_the_byte=True)
            area.run(*one, "--earlier", f"detail.{form}", "--detail", "--quiet", to_the_byte=True)
        dressed(area, area.read(f"{claims}-2018-01.csv").decode(), register, scheme)
        explained(area, f"{claims}-2018-02.csv", rules)
    nameless(area)


def dressed(area, claims, register, scheme):
    """The same month as other programs write it: encodings, Chinese words, quotes, NDJSON, standard input."""
    chinese = (in_chinese(claims), in_chinese(register))
    forms = {
        "gb18030": [text.encode("gb18030") for text in chinese],
        "utf-8": [text.encode("utf-8-sig").replace(b"\n", b"\r\n") for text in chinese],
        "quoted": [quoted(text).encode() for text in (claims, register)],
        "ndjson": [lined(text).encode() for text in (claims, register)],
    }
    for form, (these, those) in forms.items():
        area.put(f"claims.{form}", these)
        area.put(f"households.{form}", those)
        words = ("adjudicate", "--households", f"households.{form}", "--rules", scheme, "--detail")
        area.run(*words, "--claims", f"claims.{form}", to_the_byte=True)
        area.run(*words, "--claims", "-", "--threads", 3, to_the_byte=True, stdin=these)
    for encoding in ("gb18030", "utf-8"):
        area.run("adjudicate", "--households", "households.gb18030", "--claims", "claims.gb18030", "--encoding", encoding,
                 "--labels", "zh", to_the_byte=True, lang="zh")


def explained(area, claims, rules):
    """Some claims in every form: those of a seed, and one that is not there."""
    rows = csv.DictReader(io.StringIO(area.read(claims).decode()))
    ids = sorted({row["claim_id"] for row in rows if row["claim_id"]})
    common = ("--claims", claims, *rules, "--earlier", "january.csv")
    for claim in random.Random(9).sample(ids, 12) + ["C-none"]:
        for form, lang in (("text", "en"), ("sentence", "zh"), ("json", "en")):
            area.run("explain", claim, *common, "--format", form, to_the_byte=True, lang=lang)
    area.run("explain", ids[0], *common, to_the_byte=True, lang="zh")


def named(claims):
    """The claims, each of which names somebody."""
    rows = list(csv.reader(io.StringIO(claims)))
    person, household = rows[0].index("person_id"), rows[0].index("household_id")
    for row in rows[1:]:
        if len(row) > person:
            row[person] = row[person] or f"{row[household]}-1"
    return written(rows)


def nameless(area):
    """Where a scheme sums by person, and claims name nobody: by itself, for a scheme may come to see that otherwise."""
    area.put("nameless.csv", area.read("claims-2018-01.csv"))
    area.run("adjudicate", "--claims", "nameless.csv", "--households", "households.csv", "--rules", "persons.json",
             "--detail", "--out", "nameless.decisions.csv", "--payouts", "nameless.payouts.csv",
             "--rejects", "nameless.rejects.csv", to_the_byte=True)


def made_up(area):
    """What synthesize makes, and all that is made of it."""
    for name, *words in (("sound", "--months", 3), ("faulty", "--months", 2, "--with-faults")):
        area.run("synthesize", name, "--households", 300, "--claims", 4000, "--seed", 20, *words, to_the_byte=True)
    area.run("synthesize", "sound", "--households", 9, "--claims", 9, "--seed", 1, to_the_byte=True)
    county(area, area.sides[0] / "faulty")


def faults(area):
    """Each case of Samples/Faults, in both languages, as Samples/README.md says it is run."""
    area.put("Faults", SAMPLES / "Faults")
    kinds = [kind for kind in sorted((SAMPLES / "Faults").iterdir()) if kind.is_dir()]
    cases = [case for kind in kinds for case in sorted(kind.iterdir()) if case.is_dir()]
    if len(cases) < 100:
        raise ValueError(f"Samples/Faults has {len(cases)} cases only")
    for case in cases:
        command = case / "command.txt"
        line = (command if command.exists() else case.parent / "command.txt").read_text(encoding="utf-8")
        for lang in LANGUAGES:
            words = [lang if word == "LANG" else word for word in line.split()[1:]]
            area.run(*words, to_the_byte=True, lang=lang, below=Path("Faults") / case.parent.name / case.name)


def written(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def in_chinese(text):
    return written([[CHINESE.get(cell, cell) for cell in row] for row in csv.reader(io.StringIO(text))])


def quoted(text):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(csv.reader(io.StringIO(text)))
    return out.getvalue()


def lined(text):
    return "".join(json.dumps({key: cell for key, cell in row.items() if cell and key}, ensure_ascii=False) + "\n"
                   for row in csv.DictReader(io.StringIO(text)))
