import Tables
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
      Field.township.meaning("农户所在乡镇；空着是不知道", "the household's township; empty means not known")
    case .stratum:
      Field(
        "stratum", "层", "抽自哪一层：乡镇/金额档；按金额抽时为 certain 必抽、chance 随机",
        "the stratum it was drawn from: township/class of payout; 'certain' or 'chance' in a draw by amount"
      ).holding(.id)
    case .payout: .payout
    case .chance:
      Field(
        "chance", "入样机会", "被抽中的机会是 chance/out_of，准确值",
        "the probability of being drawn is exactly chance/out_of"
      ).holding(.count)
    case .outOf: Field("out_of", "机会总数", "见 chance", "see chance").holding(.count)
    case .audited:
      Field(
        "audited_payout", "应付金额", "核查后认为应付多少；元；不该付写 0，不能空着",
        "what the audit found should have been paid; in yuan; 0 for nothing, never empty"
      ).holding(.money)
    case .note:
      Field.note.optional.meaning(
        "核查的说明，不写姓名等个人信息", "what the auditor found, without names or other personal data")
    }
  }

  /// A case that was drawn; what the audit found is for the auditor to fill in.
  package struct SampledCase: Sendable {
    package let casefile: Int
    package let claim: String
    package let household: String
    /// `nil` where it is not known.
    package let township: String?
    package let stratum: String
    package let payout: Yuan
    /// Its chance of being drawn was `chance` out of `outOf`, exactly.
    package let chance: Int64
    package let outOf: Int64

    package init(
      casefile: Int, claim: String, household: String, township: String?, stratum: String, payout: Yuan,
      chance: Int64, outOf: Int64
    ) {
      self.casefile = casefile
      self.claim = claim
      self.household = household
      self.township = township
      self.stratum = stratum
      self.payout = payout
      self.chance = chance
      self.outOf = outOf
    }

    /// The row as it is written.
    package var cells: [String?] {
      SampleFile.cells { role in
        switch role {
        case .casefile: "\(casefile)"
        case .claim: claim
        case .household: household
        case .township: township
        case .stratum: stratum
        case .payout: payout.description
        case .chance: "\(chance)"
        case .outOf: "\(outOf)"
        case .audited, .note: nil
        }
      }
    }
  }
}

extension FileRow<SampleFile> {
  /// The case's number: 1 to 9 digits.
  package func casefile() throws(Reject) -> Int {
    if self[.casefile] == nil { throw fault(.casefile, .missing) }
    guard let number = count(.casefile, noneIsZero: false) else { throw fault(.casefile, .badCount) }
    return number
  }

  /// What should have been paid, as the audit found: at most what a claim may ask for.
  package func audited() throws(Reject) -> Yuan {
    if self[.audited] == nil { throw fault(.audited, .missing) }
    guard let amount = amount(.audited) else { throw fault(.audited, .badAmount) }
    guard amount <= .claimLimit else { throw fault(.audited, .amountOutOfRange) }
    return amount
  }

  /// The first cell that says another thing of the case than the row that was drawn; where it lies is let pass.
  package func difference(from row: SampleFile.SampledCase) -> CellDifference<SampleFile>? {
    differences(
      from: row.cells, in: [.claim, .household, .stratum, .chance, .outOf, .payout], amount: .payout
    ).first
  }
}
