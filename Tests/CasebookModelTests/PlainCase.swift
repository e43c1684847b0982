/// A case as the model remembers it.
struct PlainCase: Sendable {
  let number: Int
  let household: String
  var person: String?
  let peril: String
  var cause: String?
  var incurred: Int
  var amount: Int
  var compensated: Bool?
  /// What a declared cost was before anything came back.
  var total: Int?
  /// The number of the invoice or stay that was declared.
  var invoice: String?
  var state = "opened"
  var since: Int
  var until: Int?
  var resume: String?
  var reason: String?
  /// The reason of the decision, which comes back when a payment has gone out.
  var decision: String?
  /// What of it was counted: itself, or each of its bills that did.
  var costs: [PlainCost] = [] {
    didSet { if !costs.isEmpty { hasCounted = true } }
  }
  /// Whether anything of it ever counted.
  var hasCounted = false
  /// What was decided of it and taken back, as far as its money is out: cases that were reversed count nothing.
  var outCosts: [PlainCost] = []
  /// The same as it was promised.
  var promisedCosts: [PlainCost] = []
  /// Where the money of a reversed case is, and what of it came back by hand.
  var money: String?
  var repaid = 0
  var approvedAs: String?
  /// The place of its decision among all entries, and what was known then.
  var decidedAt = 0
  var decidedOn = 0
  var asked: [PlainAsked] = []
  /// The entry and the day of what it was decided on: of the decision, or of a later one by what was known then.
  var factsAt = 0
  var factsOn = 0
  /// The scheme under which its sum was decided last.
  var scheme = 0
  var hasAccount = false
  var answered: Set<Int> = []
  /// The entry by which an upheld objection sent it back last.
  var sentBack = 0
  var signatures: [String: Set<String>] = [:]

  /// Whether it came in by screening, and is decided bill by bill.
  var isScreened = false

  var isCounted: Bool { !costs.isEmpty }
  var payout: Int { (costs + outCosts).reduce(0) { $0 + $1.payout } }

  /// So much of a reversed case is out: its first costs were paid it, and the last of them what is more than was promised.
  mutating func leaveOut(_ amount: Int) {
    var rest = amount
    let last = promisedCosts.lastIndex { $0.payout > 0 }
    for index in outCosts.indices {
      outCosts[index].payout =
        index == last ? rest : min(promisedCosts[index].payout, rest)
      rest -= outCosts[index].payout
    }
  }

  /// What is compared with the casebook's row.
  var line: String {
    "\(number) \(household) \(state) since \(PlainDay.text(since)) until \(until.map(PlainDay.text) ?? "-") resume "
      + "\(resume ?? "-") reason \(reason ?? "-") counted \(isCounted ? 1 : 0) payout \(payout) amount \(amount)"
  }
}

/// A cost that counts, in the account of its own day.
struct PlainCost: Sendable {
  /// The bill's place among those of its case, from 1; 0 of a case that is decided as one.
  let place: Int
  let person: String?
  let incurred: Int
  let amount: Int
  var benefit: String
  var payout: Int
  /// All that its account had counted with it.
  var accumulator: Int
}

/// What a cost was decided by.
struct PlainAsked: Sendable {
  /// As of ``PlainCost``.
  let place: Int
  let person: String?
  let asked: PlainRules.Asked
}

/// A payment as the model remembers it.
struct PlainPayment: Sendable {
  let number: Int
  let casefile: Int
  let amount: Int
  let settlement: Int
  var state = "sent"

  var line: String { "\(number) of \(casefile): \(amount) in \(settlement) \(state)" }
}

/// Somebody with a key.
struct PlainActor: Sendable, Equatable {
  let name: String
  let key: Int
  let role: String
  let person: String?
  let households: [String]
  var enrolment = "proposed"
  var proposedBy: String?

  /// Whether another says the same of itself, whatever its standing.
  func isSame(as other: PlainActor) -> Bool {
    name == other.name && key == other.key && role == other.role && person == other.person
      && households == other.households
  }
}

/// What became known of a household, and from which day.
struct PlainFact: Sendable {
  let household: String
  let on: Int
  var group: String?
  var members: Int?
  var income: Int?
  /// The year of the income; the one before ``on`` where it is not said.
  var incomeYear: Int?
  var assets: [Int?] = [nil, nil, nil]
  /// Whether it says otherwise than what was known, and the place of its entry.
  var isRevision = false
  var entry = 0
  /// Whether a department has said it, and not the county's register.
  var isAnswer = false
}

/// The moves: from where, by whom, and what they sign.
struct PlainMove: Sendable {
  let from: Set<String>
  let roles: Set<String>
  let level: String?

  private static let undecided: Set = [
    "opened", "verified", "visited", "appraised", "disclosed", "confirmed",
  ]

  static let table: [String: PlainMove] = [
    "verify": PlainMove(from: ["opened"], roles: ["department", "county"], level: "verification"),
    "visit": PlainMove(from: ["verified"], roles: ["insurer"], level: "visit"),
    "appraise": PlainMove(from: ["visited"], roles: ["village"], level: "village"),
    "disclose": PlainMove(from: ["appraised"], roles: ["village"], level: "village"),
    "object": PlainMove(from: ["disclosed"], roles: ["village", "township", "county"], level: nil),
    "resolve": PlainMove(from: ["disclosed"], roles: ["township"], level: "township"),
    "confirm": PlainMove(from: ["disclosed"], roles: ["township"], level: "township"),
    "approve": PlainMove(from: ["confirmed"], roles: ["county", "township"], level: "county"),
    "settle": PlainMove(from: ["approved"], roles: ["insurer"], level: "settlement"),
    "reconcile": PlainMove(
      from: ["settled", "reversed", "paid", "returned", "approved", "exhausted"], roles: ["insurer"],
      level: "settlement"),
    "pend": PlainMove(
      from: undecided, roles: ["village", "township", "department", "insurer", "county"], level: nil),
    "amend": PlainMove(
      from: ["opened", "verified", "visited", "appraised", "pended"],
      roles: ["village", "township", "county"],
      level: "intake"),
    "release": PlainMove(from: ["pended", "returned"], roles: ["county"], level: nil),
    "withdraw": PlainMove(
      from: undecided.union(["pended"]), roles: ["village", "township", "county"], level: nil),
    "reverse": PlainMove(
      from: ["approved", "settled", "exhausted", "returned", "paid", "denied", "reversed"],
      roles: ["county"], level: "reversal"),
    "repaid": PlainMove(from: ["reversed"], roles: ["insurer", "county"], level: nil),
    "redecide": PlainMove(
      from: ["approved", "exhausted", "returned", "denied"], roles: ["county"], level: nil),
  ]

  /// The states in which nothing more is to come.
  static let closed: Set = ["paid", "denied", "withdrawn", "reversed"]
}
