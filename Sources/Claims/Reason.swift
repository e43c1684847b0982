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
/// The raw value is the row's number, and ``Findings`` has one bit for each of the rows 1 to 15, which ask whether a
/// claim may count at all. Rows 16 to 21 say what a claim that counts is paid: see ``Award``.
public enum Reason: UInt8, CaseIterable, Sendable {
  case duplicateClaim = 1
  case claimIDConflict = 2
  case unknownHousehold = 3
  case householdUnclear = 4
  case groupNotCovered = 5
  case perilNotCovered = 6
  case outsideCoveragePeriod = 7
  case compensatedElsewhere = 8
  case disqualifyingAsset = 9
  case aboveProtectionLine = 10
  case compensationUnknown = 11
  case verificationIncomplete = 12
  case incomeUnknown = 13
  case protectionLineUnknown = 14
  case schemeSilent = 15
  case belowWarningLine = 16
  case capExhausted = 17
  case noFurtherBenefit = 18
  case roundsToZero = 19
  case coveredToCap = 20
  case covered = 21

  /// The word in the files; it never changes with the language.
  public var code: String {
    switch self {
    case .duplicateClaim: "duplicate-claim"
    case .claimIDConflict: "claim-id-conflict"
    case .unknownHousehold: "unknown-household"
    case .householdUnclear: "household-unclear"
    case .groupNotCovered: "group-not-covered"
    case .perilNotCovered: "peril-not-covered"
    case .outsideCoveragePeriod: "outside-coverage-period"
    case .compensatedElsewhere: "compensated-elsewhere"
    case .disqualifyingAsset: "disqualifying-asset"
    case .aboveProtectionLine: "above-protection-line"
    case .compensationUnknown: "compensation-unknown"
    case .verificationIncomplete: "verification-incomplete"
    case .incomeUnknown: "income-unknown"
    case .protectionLineUnknown: "protection-line-unknown"
    case .schemeSilent: "scheme-silent"
    case .belowWarningLine: "below-warning-line"
    case .capExhausted: "cap-exhausted"
    case .noFurtherBenefit: "no-further-benefit"
    case .roundsToZero: "rounds-to-zero"
    case .coveredToCap: "covered-to-cap"
    case .covered: "covered"
    }
  }

  /// What becomes of a claim for this reason.
  public var outcome: Outcome {
    switch self {
    case .claimIDConflict, .householdUnclear, .compensationUnknown, .verificationIncomplete, .incomeUnknown,
      .protectionLineUnknown, .schemeSilent:
      .pended
    case .covered, .coveredToCap: .approved
    default: .denied
    }
  }

  /// Whether the claim's amount stays in the accumulator.
  @inlinable
  public var isCounted: Bool { rawValue >= Reason.belowWarningLine.rawValue }

  /// The reason in a few words, as in the column `reason_text`.
  public var name: Wording {
    switch self {
    case .duplicateClaim: Wording(zh: "重复申请", en: "the same claim was presented before")
    case .claimIDConflict: Wording(zh: "申请编号与另一件申请冲突", en: "the claim id belongs to a different claim")
    case .unknownHousehold: Wording(zh: "户不在名册上", en: "the household is not on the register")
    case .householdUnclear: Wording(zh: "名册上该户的资料不清", en: "the household's entry on the register is unclear")
    case .groupNotCovered: Wording(zh: "该人群不在保障范围", en: "the group is not protected by the scheme")
    case .perilNotCovered: Wording(zh: "该险别或原因不在保障范围", en: "the peril is not covered for this group or cause")
    case .outsideCoveragePeriod: Wording(zh: "事件不在保障期内", en: "the event lies outside the scheme's days")
    case .compensatedElsewhere: Wording(zh: "已从别处获得赔偿", en: "others have compensated already")
    case .disqualifyingAsset: Wording(zh: "资产超过规定", en: "an asset disqualifies the household")
    case .aboveProtectionLine: Wording(zh: "收入不低于防贫保障线", en: "the income is not below the protection line")
    case .compensationUnknown: Wording(zh: "是否已获赔偿不明", en: "not known whether others have compensated")
    case .verificationIncomplete: Wording(zh: "资产核查不完整", en: "the verification of assets is incomplete")
    case .incomeUnknown: Wording(zh: "年收入不明", en: "the household's income is not known")
    case .protectionLineUnknown: Wording(zh: "当年防贫保障线不明", en: "the protection line of the year is not known")
    case .schemeSilent: Wording(zh: "方案未公布所需数值", en: "the scheme's value is unpublished")
    case .belowWarningLine: Wording(zh: "累计额未超过防贫预警线", en: "the accumulator has not passed the warning line")
    case .capExhausted: Wording(zh: "本年度已赔至封顶", en: "the cap of the year has been paid already")
    case .noFurtherBenefit:
      Wording(zh: "累计应赔不高于本年度已赔", en: "the cumulative benefit is not above what was paid")
    case .roundsToZero: Wording(zh: "应赔额四舍五入为零", en: "the benefit rounds to zero")
    case .coveredToCap: Wording(zh: "赔付至封顶", en: "covered up to the cap")
    case .covered: Wording(zh: "予以赔付", en: "covered")
    }
  }

  /// The reason that a code in a file names.
  public init?(code: some StringProtocol) {
    guard let reason = Reason.allCases.first(where: { $0.code == code }) else { return nil }
    self = reason
  }
}

/// Everything that stands against a claim's counting: a set of the rows 1 to 15.
public struct Findings: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// Bit n is row n.
  public let rawValue: UInt16

  /// The set with these bits.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one row.
  @inlinable
  public init(_ reason: Reason) {
    self.init(rawValue: 1 << UInt16(reason.rawValue & 15))
  }

  /// The first row that applies, which is the reason; `nil` where the claim counts.
  @inlinable
  public var first: Reason? {
    isEmpty ? nil : Reason(rawValue: UInt8(truncatingIfNeeded: rawValue.trailingZeroBitCount))
  }

  /// All rows that apply, in the table's order.
  public var reasons: [Reason] {
    Reason.allCases.filter { !$0.isCounted && contains(Findings($0)) }
  }
}
