import Casebook
import Claims
import Rules
import Units

/// Facts of a household that were changed shortly before its claim, so that what would have been denied was paid.
///
/// The evidence is a second decision: the adjudicator decides the same claim by what was known before the change.
enum ChangedBeforeClaim: AnomalyCheck {
  static let code = AnomalyCode.changedBeforeClaim

  /// What is known after a row of facts.
  private struct Known {
    var group: String?
    var members: Int?
    var income: Yuan?
    var assets: [Int?] = [nil, nil, nil]
  }

  /// A row of facts that says otherwise than before.
  private struct Change {
    let on: Day
    let entry: Int
    let before: Known
    let after: Known
  }

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var changes: [String: [Change]] = [:]
    try read(desk) { household, change in changes[household, default: []].append(change) }
    guard !changes.isEmpty else { return }
    var inOneGo: [Int: Int] = [:]
    for change in changes.values.joined() { inOneGo[desk.transaction(of: change.entry), default: 0] += 1 }
    var renewed = 0
    for (household, found) in changes.sorted(by: { $0.key < $1.key }) {
      for index in desk.load.rows(of: household) where desk.load.rows[index].payout > .zero {
        let row = desk.load.rows[index]
        guard let found = try deciding(row, found, desk) else { continue }
        if inOneGo[desk.transaction(of: found.change.entry), default: 0] >= desk.limits[.bulkRows] {
          renewed += 1
        } else {
          report(row, found.change, found.denial, desk)
        }
      }
    }
    guard renewed > 0 else { return }
    desk.note(
      Wording(
        zh: "\(code.rawValue)：另有 \(renewed) 件只因批量更新的登记才赔付（一次改动 \(desk.limits[.bulkRows]) 户以上），像是例行更新，未列",
        en:
          "\(code.rawValue): paid only because of facts updated in bulk: "
          + "\(renewed.counted("more case", "more cases")) (\(desk.limits[.bulkRows]) "
          + "households or more in one go), which looks like the yearly update; not listed"))
  }

  /// Hands out every change of a fact that had been known otherwise.
  private static func read(_ desk: AnomalyDesk, _ body: (String, Change) -> Void) throws(CasebookError) {
    var current: (household: String, known: Known)?
    try desk.book.eachRepeatedFact { (fact) throws(CasebookError) in
      let before = current?.household == fact.household ? current?.known : nil
      var after = before ?? Known()
      var differs = false
      func take<Value: Equatable>(_ value: Value?, _ place: WritableKeyPath<Known, Value?>) {
        guard let value else { return }
        if let old = after[keyPath: place], old != value { differs = true }
        after[keyPath: place] = value
      }
      take(fact.group, \.group)
      take(fact.members, \.members)
      take(fact.income, \.income)
      for (asset, count) in fact.assets.enumerated() { take(count, \.assets[asset]) }
      current = (fact.household, after)
      guard differs, let before, let on = fact.knownOn else { return }
      body(fact.household, Change(on: on, entry: fact.entry, before: before, after: after))
    }
  }

  /// The change within the days before the case without which it would have been denied.
  private static func deciding(
    _ row: Caseload.Case, _ changes: [Change], _ desk: AnomalyDesk
  ) throws(CasebookError) -> (change: Change, denial: Reason)? {
    guard row.decided > 0, let opened = try desk.book.day(ofEntry: row.opened),
      let decided = try desk.book.day(ofEntry: row.decided)
    else { return nil }
    for change in changes.reversed()
    where change.on <= decided && opened - change.on <= desk.limits[.changeDays] {
      guard let denial = denial(row, change.before, desk), self.denial(row, change.after, desk) == nil else {
        continue
      }
      return (change, denial)
    }
    return nil
  }

  /// Why a claim would have been denied by what was known; what was merely unknown denies nothing.
  private static func denial(_ row: Caseload.Case, _ known: Known, _ desk: AnomalyDesk) -> Reason? {
    let (scheme, adjudicator) = (desk.book.scheme, desk.book.adjudicator)
    guard let peril = scheme.perils.firstIndex(where: { $0.id == desk.load.perils[row.peril] }) else {
      return nil
    }
    let eligibility = adjudicator.eligibility(
      group: known.group.flatMap { word in scheme.groups.firstIndex { $0.id == word } },
      members: known.members,
      income: known.income, dwellings: known.assets[0], businesses: known.assets[1], vehicles: known.assets[2]
    )
    let findings = adjudicator.findings(
      eligibility, peril: peril, day: row.day, cause: nil, compensated: nil, namesPerson: true)
    let household: [Reason] = [.groupNotCovered, .perilNotCovered, .disqualifyingAsset, .aboveProtectionLine]
    return findings.reasons.first { household.contains($0) }
  }

  private static func report(_ row: Caseload.Case, _ change: Change, _ denial: Reason, _ desk: AnomalyDesk) {
    let household = desk.household(row)
    let words = differences(change)
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh: "户 \(household) 的登记于 \(change.on) 改动（台账第 \(change.entry) 条：\(words.zh)），案件 \(row.number) 因此赔付 "
            + "\(row.payout.grouped) 元；按改动前的登记应为“\(denial.name.zh)”（\(denial.code)）",
          en:
            "the register of household \(household) was changed on \(change.on) (entry \(change.entry): \(words.en)), and case "
            + "\(row.number) is paid \(row.payout.grouped); on the facts recorded before, it would be "
            + "denied: \(denial.name.en) (\(denial.code))"),
        stake: row.payout, strength: 75, cases: [row.number], households: [household],
        entries: [change.entry, row.decided]))
  }

  private static func differences(_ change: Change) -> Wording {
    var parts: [Wording] = []
    func add(_ name: Wording, _ was: String?, _ now: String?) {
      guard let was, let now, was != now else { return }
      parts.append(Wording(zh: "\(name.zh) \(was) → \(now)", en: "\(name.en) \(was) → \(now)"))
    }
    let (before, after) = (change.before, change.after)
    add(Wording(zh: "人群", en: "group"), before.group, after.group)
    add(Wording(zh: "人口", en: "members"), before.members.map { "\($0)" }, after.members.map { "\($0)" })
    add(Wording(zh: "年收入", en: "annual income"), before.income?.grouped, after.income?.grouped)
    let names = [
      Wording(zh: "住房", en: "dwellings"), Wording(zh: "经营主体", en: "businesses"),
      Wording(zh: "车辆", en: "vehicles"),
    ]
    for (asset, name) in names.enumerated() {
      add(name, before.assets[asset].map { "\($0)" }, after.assets[asset].map { "\($0)" })
    }
    return Wording(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }
}
