import Casebook
import Journal
import Units

/// Many single approvals by one actor within minutes, against the actor's own usual pace.
enum ApprovalBurst: AnomalyCheck {
  static let code = AnomalyCode.approvalBurst

  /// Gaps longer than this part two sittings, and say nothing about the pace.
  private static let sitting: Int64 = 4 * 3600
  /// Where nobody's usual pace is known: faster than this nobody has even opened the file.
  private static let tooQuick: Int64 = 10

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    let approvals = try desk.approvals().filter { !$0.isSealed }
    let gapLimit = Int64(desk.limits[.burstGap])
    var runs: [String: [[AnomalyDesk.Approval]]] = [:]
    var usual: [String: [Int64]] = [:]
    for (actor, own) in Dictionary(grouping: approvals, by: \.actor) {
      for run in parted(own, gapLimit) {
        if run.count >= desk.limits[.burstLeast] {
          runs[actor, default: []].append(run)
        } else {
          usual[actor, default: []] += gaps(run)
        }
      }
      usual[actor, default: []] += between(own, gapLimit)
    }
    let others = usual.mapValues { $0.count >= desk.limits[.paceLeast] ? Spread.median($0) : nil }
    let county = others.values.compactMap { $0 }
    for (actor, found) in runs.sorted(by: { $0.key < $1.key }) {
      for run in found {
        judge(run, actor, own: others[actor] ?? nil, county.isEmpty ? nil : Spread.median(county), desk)
      }
    }
  }

  /// The approvals cut wherever the gap is longer than the limit.
  private static func parted(_ own: [AnomalyDesk.Approval], _ limit: Int64) -> [[AnomalyDesk.Approval]] {
    var runs: [[AnomalyDesk.Approval]] = []
    for approval in own {
      if let last = runs.last?.last, approval.at.seconds - last.at.seconds <= limit {
        runs[runs.count - 1].append(approval)
      } else {
        runs.append([approval])
      }
    }
    return runs
  }

  private static func gaps(_ run: [AnomalyDesk.Approval]) -> [Int64] {
    zip(run, run.dropFirst()).map { $1.at.seconds - $0.at.seconds }
  }

  /// The gaps of one sitting that are longer than those inside a run.
  private static func between(_ own: [AnomalyDesk.Approval], _ limit: Int64) -> [Int64] {
    gaps(own).filter { $0 > limit && $0 <= sitting }
  }

  private static func judge(
    _ run: [AnomalyDesk.Approval], _ actor: String, own: Int64?, _ county: Int64?, _ desk: AnomalyDesk
  ) {
    let pace = Spread.median(gaps(run))
    let faster = Int64(desk.limits[.burstFaster])
    let isOdd: Bool
    if let usual = own ?? county { isOdd = max(pace, 1) * faster <= usual } else { isOdd = pace < tooQuick }
    guard isOdd else { return }
    let rows = run.map { desk.load.rows[$0.row] }
    let stake = rows.reduce(Yuan.zero) { $0 + $1.payout }
    let lasted = (run.last?.at.seconds ?? 0) - run[0].at.seconds
    let compared = comparison(own, county)
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh:
            "\(actor) 自 \(run[0].at.text) 起 \(lasted) 秒内审批 \(run.count) 件（共 \(stake.grouped) 元），间隔中位数 \(pace) 秒；\(compared.zh)",
          en:
            "\(actor) approved \(run.count) cases (\(stake.grouped) in total) within "
            + "\(lasted.counted("second")) from \(run[0].at.text), a "
            + "median of \(pace.counted("second")) apart; \(compared.en)"),
        stake: stake, strength: own != nil ? 50 : 30, cases: rows.map(\.number),
        households: rows.map(desk.household),
        actors: [actor], entries: run.map(\.entry)))
  }

  private static func comparison(_ own: Int64?, _ county: Int64?) -> Wording {
    if let own {
      return Wording(zh: "本人平时 \(own) 秒", en: "the actor's usual pace is \(own.counted("second"))")
    }
    if let county {
      return Wording(
        zh: "本人平时的间隔不足以计算，县里各人平时 \(county) 秒",
        en:
          "the actor has too few other approvals; the usual pace in the county is \(county.counted("second"))"
      )
    }
    return Wording(
      zh: "县里还没有可比的平时间隔", en: "there is no usual pace in the county to compare with yet")
  }
}
