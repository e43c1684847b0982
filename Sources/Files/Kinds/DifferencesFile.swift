import Tables
package import Units

/// The claims on which two records differ.
package enum DifferencesFile: TableFile {
  package static let kind = FileKind.differences
  package static let name = Wording(
    zh: "两份结果的差异（audit diff --out）", en: "differences between two records (audit diff --out)")

  package enum Role: Int, FileRole {
    case claim, household
    case outcomeA, reasonA, payoutA
    case outcomeB, reasonB, payoutB
    case difference
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .claim: Field.claim.written.meaning("申请编号", "the claim's id")
    case .household: Field.household.written.meaning("照结果所写；可空", "as a record has it; may be empty")
    case .outcomeA:
      Field("outcome_a", "甲的决定", "甲没有这件申请时为空", "empty where A does not have the claim").holding(.word).written
    case .reasonA: Field("reason_a", "甲的理由", "理由代码", "a reason code").holding(.word).written
    case .payoutA: Field("payout_a", "甲的赔付", "元", "in yuan").holding(.money).written
    case .outcomeB:
      Field("outcome_b", "乙的决定", "乙没有这件申请时为空", "empty where B does not have the claim").holding(.word).written
    case .reasonB: Field("reason_b", "乙的理由", "理由代码", "a reason code").holding(.word).written
    case .payoutB: Field("payout_b", "乙的赔付", "元", "in yuan").holding(.money).written
    case .difference:
      Field("difference", "差额", "乙比甲多赔多少；元", "how much more B pays than A; in yuan").holding(.money).written
    }
  }
}
