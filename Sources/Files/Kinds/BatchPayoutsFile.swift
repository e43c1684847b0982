import Tables
package import Units

/// What a batch pays, by household.
package enum BatchPayoutsFile: TableFile {
  package static let kind = FileKind.batchPayouts
  package static let name = Wording(
    zh: "按户汇总的赔付（adjudicate --payouts）", en: "payouts by household (adjudicate --payouts)")

  package enum Role: Int, FileRole {
    case household, claims, payout
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: Field.household.written.meaning("照名册", "as on the register")
    case .claims: Field("claims", "笔数", "有几笔申请得到赔付", "number of claims that are paid").holding(.count).written
    case .payout: Field.payout.written.meaning("合计；元", "their sum; in yuan")
    }
  }
}
