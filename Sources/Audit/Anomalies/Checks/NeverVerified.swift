import Casebook
import Journal
import Rules
import Units

/// Payouts without the checks that come before them: answers, visit, appraisal, public notice.
enum NeverVerified: AnomalyCheck {
  static let code = AnomalyCode.neverVerified

  /// What the journal has of a case's checks.
  private struct Trail {
    var kinds: Set<String> = []
    var answerers: Set<String> = []
    var answered: Set<String> = []
    var verifications: [Int] = []
  }

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var batch = (cases: 0, sum: Yuan.zero)
    var trails: [(row: Int, trail: Trail)] = []
    for index in desk.load.rows.indices {
      let row = desk.load.rows[index]
      guard row.payout > .zero, [.approved, .settled, .paid, .returned, .exhausted].contains(row.state) else {
        continue
      }
      guard row.isStepwise else {
        batch.cases += 1
        batch.sum += row.payout
        continue
      }
      trails.append((index, try trail(row.number, desk)))
    }
    for (index, trail) in trails { judge(desk.load.rows[index], trail, desk) }
    oneAnswerer(trails, desk)
    remark(batch.cases, batch.sum, desk)
  }

  private static func trail(_ number: Int, _ desk: AnomalyDesk) throws(CasebookError) -> Trail {
    var trail = Trail()
    for step in try desk.book.steps(of: number) {
      trail.kinds.insert(step.kind)
      guard step.kind == EntryKind.verify.rawValue else { continue }
      // What is taken from a list was answered by whoever brought the list.
      let entry = try desk.book.entry(step.entry)
      let stated = try entry?.statement(VerifyStatement.self)?.stated.flatMap {
        (number) throws(CasebookError) in
        try desk.book.entry(number)
      }
      trail.answerers.insert(stated?.actor ?? step.actor)
      trail.verifications.append(step.entry)
    }
    trail.answered = try desk.book.assetsAnswered(of: number)
    return trail
  }

  private static func judge(_ row: Caseload.Case, _ trail: Trail, _ desk: AnomalyDesk) {
    let missing = Check.allCases.filter { !trail.kinds.contains($0.kind.rawValue) }
    let silent = Scheme.Asset.allCases.filter { asset in
      desk.book.scheme.assetLimits[asset.rawValue] != nil && !trail.answered.contains(asset.word)
    }
    guard !missing.isEmpty || !silent.isEmpty else { return }
    let absent = Wording(
      zh: (missing.map(\.name.zh) + silent.map { "\(assetName($0).zh)的答复" }).joined(separator: "、"),
      en: (missing.map(\.name.en) + silent.map { "the answer about \(assetName($0).en)" }).joined(
        separator: ", "))
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh: "户 \(desk.household(row)) 的案件 \(row.number) 同意赔付 \(row.payout.grouped) 元，但没有：\(absent.zh)",
          en:
            "case \(row.number) of household \(desk.household(row)) is to be paid \(row.payout.grouped); "
            + "missing: \(absent.en)"
        ),
        stake: row.payout, strength: missing.isEmpty ? 60 : 85, cases: [row.number],
        households: [desk.household(row)],
        entries: [row.decided] + trail.verifications))
  }

  /// The checks that come before a payout, besides the departments' answers.
  private enum Check: CaseIterable {
    case visit, appraise, disclose, confirm

    /// The kind of its entries.
    var kind: EntryKind {
      switch self {
      case .visit: .visit
      case .appraise: .appraise
      case .disclose: .disclose
      case .confirm: .confirm
      }
    }

    var name: Wording {
      switch self {
      case .visit: Wording(zh: "入户", en: "the visit")
      case .appraise: Wording(zh: "评议", en: "the appraisal")
      case .disclose: Wording(zh: "公示", en: "the public notice")
      case .confirm: Wording(zh: "确认", en: "the confirmation")
      }
    }
  }

  private static func assetName(_ asset: Scheme.Asset) -> Wording {
    switch asset {
    case .dwellings: Wording(zh: "住房", en: "dwellings")
    case .businesses: Wording(zh: "经营主体", en: "businesses")
    case .vehicles: Wording(zh: "车辆", en: "vehicles")
    }
  }

  /// Where the answers of most cases come from several actors, those that all come from one are odd.
  private static func oneAnswerer(_ trails: [(row: Int, trail: Trail)], _ desk: AnomalyDesk) {
    let complete = trails.filter { $0.trail.answered.count > 1 }
    let alone = complete.filter { $0.trail.answerers.count == 1 }
    guard alone.count * 2 < complete.count else { return }
    for (actor, found) in Dictionary(grouping: alone, by: { $0.trail.answerers.first ?? "" })
      .sorted(by: { $0.key < $1.key })
    {
      let rows = found.map { desk.load.rows[$0.row] }
      let stake = rows.reduce(Yuan.zero) { $0 + $1.payout }
      let numbers = Listing.of(rows.map(\.number))
      let usual = complete.count - alone.count
      desk.find(
        Anomaly(
          code,
          what: Wording(
            zh: "案件 \(numbers.zh)（共赔付 \(stake.grouped) 元）的资产答复全出自 \(actor) 一人；别的 \(usual) 件由几人分别答复",
            en:
              "all answers about assets in case \(numbers.en) (\(stake.grouped) in total) come from "
              + "\(actor); in the other \(usual.counted("case")) several actors answered"),
          stake: stake, strength: 55, cases: rows.map(\.number), households: rows.map(desk.household),
          actors: [actor],
          entries: found.flatMap(\.trail.verifications)))
    }
  }

  /// A batch comes confirmed from outside: said once, and no finding.
  private static func remark(_ cases: Int, _ sum: Yuan, _ desk: AnomalyDesk) {
    guard cases > 0 else { return }
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh: "批量理算同意赔付 \(cases) 件、共 \(sum.grouped) 元，在系统外确认，这里没有核查记录",
          en:
            "approved in batches: \(cases.counted("case")), \(sum.grouped) in total; confirmed outside the "
            + "casebook, with no check recorded here"),
        stake: sum, strength: 0))
  }
}
