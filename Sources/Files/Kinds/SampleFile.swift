package import Units

/// An audit's sample, to be filled in.
package enum SampleFile: TableFile {
  package static let kind = FileKind.sample
  package static let name = Wording(
    zh: "审计抽样（audit draw --out），核查后填写", en: "an audit's sample (audit draw --out), to be filled in")

  package enum Role: Int, FileRole {
    case casefile, claim, household, township, stratum, payout, chance, outOf, audited, note
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .casefile: .casefile
    case .claim: Field.claim.meaning("申请编号", "the claim's id")
    case .household: .household
    case .township:
      Field.township.meaning("农户所在乡镇；空着是不知道", "the township of the household; empty is not known")
    case .stratum:
      Field(
        "stratum", "层", "抽自哪一层：乡镇/金额档；按金额抽时为 certain 必抽、chance 随机",
        "where it was drawn from: township/class of payout; in a draw by amount 'certain' or 'chance'")
    case .payout: .payout
    case .chance:
      Field(
        "chance", "入样机会", "被抽中的机会是 chance/out_of，准确值", "the chance of being drawn is chance/out_of, exactly")
    case .outOf: Field("out_of", "机会总数", "见 chance", "see chance")
    case .audited:
      Field(
        "audited_payout", "应付金额", "核查后认为应付多少；元；不该付写 0，不能空着",
        "what should have been paid, as the audit found; in yuan; 0 for nothing, never empty")
    case .note:
      Field.note.optional.meaning(
        "核查的说明，不写姓名等个人信息", "what the auditor found, without names or other personal data")
    }
  }
}
