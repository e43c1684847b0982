package import Casebook
package import Units

/// What a search found: ranked, with what could not be looked at.
package struct AnomalyReport: Sendable {
  /// What weighs most first.
  package let findings: [Anomaly]
  /// What could not be looked at, and why.
  package let unchecked: [Wording]
  /// Which checks ran, in their order.
  package let checks: [AnomalyCode]
  package let limits: AnomalyLimits
  /// How many cases and households were looked at.
  package let cases: Int
  package let households: Int
  /// The day since which a case must have moved to count as evidence.
  package let since: Day?

  /// Whether there is anything that is more than a remark.
  package var hasFindings: Bool { findings.contains { !$0.isRemark } }
}

/// Looks through a casebook for what an auditor should look at.
package enum AnomalySearch {
  private static var checks: [any AnomalyCheck.Type] {
    [
      SharedAccount.self, BillTwice.self, HeapAboveLine.self, SplitOverEdge.self, FarFromPeers.self,
      ApprovalBurst.self, RelatedActor.self, NeverVerified.self, MemberTwice.self, ChangedBeforeClaim.self,
    ]
  }

  /// Runs checks.
  ///
  /// - Parameters:
  ///   - only: which; all where none is named.
  ///   - since: findings none of whose cases moved since that day are left out.
  package static func run(
    _ book: Casebook, only: Set<AnomalyCode> = [], since: Day? = nil, limits: AnomalyLimits = AnomalyLimits()
  ) throws(CasebookError) -> AnomalyReport {
    let desk = try AnomalyDesk(book, limits)
    let chosen = checks.filter { only.isEmpty || only.contains($0.code) }
    for check in chosen { try check.look(desk) }
    try noteForgotten(desk, Set(chosen.map { $0.code }))
    let findings = desk.findings.filter { isRecent($0, since, desk) }
    return AnomalyReport(
      findings: findings.sorted(by: Anomaly.precedes), unchecked: desk.unchecked,
      checks: chosen.map { $0.code },
      limits: limits, cases: desk.load.rows.count, households: desk.load.households.words.count, since: since)
  }

  /// A finding without cases is about the register, which is as it is today.
  private static func isRecent(_ anomaly: Anomaly, _ since: Day?, _ desk: AnomalyDesk) -> Bool {
    guard let since, !anomaly.cases.isEmpty else { return true }
    return anomaly.cases.contains { number in
      desk.load.index(of: number).map { desk.load.rows[$0].since >= since } ?? true
    }
  }

  private static func noteForgotten(_ desk: AnomalyDesk, _ codes: Set<AnomalyCode>) throws(CasebookError) {
    let blind = [AnomalyCode.sharedAccount, .relatedActor, .memberTwice].filter(codes.contains)
    guard !blind.isEmpty else { return }
    let words = blind.map(\.rawValue).joined(separator: ", ")
    if try desk.book.isExtract() {
      desk.note(
        Wording(
          zh: "这是略去个人信息的摘出件，\(words) 看不到任何账户和证件号码",
          en: "this is an extract without personal data: \(words) cannot see any account or resident ID"))
      return
    }
    let forgotten = try desk.book.forgottenCount()
    guard forgotten.rows > 0 else { return }
    desk.note(
      Wording(
        zh: "\(forgotten.households) 户的个人信息（\(forgotten.rows) 条）已按规定删除，\(words) 看不到这些账户和证件号码",
        en:
          "the personal data of \(forgotten.households.counted("household")) "
          + "(\(forgotten.rows.counted("row"))) was deleted: \(words) cannot see their accounts and resident IDs"
      ))
  }
}
