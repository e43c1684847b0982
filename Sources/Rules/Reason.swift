public import Units

/// What becomes of a claim.
public enum Outcome: String, CaseIterable, Sendable {
  case approved, denied, pended

  /// Its name for people.
  public var name: Wording {
    switch self {
    case .approved: Wording(zh: "赔付", en: "approved")
    case .denied: Wording(zh: "不予赔付", en: "denied")
    case .pended: Wording(zh: "待补材料", en: "pended")
    }
  }
}

/// The decision table: one case a row, in the table's order. The first row that applies is the reason.
///
/// Rows up to ``personUnknown`` ask whether a claim may count at all. Rows 16 to 21 say what a claim that counts is paid. All
/// that is the same for a reason wherever it is met stands here, once: a scheme file's examples name reasons, and so do
/// decisions, files and papers.
public enum Reason: UInt8, CaseIterable, Sendable {
  case duplicateClaim = 1
  case claimIDConflict
  case withdrawn
  case unknownHousehold
  case householdUnclear
  case groupNotCovered
  case perilNotCovered
  case outsideCoveragePeriod
  case compensatedElsewhere
  case disqualifyingAsset
  case aboveProtectionLine
  case compensationUnknown
  case verificationIncomplete
  case incomeUnknown
  case protectionLineUnknown
  case schemeSilent
  case personUnknown
  case belowWarningLine
  case capExhausted
  case noFurtherBenefit
  case roundsToZero
  case coveredToCap
  case covered

  /// The row's number, which is a name: what came later has a letter, and nothing is renumbered.
  public var row: String { entry.row }
  /// The word in the files; it never changes with the language.
  public var code: String { entry.code }
  /// What becomes of a claim for this reason.
  public var outcome: Outcome { entry.outcome }
  /// The reason in a few words, as in the column `reason_text`.
  public var name: Wording { entry.name }

  /// Whether the claim's amount stays in the accumulator.
  @inlinable
  public var isCounted: Bool { rawValue >= Reason.belowWarningLine.rawValue }

  /// The reason that a code in a file names.
  public init?(code: some StringProtocol) {
    guard let reason = Reason.allCases.first(where: { $0.code == code }) else { return nil }
    self = reason
  }
}

extension Reason {
  private struct Entry {
    let row: String
    let code: String
    let outcome: Outcome
    let name: Wording

    init(_ row: String, _ code: String, _ outcome: Outcome, _ zh: String, _ en: String) {
      (self.row, self.code, self.outcome) = (row, code, outcome)
      name = Wording(zh: zh, en: en)
    }
  }

  private var entry: Entry {
    switch self {
    case .duplicateClaim:
      Entry("1", "duplicate-claim", .denied, "重复申请", "the same claim was presented before")
    case .claimIDConflict:
      Entry("2", "claim-id-conflict", .pended, "申请编号与另一件申请冲突", "the claim id belongs to a different claim")
    case .withdrawn: Entry("2a", "withdrawn", .denied, "已撤回", "corrected to nothing: the claim is withdrawn")
    case .unknownHousehold:
      Entry("3", "unknown-household", .denied, "户不在名册上", "the household is not on the register")
    case .householdUnclear:
      Entry(
        "4", "household-unclear", .pended, "名册上该户的资料不清", "the household's entry on the register is unclear")
    case .groupNotCovered:
      Entry("5", "group-not-covered", .denied, "该人群不在保障范围", "the group is not protected by the scheme")
    case .perilNotCovered:
      Entry(
        "6", "peril-not-covered", .denied, "该险别或原因不在保障范围", "the peril is not covered for this group or cause")
    case .outsideCoveragePeriod:
      Entry("7", "outside-coverage-period", .denied, "事件不在保障期内", "the event lies outside the scheme's days")
    case .compensatedElsewhere:
      Entry("8", "compensated-elsewhere", .denied, "已从别处获得赔偿", "others have compensated already")
    case .disqualifyingAsset:
      Entry("9", "disqualifying-asset", .denied, "资产超过规定", "an asset disqualifies the household")
    case .aboveProtectionLine:
      Entry(
        "10", "above-protection-line", .denied, "收入不低于防贫保障线", "the income is not below the protection line")
    case .compensationUnknown:
      Entry("11", "compensation-unknown", .pended, "是否已获赔偿不明", "not known whether others have compensated")
    case .verificationIncomplete:
      Entry("12", "verification-incomplete", .pended, "资产核查不完整", "the verification of assets is incomplete")
    case .incomeUnknown:
      Entry("13", "income-unknown", .pended, "年收入不明", "the household's income is not known")
    case .protectionLineUnknown:
      Entry(
        "14", "protection-line-unknown", .pended, "当年防贫保障线不明", "the protection line of the year is not known")
    case .schemeSilent:
      Entry("15", "scheme-silent", .pended, "方案未公布所需数值", "the scheme's value is unpublished")
    case .personUnknown:
      Entry("15a", "person-unknown", .pended, "是谁的费用不明", "it is not known whose cost it is")
    case .belowWarningLine:
      Entry(
        "16", "below-warning-line", .denied, "累计额未超过防贫预警线", "the accumulator has not passed the warning line")
    case .capExhausted:
      Entry("17", "cap-exhausted", .denied, "本年度已赔至封顶", "the cap of the year has been paid already")
    case .noFurtherBenefit:
      Entry(
        "18", "no-further-benefit", .denied, "累计应赔不高于本年度已赔",
        "the cumulative benefit is not above what was paid")
    case .roundsToZero: Entry("19", "rounds-to-zero", .denied, "应赔额四舍五入为零", "the benefit rounds to zero")
    case .coveredToCap: Entry("20", "covered-to-cap", .approved, "赔付至封顶", "covered up to the cap")
    case .covered: Entry("21", "covered", .approved, "予以赔付", "covered")
    }
  }
}
