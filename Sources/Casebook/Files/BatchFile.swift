package import Units

/// The files that a batch writes: their columns, for people. The files of offices are in ``OfficeTable``.
package enum BatchFile: String, CaseIterable, Sendable {
  case decisions
  case detail = "decisions-detail"
  case payouts = "batch-payouts"
  case rejects

  /// A column: its name in the file, its name in Chinese, and what stands in it.
  package struct Field: Sendable {
    package let name: String
    package let chinese: String
    package let meaning: Wording

    fileprivate init(_ name: String, _ chinese: String, _ zh: String, _ en: String) {
      self.name = name
      self.chinese = chinese
      meaning = Wording(zh: zh, en: en)
    }
  }

  /// What it is, for people.
  package var name: Wording {
    switch self {
    case .decisions: Wording(zh: "理算结果（adjudicate --out）", en: "decisions (adjudicate --out)")
    case .detail:
      Wording(zh: "理算结果（adjudicate --detail）", en: "decisions with their derivation (adjudicate --detail)")
    case .payouts:
      Wording(zh: "按户汇总的赔付（adjudicate --payouts）", en: "payouts by household (adjudicate --payouts)")
    case .rejects: Wording(zh: "退回的行", en: "rows that were set aside")
    }
  }

  /// Its columns in their order.
  package var fields: [Field] {
    switch self {
    case .decisions: BatchFile.plain
    case .detail: BatchFile.plain + BatchFile.derivation
    case .payouts: BatchFile.byHousehold
    case .rejects: BatchFile.setAside
    }
  }

  private static let plain = [
    Field("claim_id", "申请编号", "照申请", "as in the claim"),
    Field("outcome", "决定", "approved 赔付、denied 不予赔付、pended 待补材料", "approved, denied or pended"),
    Field("reason", "理由", "理由代码", "a reason code"),
    Field("payout", "赔付金额", "这笔申请赔多少；元", "what this claim is paid; in yuan"),
  ]
  private static let derivation = [
    Field("household_id", "户编号", "照申请", "as in the claim"),
    Field("peril", "险别", "方案里的险别", "a peril of the scheme"),
    Field("incurred_on", "发生日期", "照申请", "as in the claim"),
    Field("amount", "金额", "读到的金额；元", "the amount as read; in yuan"),
    Field("counted", "是否计入", "金额计入累计额为 yes，否则 no", "yes where the amount stays in the accumulator, else no"),
    Field("accumulator", "累计额", "本年度计入的费用，含这笔", "counted cost of the policy year, this claim included"),
    Field("warning_line", "预警线", "待遇的防贫预警线", "the benefit's warning line"),
    Field("remaining", "剩余费用", "阶梯所计的费用", "what the staircase runs over"),
    Field("rate", "比例", "剩余费用所在一档的比例", "the rate of the band it lies in"),
    Field("benefit", "应得", "累计额应得的赔付，已取整、封顶", "what the accumulator has earned, rounded and capped"),
    Field("paid_before", "已赔", "本年度以前已赔的", "paid earlier in the policy year"),
    Field(
      "findings", "其他问题", "其他不利或缺少之处的代码，用分号隔开",
      "codes of all else that stands against it or is missing, with semicolons between"),
  ]
  private static let byHousehold = [
    Field("household_id", "户编号", "照名册", "as on the register"),
    Field("claims", "笔数", "有几笔申请得到赔付", "how many claims pay something"),
    Field("payout", "赔付金额", "合计；元", "their sum; in yuan"),
  ]
  private static let setAside = [
    Field("file", "文件", "文件名，照命令行", "the file, as named on the command line"),
    Field("line", "行", "这一行从第几行开始", "the line on which the row begins, from 1"),
    Field("column", "列", "行内第几格；没有格为空", "the cell in the row, from 1; empty where the fault has none"),
    Field("field", "列名", "列的英文名", "the column's English name"),
    Field("value", "内容", "格里写的内容", "what stands there"),
    Field("problem", "问题", "问题代码", "what is wrong, as a code"),
  ]
}
