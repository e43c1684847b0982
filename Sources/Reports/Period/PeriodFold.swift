package import Casebook
import Claims
package import Journal
package import Rules
package import Units

/// Takes the journal's entries one after another, in order, and counts what a report of a period shows.
///
/// Days are business days, `happened_on`: what was recorded later of a day within the period belongs to it. How things
/// stand on a day is what the entries of days up to it make of them, in the order of the journal.
package struct PeriodFold {
  package let period: Period
  /// The day as of which it is told: the period's last, or today where it is not over.
  package let asOf: Day
  let schemes: [String: Scheme]
  /// This period, and the one before.
  var now = Side()
  var before = Side()
  var register = RegisterTrack()
  var ledger = MoneyLedger()
  var perils = Vocabulary()
  var groups = Vocabulary()
  var townships = Vocabulary([Vocabulary.unknown])
  var reasons = Vocabulary()
  var outcomes = Vocabulary(Outcome.allCases.map(\.rawValue))
  var benefits = Vocabulary()
  var persons = Vocabulary([""])
  var states = Vocabulary(CaseState.allCases.map(\.rawValue))
  /// How many entries there were, and the earliest day any of them is of.
  private(set) var entries = 0
  private(set) var began: Day?
  let needsPersons: Bool
  /// The entries of files that were taken back: what they say of households was never known.
  private let undone: [Range<Int>]
  private let dayBefore: Day
  private let firstBefore: Day
  var serials: (day: Day, serial: Int32)

  /// One period: its cases as they stood at its end, what happened within it, and the scheme then in force.
  struct Side {
    var cases = CaseCourses()
    var flows = Flows()
    var scheme: String?
  }

  /// A fold for a period.
  ///
  /// - Parameters:
  ///   - today: in China.
  ///   - schemes: all that were recorded, by their digests.
  ///   - undone: the entries of files that were taken back.
  package init(_ period: Period, today: Day, schemes: [String: Scheme], undone: [Range<Int>] = []) {
    self.period = period
    self.undone = undone
    self.schemes = schemes
    asOf = min(period.last, today)
    dayBefore = period.before.last
    firstBefore = period.before.first
    needsPersons = schemes.values.contains(where: \.needsPersons)
    serials = (period.first, Int32(truncatingIfNeeded: period.first.serial))
  }

  /// Takes the next entry.
  package mutating func take(_ entry: Entry) throws(CasebookError) {
    entries += 1
    let day = entry.happenedOn
    if began.map({ day < $0 }) ?? true { began = day }
    guard day <= asOf else { return }
    if day != serials.day { serials = (day, Int32(truncatingIfNeeded: day.serial)) }
    if let statement = try entry.readStep() {
      // The naming of an account takes no case on.
      if statement.step.to != nil { try step(entry, statement) }
    } else if entry.kind == .create {
      adopt(try entry.read(CreateStatement.self).scheme, entry)
    } else if entry.kind == .scheme {
      adopt(try entry.read(SchemeStatement.self).digest, entry)
    } else if entry.kind == .contribute {
      contribute(try entry.read(ContributeStatement.self), entry)
    } else if undone.contains(where: { $0.contains(entry.number) }) {
      return
    } else if entry.kind == .household {
      let statement = try entry.read(HouseholdStatement.self)
      know(
        statement.household, group: statement.group, members: statement.members, township: statement.township)
    } else if entry.kind == .asset {
      know(try entry.read(AssetStatement.self).household)
    }
  }

  private mutating func adopt(_ digest: String, _ entry: Entry) {
    now.scheme = digest
    if entry.happenedOn <= dayBefore { before.scheme = digest }
  }

  private mutating func contribute(_ statement: ContributeStatement, _ entry: Entry) {
    let amount = statement.amount
    ledger.contribute(amount.fen, answering: statement.answers?.fen ?? 0, on: serials.serial)
    if entry.happenedOn >= period.first {
      now.flows.contribute(amount.fen)
    } else if entry.happenedOn >= firstBefore {
      before.flows.contribute(amount.fen)
    }
  }

  mutating func know(
    _ household: String, group: String? = nil, members: Int? = nil, township: String? = nil
  ) {
    let fact = RegisterTrack.Fact(
      day: serials.serial, group: group.map { Int32(groups.code($0)) } ?? -1,
      members: members.map { Int32(clamping: $0) } ?? -1,
      township: township.map { Int32(townships.code($0)) } ?? -1)
    register.take(register.household(household), fact)
  }

  private mutating func step(_ entry: Entry, _ statement: any CaseStatement) throws(CasebookError) {
    let step = try small(entry, statement)
    ledger.take(step)
    guard let passage = now.cases.take(step) else { throw .unreadable(entry) }
    if entry.happenedOn >= period.first { now.flows.take(step, passage) }
    guard entry.happenedOn <= dayBefore else { return }
    guard let passage = before.cases.take(step) else { throw .unreadable(entry) }
    if entry.happenedOn >= firstBefore { before.flows.take(step, passage) }
  }
}

extension CasebookError {
  /// An entry on a case that is not there.
  static func unreadable(_ entry: Entry) -> CasebookError {
    .damaged(
      Wording(
        zh: "台账第 \(entry.number) 条（\(entry.kind.rawValue)）无法解读：请用 audit verify 查明",
        en: "entry \(entry.number) (\(entry.kind.rawValue)) cannot be interpreted: audit verify shows where"))
  }

  /// A row of the journal that is no entry.
  static func unreadable(_ number: Int) -> CasebookError {
    .damaged(
      Wording(
        zh: "台账第 \(number) 条无法解读：请用 audit verify 查明",
        en: "entry \(number) cannot be interpreted: audit verify shows where"))
  }
}
