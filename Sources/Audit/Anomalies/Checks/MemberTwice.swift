import Casebook
import Units

/// One person in two households, or twice in one.
enum MemberTwice: AnomalyCheck {
  static let code = AnomalyCode.memberTwice

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var reported: Set<[String]> = []
    try sameNumber(desk, &reported)
    try sameDeclarant(desk, &reported)
    try moved(desk, &reported)
  }

  /// One resident ID with two persons of the register.
  private static func sameNumber(_ desk: AnomalyDesk, _ reported: inout Set<[String]>) throws(CasebookError) {
    let found = try desk.book.membersWithOneResidentID()
    for (number, rows) in Dictionary(grouping: found, by: \.residentID).sorted(by: { $0.key < $1.key }) {
      let households = Set(rows.map(\.household)).sorted()
      reported.insert(households)
      let (persons, names) = (Listing.of(rows.map(\.person)), Listing.of(households))
      let masked = ResidentID.masked(number)
      report(
        households, strength: households.count > 1 ? 85 : 60, entries: rows.map(\.entry),
        Wording(
          zh: "身份证号 \(masked) 登记为人员 \(persons.zh)，在户 \(names.zh)",
          en: "the resident ID \(masked) is listed for the persons \(persons.en) in household \(names.en)"),
        desk)
    }
  }

  /// One resident ID that declares for two households; whoever acts by proxy says so and is not asked.
  private static func sameDeclarant(_ desk: AnomalyDesk, _ reported: inout Set<[String]>)
    throws(CasebookError)
  {
    let found = try desk.book.declarantsOfSeveralHouseholds()
    // Who has moved stands in the data of both households: that is the other question.
    let moves = Set(try MemberMoves.all(desk).map { [$0.from, $0.to].sorted() })
    for (number, rows) in Dictionary(grouping: found, by: \.residentID).sorted(by: { $0.key < $1.key }) {
      let households = rows.map(\.household)
      guard !moves.contains(households), reported.insert(households).inserted else { continue }
      let (names, masked) = (Listing.of(households), ResidentID.masked(number))
      report(
        households, strength: 50, entries: rows.map(\.entry),
        Wording(
          zh: "身份证号 \(masked) 以本人名义出现在 \(households.count) 户：\(names.zh)",
          en:
            "the resident ID \(masked) appears, other than as a proxy, in the data of \(households.count) "
            + "households: \(names.en)"
        ),
        desk)
    }
  }

  /// A person who moved while both households claim, and whom the old one still counts.
  private static func moved(_ desk: AnomalyDesk, _ reported: inout Set<[String]>) throws(CasebookError) {
    let moves = try MemberMoves.all(desk)
    guard !moves.isEmpty else { return }
    for move in moves {
      func after(_ household: String) -> [Caseload.Case] {
        desk.load.rows(of: household).map { desk.load.rows[$0] }.filter {
          $0.isCounted && $0.decided > move.toEntry
        }
      }
      let (old, new) = (after(move.from), after(move.to))
      let households = [move.from, move.to].sorted()
      guard !old.isEmpty, !new.isEmpty, !reported.contains(households), try isStillCounted(move, desk) else {
        continue
      }
      reported.insert(households)
      report(
        households, strength: 65, entries: [move.fromEntry, move.toEntry],
        Wording(
          zh: "人员 \(move.person) 于 \(move.on) 由户 \(move.from) 转入户 \(move.to)，此后两户都有计入的案件，而原户人口没有减少",
          en:
            "person \(move.person) moved from household \(move.from) to \(move.to) on \(move.on); both have "
            + "counted cases since, and the old household's head count did not go down"), desk)
    }
  }

  /// Whether the old household's head count is no lower than it was before the move.
  private static func isStillCounted(_ move: MemberMoves, _ desk: AnomalyDesk) throws(CasebookError) -> Bool {
    var before: Int?
    var now: Int?
    for count in try desk.book.headCounts(of: move.from) {
      if count.knownOn < move.on.description { before = count.members }
      now = count.members
    }
    guard let now else { return true }
    return now >= before ?? now
  }

  private static func report(
    _ households: [String], strength: Int, entries: [Int], _ what: Wording, _ desk: AnomalyDesk
  ) {
    let rows = households.flatMap { desk.load.rows(of: $0) }.map { desk.load.rows[$0] }.filter {
      $0.payout > .zero
    }
    var paid = rows.reduce(into: [Int32: Yuan]()) { $0[$1.household, default: .zero] += $1.payout }
    // One of the households may count the person: the others' payouts are what hangs on it.
    if paid.count > 1, let most = paid.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      paid[most.key] = nil
    }
    desk.find(
      Anomaly(
        code, what: what, stake: paid.values.reduce(.zero, +), strength: strength, cases: rows.map(\.number),
        households: households, entries: entries))
  }
}
