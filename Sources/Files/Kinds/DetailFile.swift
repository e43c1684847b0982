import Tables
package import Units

/// What a batch decides, with all that it was derived from: what a later run carries on from.
package enum DetailFile: TableFile {
  package static let kind = FileKind.detail
  package static let name = Wording(
    zh: "理算结果（adjudicate --detail）", en: "decisions with their derivation (adjudicate --detail)")

  package enum Role: Int, FileRole {
    case claim, outcome, reason, payout
    case household, peril, day, amount, counted
    case accumulator, warningLine, remaining, rate, benefit, paidBefore
    case findings, corrects, scheme, earlier, person, reasonText
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .claim: DecisionsFile.field(.claim)
    case .outcome: DecisionsFile.field(.outcome)
    case .reason: DecisionsFile.field(.reason)
    case .payout: DecisionsFile.field(.payout)
    case .household: Field.household.written.meaning("照申请", "as in the claim")
    case .peril: Field.peril.written
    case .day: Field.incurredOn.written.meaning("照申请", "as in the claim")
    case .amount: Field.amount.written.meaning("读到的金额；元", "the amount as read; in yuan")
    case .counted:
      Field(
        "counted", "是否计入", "金额计入累计额为 yes，否则 no", "yes if the amount counts in the accumulator, otherwise no"
      ).holding(.word).written
    case .accumulator:
      Field("accumulator", "累计额", "本保障年度计入的费用，含这笔", "counted cost in the policy year, including this claim")
        .holding(.money)
        .written
    case .warningLine:
      Field("warning_line", "预警线", "待遇的防贫预警线", "the benefit's warning line").holding(.money).written
    case .remaining:
      Field("remaining", "剩余费用", "阶梯所计的费用", "the cost to which the staircase is applied").holding(.money)
        .written
    case .rate: Field("rate", "比例", "剩余费用所在一档的比例", "the rate of the band it falls in").holding(.word).written
    case .benefit:
      Field("benefit", "应得", "累计额应得的赔付，已取整、封顶", "the benefit on the accumulator, rounded and capped").holding(
        .money
      ).written
    case .paidBefore:
      Field(
        "paid_before", "已赔", "本保障年度此前已赔的", "paid earlier in the policy year"
      ).holding(.money).written.called("此前已赔")
    case .findings:
      Field(
        "findings", "其他问题", "其他不利或缺少之处的代码，用分号隔开；like:编号 是名册上相近的户",
        "codes of everything else against it or missing, separated by semicolons; like:ID is a household on the "
          + "register whose id is like the claim's"
      ).holding(.word).written
    case .corrects:
      Field.corrects.written.meaning(
        "申请是否更正以前的一件：yes 或 no", "whether the claim corrects an earlier one: yes or no")
    case .scheme:
      Field(
        "scheme", "方案标记", "方案内容的标记，16 位十六进制数", "stands for what the scheme says: 16 hexadecimal digits"
      ).holding(.id).written
    case .earlier:
      Field(
        "earlier", "所接记录", "所接的以前记录合起来的标记，16 位十六进制数",
        "stands for the earlier records it was built on: 16 hexadecimal digits"
      ).holding(.id).written
    case .person:
      Field.person.writtenIfAsked.meaning(
        "照申请；方案按人累计时才写", "as in the claim; written where the scheme sums by person")
    case .reasonText: DecisionsFile.field(.reasonText)
    }
  }

  /// What stands before an id on the register that the claim's household id is like.
  package static let likeMark = Array("like:".utf8)
}
