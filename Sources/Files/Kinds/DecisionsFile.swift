import Tables
package import Units

/// What a batch decides, one row for each readable claim.
package enum DecisionsFile: TableFile {
  package static let kind = FileKind.decisions
  package static let name = Wording(zh: "理算结果（adjudicate --out）", en: "decisions (adjudicate --out)")

  package enum Role: Int, FileRole {
    case claim, outcome, reason, payout, reasonText
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .claim: Field.claim.written.meaning("照申请", "as in the claim")
    case .outcome: Field.outcome.written
    case .reason: Field("reason", "理由", "理由代码", "a reason code").holding(.word).written
    case .payout: Field.payout.written.called("赔付额").meaning("这笔申请赔多少；元", "what this claim is paid; in yuan")
    case .reasonText:
      Field(
        "reason_text", "理由说明", "用文字写的理由；有 --labels 才写",
        "the reason in words; written with --labels only"
      ).writtenIfAsked
    }
  }
}

extension Field {
  fileprivate static let outcome = Field(
    "outcome", "决定", "approved 赔付、denied 不予赔付、pended 待补材料", "approved, denied or pended"
  ).holding(.word)
}
