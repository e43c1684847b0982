"""The offices of a random walk: who acts, on which day, with what files."""
import csv
import io
from datetime import date, timedelta

from casebook_runs import tables, yuan
from sample_runs import written

BOOK = "walk.casebook"
PEOPLE = {
    "zhao": ("county-office", "county"), "qian": ("county-office", "county"), "sun": ("east-village", "village"),
    "li": ("east-village", "village"), "zhou": ("example-township", "township"), "wu": ("insurer", "insurer"),
    "zheng": ("insurer", "insurer"), "chen": ("traffic-police", "department"),
}
PERILS = ("illness", "illness", "illness", "education", "disaster")
LISTS = {"medical": "illness", "education": "education", "disaster": "disaster"}
COSTS = {
    "medical": ("total", "basic_insurance", "critical_illness_insurance", "medical_assistance", "other"),
    "education": ("tuition", "boarding", "textbooks", "exemptions"), "disaster": ("loss", "compensation"),
}


class Offices:
    """What a walk knows: the day, the cases as BEFORE has them, the people of the register."""

    def __init__(self, area, chance, lang):
        self.area, self.chance, self.lang = area, chance, lang
        self.day, self.cases, self.payments, self.objections = date(2018, 1, 3), [], [], []
        self.households, self.persons, self.claims, self.records, self.reached = [], [], "", 0, set()

    # Chance

    def pick(self, some):
        return some[self.chance.randrange(len(some))]

    def maybe(self, *words, share=0.3):
        return words if self.chance.random() < share else ()

    def somebody(self, *rightly):
        """One of those whose step it is; now and then anybody."""
        return self.pick(rightly) if self.chance.random() < 0.9 else self.pick(list(PEOPLE))

    def some_case(self):
        """A case that is still going, as a rule one of the oldest, so that some come to their end."""
        going = [row for row in self.cases if row["state"] not in ("paid", "denied", "withdrawn", "reversed")]
        if going and self.chance.random() < 0.9:
            return self.pick(going[:6])
        return self.pick(self.cases)

    # Days

    def pass_time(self, until=None):
        if until:
            self.day = max(self.day, date.fromisoformat(until) + timedelta(days=self.chance.randrange(2)))
        elif self.chance.random() < 0.35:
            self.day += timedelta(days=1)

    def some_day(self):
        """Today, as a rule; now and then a day before what was recorded, one to come, or none."""
        draw = self.chance.random()
        if draw < 0.95:
            return self.day.isoformat()
        return self.pick(((self.day - timedelta(days=40)).isoformat(), "2999-01-01", "2018-02-30"))

    # Commands

    def act(self, *words, key):
        """A command with a key of somebody's, on a day."""
        return self.area.run(*words, "--casebook", BOOK, "--key", f"keys/{key}.pem", "--on", self.some_day(),
                             lang=self.lang)

    def ask(self, *words, to_the_byte=False):
        return self.area.run(*words, "--casebook", BOOK, lang=self.lang, to_the_byte=to_the_byte)

    def look(self):
        """What became of it all: every derived table must be the same to the byte."""
        stands = tables(self.ask("casebook", "state", "--bare", to_the_byte=True))
        self.cases, self.payments, self.objections = stands["casefile"], stands["payment"], stands["objection"]
        self.reached |= {row["state"] for row in self.cases}

    # The register

    @staticmethod
    def actors():
        return written([("name", "office", "role", "person_id", "households")]
                       + [(name, *place, "", "H00000004" if name == "sun" else "") for name, place in PEOPLE.items()])

    def people(self, register, claims):
        """Who lives in the county, two in each household, and what they claim."""
        rows = csv.DictReader(io.StringIO(register))
        self.households, self.claims = sorted({row["household_id"] for row in rows if row["household_id"]}), claims
        self.persons = [(household, f"{household}-{number}") for household in self.households for number in (1, 2)]

    def members(self):
        rows = [("person_id", "household_id", "name", "resident_id", "relation", "telephone", "bank_account")]
        for number, (household, person) in enumerate(self.persons):
            rows.append((person, household, f"张{number}", resident_id(number), "户主" if person.endswith("1") else "配偶", "",
                         f"9999{number:015}"))
        return written(rows)

    # What comes in

    def take_in(self):
        self.pick((self.declare, self.declare, self.declarations, self.screen, self.screen, self.batch, self.departments,
                   self.register))()

    def declaration(self):
        """What a household says, right as a rule."""
        household, person = self.pick(self.persons)
        total = self.chance.randrange(2000, 90000)
        says = {
            "household": household, "person": person, "peril": self.pick(PERILS), "day": self.past(90), "total": total,
            "basic-insurance": total // self.chance.randrange(2, 6), "critical-illness-insurance": 0,
            "medical-assistance": 0, "other": 0, "name": "王五", "resident-id": resident_id(self.chance.randrange(80)),
            "bank-account": "9999000000000000053"}
        if says["peril"] == "illness" and self.chance.random() < 0.5:
            says["cause"] = self.pick(("inpatient", "traffic-accident", "none-known"))
            says["compensated"] = self.pick(("yes", "no", "no", "unknown"))
        if self.chance.random() < 0.12:
            says[self.pick(list(says))] = self.pick(("", "H9", "x", "-5", "1e9", "12345678901234567890"))
        return says

    def past(self, days):
        return (self.day - timedelta(days=self.chance.randrange(days))).isoformat()

    def declare(self):
        says = self.declaration()
        words = [word for key, value in says.items() for word in (f"--{key}", value)]
        self.act("declare", *words, *self.maybe("--consent", share=0.95), *self.maybe("--another", "another-stay", share=0.1),
                 key=self.somebody("sun"))

    def declarations(self):
        names = ("household_id", "person_id", "peril", "cause", "incurred_on", "total", "basic_insurance",
                 "critical_illness_insurance", "medical_assistance", "other", "compensated", "name", "resident_id",
                 "bank_account", "telephone", "proxy", "consent")
        words = {"household_id": "household", "person_id": "person", "incurred_on": "day"}
        rows = []
        for _ in range(self.chance.randrange(1, 5)):
            says = {**self.declaration(), "consent": self.pick(("yes", "yes", "yes", "no"))}
            rows.append([says.get(words.get(name, name.replace("_", "-")), "") for name in names])
        self.area.put("declarations.csv", written([names, *rows]))
        self.act("declare", "--from", "declarations.csv", key=self.somebody("sun"))

    def screen(self):
        kind = self.pick(list(LISTS))
        rows = []
        for _ in range(self.chance.randrange(1, 9)):
            self.records += self.chance.random() < 0.9
            household, person = self.pick(self.persons)
            cost = self.chance.randrange(500, 40000)
            others = [self.pick(("0", cost // 4, "")) if self.chance.random() < 0.3 else cost // 8 for _ in COSTS[kind][1:]]
            rows.append([f"R{self.records}", household, self.pick((person, person, "")), self.past(200), cost, *others])
        names = ("record_id", "household_id", "person_id", "incurred_on", *COSTS[kind])
        self.area.put(f"{kind}.csv", written([names, *rows]))
        self.act("case", "screen", kind, f"{kind}.csv", *self.maybe("--near", self.pick(("80%", "50%", "high"))),
                 *self.maybe("--revise"), key=self.somebody("qian", "zhao"))

    def batch(self):
        """Confirmed claims: rows of the county that was made up, some of them changed."""
        rows = list(csv.reader(io.StringIO(self.claims)))
        some = self.chance.sample(rows[1:], self.chance.randrange(1, 30))
        for row in some:
            if self.chance.random() < 0.1:
                place, cell = self.chance.randrange(len(row)), self.pick(("", "x", "2018-13-01", "H00000001", "100.00"))
                # A claim that names nobody is decided otherwise now: sample_runs.py has it by itself.
                row[place] = cell or ("x" if rows[0][place] == "person_id" else "")
        self.area.put("claims.csv", written([rows[0], *some]))
        self.act("casebook", "adjudicate", "claims.csv", *self.maybe("--threads", 2), key=self.somebody("zhao"))

    def departments(self):
        kind, asset = self.pick((("property", "dwellings"), ("businesses", "businesses"), ("vehicles", "vehicles")))
        rows = [(self.pick(self.households + ["H-none"]), self.pick((0, 0, 0, 1, 1, "", "x")))
                for _ in range(self.chance.randrange(1, 9))]
        self.area.put(f"{kind}.csv", written([("household_id", asset), *rows]))
        self.act("casebook", "import", kind, f"{kind}.csv", *self.maybe("--revise"), key=self.somebody("qian", "chen"))

    def register(self):
        names = ("household_id", "group", "members", "annual_income", "township", "village")
        rows = [(self.pick(self.households), self.pick(("out-of-poverty", "low-income", "rich")),
                 self.chance.randrange(1, 6), yuan(self.chance.randrange(100, 3_000_000)),
                 self.pick(("纸鸢镇", "萤囊镇")), "竹蜓畈村") for _ in range(self.chance.randrange(1, 4))]
        self.area.put("changes.csv", written([names, *rows]))
        self.act("casebook", "import", "households", "changes.csv", *self.maybe("--revise", share=0.6),
                 key=self.somebody("zhao"))

    # The bank, the other offices, the county's office

    def reconcile(self, case):
        sent = [row for row in self.payments if row["state"] not in ("paid", "returned")] or self.payments
        if not sent or self.chance.random() < 0.4:
            number = next((row["number"] for row in sent if row["casefile"] == case["number"]), 1)
            return self.act("case", "reconcile", "--payment", number,
                            *self.pick((("--paid",), ("--returned", "--reason", "account-closed"))),
                            key=self.somebody("zheng"))
        rows = []
        for row in self.chance.sample(sent, min(len(sent), 4)):
            amount = row["amount"] + (self.chance.random() < 0.1)
            result = self.pick(("paid", "paid", "paid", "returned", "lost"))
            rows.append((row["number"], yuan(amount), result, "",
                         "closed" if result == "returned" else ""))
        self.area.put("answer.csv", written([("payment", "amount", "result", "happened_on", "reason"), *rows]))
        return self.act("case", "reconcile", "answer.csv", key=self.somebody("zheng"))

    def office(self):
        draw = self.chance.random()
        if draw < 0.5:
            self.docket()
        elif draw < 0.7:
            self.contribute(None)
        elif draw < 0.8:
            self.act("casebook", "forget", self.pick(self.households), "--reason", "request", key=self.somebody("zhao"))
        elif draw < 0.86:
            self.act("casebook", "enrol", "actors.csv", "--keys", "keys", key=self.somebody("zhao", "qian"))
        elif draw < 0.9:
            self.act("casebook", "revoke", self.pick(("chen", "nobody")), key=self.somebody("zhao", "qian"))
        else:
            rules = self.pick(("wei-county-2017-by-band", "wei-county-2017", "persons.json"))
            self.act("casebook", "readjudicate", "--rules", rules, "--since", "2018-01-01",
                     *self.maybe("--record", share=0.15), key=self.somebody("zhao"))

    def docket(self):
        """What waits for an office goes there, is filled in, sealed, and comes back; at times twice, or changed."""
        name = self.pick(list(PEOPLE))
        sent = self.act("casebook", "send", "--to", PEOPLE[name][0], "--out", "docket.csv", key=self.somebody("zhao"))
        if sent.code != 0 or "docket.csv" not in sent.written:
            return
        seed = self.chance.randrange(10)
        self.area.change("docket.csv", lambda text: answered(text, seed))
        self.area.run("seal", "docket.csv", "--as", name, "--key", f"keys/{self.somebody(name)}.pem",
                      "--on", self.day.isoformat(), lang=self.lang)
        if self.chance.random() < 0.1:
            self.area.change("docket.csv", lambda text: text.replace("yes", "no", 1))
        for _ in range(self.pick((1, 1, 1, 2))):
            self.act("casebook", "receive", "docket.csv", key=self.somebody("zhao"))

    def look_at_one(self):
        number = self.pick(self.cases)["number"] if self.cases else 1
        day = self.day.isoformat()
        period = self.pick(("2018-02", "2018Q1", "2018H1", "2018", "2019Q5"))
        self.ask(*self.pick((
            ("case", "show", number), ("case", "explain", number), ("case", "explain", number, "--format", "json"),
            ("case", "list", "--waiting"), ("case", "inbox", "--on", day), ("letter", number), ("audit", "prove", number),
            ("audit", "verify"), ("casebook", "fund", "--on", day), ("casebook", "status"), ("casebook", "actors"),
            ("report", "--period", period, "--format", "json"), ("casebook", "rebuild"),
            ("case", "list", "--household", self.pick(self.households)))))


def resident_id(number):
    """A number with a right check digit, of an area that does not exist."""
    digits = f"99999919{50 + number % 50:02}0101{number:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11]


def answered(text, seed):
    """A docket as an office fills it in; most rows."""
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        draw = (int(row["case"]) + seed) % 10
        if draw == 0:
            continue
        if row["move"] == "verify":
            row |= {"dwellings": "1", "businesses": "0", "vehicles": "none" if draw == 1 else "0"}
        else:
            row["answer"] = {"appraise": "no" if draw == 2 else "yes", "resolve": "dismissed"}.get(row["move"], "yes")
        row["note"] = "" if draw < 8 else "as-seen"
    return written([list(rows[0])] + [list(row.values()) for row in rows]) if rows else text
