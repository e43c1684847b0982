"""Random walks: many commands, good and bad, done with both programs, each on a casebook of its own with the same keys.

What is tried next hangs on a seed and on what BEFORE's casebook has come to, so both programs are given the same commands.
"""
import random

from casebook_runs import asked, make_keys, same, whole
from offices import BOOK, Offices
from sample_runs import named, persons_scheme

STATES = ("opened", "verified", "visited", "appraised", "disclosed", "confirmed", "approved", "settled", "paid", "returned",
          "exhausted", "denied", "pended", "withdrawn", "reversed")
# Each kind of keys and heads once; the scheme that is built in, and one that sums by person and waits for its fund.
WALKS = (
    ("walk-county", "wei-county-2017", ("--digest", "sha256", "--fund", 4000000), "ed25519", "en"),
    ("walk-persons", "persons.json", ("--digest", "sm3", "--fund", 60000), "sm2", "zh"),
)


def all_of(programs, seed, steps):
    """Takes every walk, asks its casebook everything, has both read one file and go on with it; gives what was not reached."""
    reached = set()
    for number, (name, scheme, terms, kind, lang) in enumerate(WALKS):
        area = programs.area(name)
        area.put("persons.json", persons_scheme())
        walk = Walk(area, random.Random(seed * 100 + number), lang)
        walk.begin(scheme, terms, kind)
        walk.go(steps)
        asked(area, BOOK, "2018", lang)
        shared = same(programs, area, BOOK, f"{name}-same-file", "2018", lang)
        # A county goes on with the casebook it has: from the same file on, both programs record.
        shared.put("keys", area.sides[0] / "keys")
        shared.put("persons.json", persons_scheme())
        shared.put(BOOK, whole(shared.sides[0] / BOOK))
        walk.area = shared
        walk.go(steps // 4)
        reached |= walk.reached
    return [state for state in STATES if state not in reached]


class Walk(Offices):
    """One casebook of each program, and the steps taken with both."""

    def begin(self, scheme, terms, kind):
        """Keys, casebook, actors and register."""
        area = self.area
        area.put("actors.csv", self.actors())
        make_keys(area, ("casebook", "keys", "--from", "actors.csv", "--dir", "keys", "--kind", kind))
        area.run("casebook", "create", BOOK, *terms, "--rules", scheme, "--rural-population", 608140,
                 "--key", "keys/zhao.pem", "--actor", "zhao", "--office", "county-office", "--on", "2018-01-02")
        for actor in ("zhao", "zhao", "qian"):
            self.act("casebook", "enrol", "actors.csv", "--keys", "keys", key=actor)
        area.alone(0, "synthesize", "county", "--households", 40, "--claims", 400, "--seed", 5, "--months", 2)
        register, claims = (area.read(f"county/{name}.csv").decode() for name in ("households", "claims-2018-01"))
        area.put("households.csv", register)
        self.act("casebook", "import", "households", "households.csv", key="zhao")
        self.people(register, named(claims))
        area.put("members.csv", self.members())
        self.act("casebook", "import", "members", "members.csv", key="zhao")

    def go(self, steps):
        """Takes steps, and looks after every few what became of them."""
        for step in range(steps):
            if step % 5 == 0:
                self.look()
            self.pass_time()
            choice = self.chance.random()
            if choice < 0.62:
                self.move()
            elif choice < 0.78:
                self.take_in()
            elif choice < 0.90:
                self.office()
            else:
                self.look_at_one()
        self.look()

    # The steps of a case

    def move(self):
        """The next step of some case, as a rule by somebody who may take it; or any step, by anybody."""
        if not self.cases or self.chance.random() < 0.08:
            return self.declare()
        case = self.some_case()
        ways = {
            "opened": self.verify, "verified": self.visit, "visited": self.appraise, "appraised": self.disclose,
            "disclosed": self.under_notice, "confirmed": self.approve, "approved": self.settle, "settled": self.reconcile,
            "returned": self.release, "pended": self.release, "exhausted": self.contribute, "paid": self.reverse,
            "denied": self.reverse, "withdrawn": self.release, "reversed": self.repaid}
        rare = (self.pend, self.withdraw, self.reverse, self.account, self.object, self.resolve)
        draw = self.chance.random()
        if draw < 0.82:
            return ways[case["state"]](case)
        if draw < 0.92:
            return self.pick(rare)(case)
        return self.pick(list(ways.values()))(case)

    def verify(self, case):
        answers = [(f"--{asset}", self.pick((0, 0, 0, 1, 1, 2) if asset == "dwellings" else (0, 0, 0, 0, 0, 0, 1)))
                   for asset in ("dwellings", "businesses", "vehicles")]
        if self.chance.random() < 0.3:
            answers = [answers[self.chance.randrange(3)]]
        words = [word for answer in answers for word in answer]
        if self.chance.random() < 0.1:
            words += ["--no-answer", self.pick(("dwellings", "vehicles", "boats"))]
        self.act("case", "verify", case["number"], *words, key=self.somebody("qian", "chen"))

    def visit(self, case):
        self.act("case", "visit", case["number"], *self.maybe("--note", "two-rooms"), key=self.somebody("wu"))

    def appraise(self, case):
        self.act("case", "appraise", case["number"], "--supports", self.pick(("yes", "yes", "yes", "no", "perhaps")),
                 *self.maybe("--note", "known-to-us"), key=self.somebody("li"))

    def disclose(self, case):
        self.act("case", "disclose", case["number"], key=self.somebody("li"))

    def under_notice(self, case):
        if self.chance.random() < 0.15:
            return self.object(case)
        if any(row["casefile"] == case["number"] and row["is_open"] for row in self.objections):
            return self.resolve(case)
        if case["until"]:
            self.pass_time(until=case["until"])
        return self.act("case", "confirm", case["number"], key=self.somebody("zhou"))

    def object(self, case):
        self.act("case", "object", case["number"], "--note", "car-in-yard", *self.maybe("--name", "赵某"),
                 key=self.somebody("sun", "zhou"))

    def resolve(self, case):
        self.act("case", "resolve", case["number"], self.pick(("--upheld", "--dismissed", "--dismissed")),
                 *self.maybe("--note", "looked-at"), key=self.somebody("zhou"))

    def approve(self, case):
        self.act("case", "approve", case["number"], key=self.somebody("zhao"))

    def settle(self, case):
        some = [row["number"] for row in self.cases if row["state"] == "approved"]
        numbers = self.pick(([], [case["number"]], some[:3]))
        self.act("case", "settle", *numbers, *self.maybe("--again", self.chance.randint(1, 4), share=0.15),
                 "--out", "bank.csv", key=self.somebody("zheng"))

    def release(self, case):
        self.act("case", "release", case["number"], *self.maybe("--bank-account", "9999000000000000053"),
                 key=self.somebody("zhao", "qian"))

    def pend(self, case):
        self.act("case", "pend", case["number"], "--reason", "invoice", key=self.somebody("wu", "li"))

    def withdraw(self, case):
        self.act("case", "withdraw", case["number"], "--reason", "twice", key=self.somebody("sun", "zhou"))

    def reverse(self, case):
        if self.chance.random() < 0.4:
            money = ("--money", self.chance.choice(("recalled", "kept", "undecided", "claimed")))
            self.act("case", "reverse", case["number"], "--reason", "was-insured",
                     *(money if case["state"] in ("settled", "paid") else ()), key=self.somebody("zhao", "qian"))

    def repaid(self, case):
        self.act("case", "repaid", case["number"], self.chance.choice(("100", "2400.00", "7800")),
                 key=self.somebody("zhao", "qian"))

    def account(self, case):
        self.act("case", "account", case["number"], "--name", "张三", "--bank-account", "9999000000000000012",
                 key=self.somebody("sun"))

    def contribute(self, _):
        self.act("casebook", "contribute", self.pick((5000, 20000, "12000.50", -1, "much")), key=self.somebody("zhao"))
