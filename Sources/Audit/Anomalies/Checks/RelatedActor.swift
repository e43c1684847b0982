import Casebook
import Journal
import Units

/// An actor who worked on a case of the own or a relative's household, or whose household's account was paid for another.
///
/// The program refuses what it knows at the time: what is found here was learned later, or came another way.
enum RelatedActor: AnomalyCheck {
  static let code = AnomalyCode.relatedActor

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    let ties = try ActorKinship.all(desk)
    for tie in ties { try steps(of: tie, desk.load.rows(of: tie.household), desk) }
    try accounts(ties, desk)
  }

  private static func steps(of tie: ActorKinship, _ cases: [Int], _ desk: AnomalyDesk) throws(CasebookError) {
    for index in cases {
      let row = desk.load.rows[index]
      var done: [(kind: String, entry: Int)] = []
      if row.way == .decide {
        if desk.decider(ofBatchEntry: row.decided) == tie.actor {
          done.append((row.way.rawValue, row.decided))
        }
      }
      done += try desk.book.steps(of: row.number, opened: row.opened, by: tie.actor)
      guard let first = done.first else { continue }
      let kinds = Listing.of(done.map(\.kind))
      let isLater = tie.entry > first.entry
      desk.find(
        Anomaly(
          code,
          what: Wording(
            zh: "\(tie.actor) 办了户 \(tie.household) 的案件 \(row.number)（\(kinds.zh)），\(tie.how.zh)"
              + (isLater ? "；这层关系事后（台账第 \(tie.entry) 条）才知道" : "") + "；该案赔付 \(row.payout.grouped) 元",
            en:
              "\(tie.actor) took part in case \(row.number) of household \(tie.household) (\(kinds.en)): \(tie.how.en)"
              + (isLater ? "; the tie became known only afterwards, by entry \(tie.entry)" : "")
              + "; the case pays \(row.payout.grouped)"),
          stake: row.payout, strength: isLater ? 70 : 90, cases: [row.number], households: [tie.household],
          actors: [tie.actor], entries: done.map(\.entry) + [tie.entry]))
    }
  }

  /// Payments for other households into an account that somebody of an actor's households named.
  private static func accounts(_ ties: [ActorKinship], _ desk: AnomalyDesk) throws(CasebookError) {
    let own = Dictionary(grouping: ties, by: \.actor).mapValues { Set($0.map(\.household)) }
    var named: [String: Set<String>] = [:]
    for (actor, households) in own {
      for household in households {
        for account in try desk.book.accounts(namedBy: household) {
          named[account, default: []].insert(actor)
        }
      }
    }
    guard !named.isEmpty else { return }
    var others: [String: [Int: (household: String, account: String)]] = [:]
    try desk.book.eachAccount { found in
      for actor in named[found.account] ?? [] where own[actor]?.contains(found.household) == false {
        others[actor, default: [:]][found.number] = (found.household, found.account)
      }
    }
    let paid = try PaidTo(desk, rows: Set(others.values.flatMap(\.keys)))
    for (actor, rows) in others.sorted(by: { $0.key < $1.key }) { report(actor, rows, paid, desk) }
  }

  private static func report(
    _ actor: String, _ rows: [Int: (household: String, account: String)], _ paid: PaidTo, _ desk: AnomalyDesk
  ) {
    for (account, found) in Dictionary(grouping: rows, by: \.value.account).sorted(by: { $0.key < $1.key }) {
      let sums = found.flatMap { paid.sums[$0.key] ?? [] }
      guard !sums.isEmpty else { continue }
      let total = sums.reduce(Yuan.zero) { $0 + $1.amount }
      let others = Listing.of(Set(sums.map(\.household)).sorted())
      let masked = BankAccount.masked(account)
      desk.find(
        Anomaly(
          code,
          what: Wording(
            zh: "户 \(others.zh) 的赔款 \(total.grouped) 元进了账户 \(masked)，经办人 \(actor) 的户也用这个账户",
            en:
              "\(total.grouped) for household \(others.en) goes to account \(masked), which a household of the actor "
              + "\(actor) names too"),
          stake: total, strength: 85, cases: sums.map(\.casefile), households: sums.map(\.household),
          actors: [actor]))
    }
  }
}

/// A household that an actor belongs to or is related to, and since which entry that is known.
struct ActorKinship {
  let actor: String
  let household: String
  let entry: Int
  let how: Wording

  /// All that the casebook knows: what the enrolment names, and where the actor's person is or was a member, under its
  /// own id or another with the same resident ID.
  static func all(_ desk: AnomalyDesk) throws(CasebookError) -> [ActorKinship] {
    var ties: [ActorKinship] = []
    var seen: Set<[String]> = []
    func add(_ tie: ActorKinship) {
      if seen.insert([tie.actor, tie.household]).inserted { ties.append(tie) }
    }
    func add(_ found: [ActorTie], _ how: Wording) {
      for tie in found {
        add(ActorKinship(actor: tie.actor, household: tie.household, entry: tie.entry, how: how))
      }
    }
    add(
      try desk.book.tiesByEnrolment(),
      Wording(zh: "登记时声明为本户或亲属户", en: "named at enrolment as the actor's own or a relative's household"))
    add(
      try desk.book.tiesByMembership(), Wording(zh: "是该户成员", en: "a member of that household"))
    for move in try MemberMoves.all(desk) {
      for actor in try desk.book.actors(withPerson: move.person) {
        add(
          ActorKinship(
            actor: actor, household: move.from, entry: move.fromEntry,
            how: Wording(zh: "曾是该户成员", en: "was a member of that household")))
      }
    }
    add(
      try desk.book.tiesByResidentID(),
      Wording(zh: "该户登记有同一身份证号", en: "that household has somebody with the same resident ID"))
    return ties
  }
}
