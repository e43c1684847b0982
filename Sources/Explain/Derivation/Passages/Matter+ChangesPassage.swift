import Claims
import Rules
import Units

extension Matter {
  /// What would have to be different for the claim to be paid; `nil` for one that was approved.
  func changesPassage(_ changes: [Remark]) -> Passage? {
    guard reason.outcome != .approved else { return nil }
    var parts: [Passage.Part] = []
    if reason == .duplicateClaim || reason == .claimIDConflict, let table = firstClaimTable {
      parts.append(.table(table))
    }
    return Passage(
      "changes", Wording(zh: "怎样才能改变结果", en: "What would have to be different"),
      parts + changes.map { .remark($0) })
  }

  /// What would have to be different, first for the reason, then for whatever else stands against the claim; nothing for one
  /// that was approved.
  var changes: [Remark] {
    guard reason.outcome != .approved else { return [] }
    return changes(for: reason)
      + decision.furtherFindings.flatMap { finding in
        let lead = Wording(
          zh: "此外第 \(finding.row) 行（\(finding.name.zh)）：",
          en: "Also row \(finding.row), \(finding.name.en): ")
        return changes(for: finding).map { remark in
          Remark(
            remark.code, Wording(zh: lead.zh + remark.words.zh, en: lead.en + remark.words.en),
            plain: remark.plain,
            [.init("finding", .word(finding.code, finding.name))] + remark.values, from: remark.origins)
        }
      }
  }

  /// The two claims that share an id, field by field; what differs is marked.
  private var firstClaimTable: Table? {
    guard let first = derivation.firstClaim else { return nil }
    func name(_ claim: Claim) -> Value {
      let peril = scheme.perils[claim.peril]
      return .word(peril.id, peril.name)
    }
    let fields: [(String, Wording, Value, Value)] = [
      ("household_id", Wording(zh: "户编号", en: "household"), .id(first.household), .id(claim.household)),
      ("peril", Wording(zh: "险别", en: "peril"), name(first), name(claim)),
      ("incurred_on", Wording(zh: "发生日期", en: "day of the event"), .day(first.day), .day(claim.day)),
      ("amount", Wording(zh: "金额", en: "amount"), .yuan(first.amount), .yuan(claim.amount)),
    ]
    return Table(
      "first_claim",
      columns: [
        .init("field", Wording(zh: "项目", en: "field")),
        .init("first", Wording(zh: "先前的申请", en: "first claim")),
        .init("this", Wording(zh: "本次申请", en: "this claim")),
      ],
      rows: fields.map { Table.Row([.word($0.0, $0.1), $0.2, $0.3], isMarked: $0.2 != $0.3) })
  }
}
