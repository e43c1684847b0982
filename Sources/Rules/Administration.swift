public import Units

/// How a scheme is run: notice, approval, money and the support beside the money.
public struct Administration: Hashable, Sendable {
  /// How far one level may approve.
  public struct ApprovalLimit: Hashable, Sendable {
    /// The level: `township`, `county`.
    public let role: String
    /// Its name for people.
    public let name: Wording
    /// The most it may approve for one household and policy year; `nil` inside `known` means without limit.
    public let upTo: Sourced<Yuan?>

    /// How far one level may approve.
    public init(role: String, name: Wording, upTo: Sourced<Yuan?>) {
      self.role = role
      self.name = name
      self.upTo = upTo
    }
  }

  /// What happens when the fund is spent.
  public enum OnDeficit: String, CaseIterable, Sendable {
    /// The case goes on and a call on the county is recorded.
    case callCounty = "call-county"
    /// The case waits for the next contribution.
    case pend
  }

  /// In which order money reaches the cases that wait for it.
  public enum WhenShort: String, CaseIterable, Sendable {
    /// In the order of their decisions: nobody overtakes, however small the sum.
    case inOrder = "in-order"
    /// The next for whom there is enough.
    case whatFits = "what-fits"
  }

  /// A measure that helps a household earn, beside the money.
  public struct Support: Hashable, Sendable {
    /// Its name in the file.
    public let id: String
    /// Its name for people.
    public let name: Wording
    /// The groups it is for: indices into ``Scheme/groups``.
    public let groups: [Int]
    /// What it is.
    public let text: Wording
    /// Where it comes from.
    public let provenance: Provenance

    /// A measure beside the money.
    public init(id: String, name: Wording, groups: [Int], text: Wording, provenance: Provenance) {
      self.id = id
      self.name = name
      self.groups = groups
      self.text = text
      self.provenance = provenance
    }
  }

  /// Calendar days that a list hangs on the village wall.
  public let disclosureDays: Sourced<Int>
  /// Working days from approval to money in the account.
  public let paymentWorkingDays: Sourced<Int>
  /// From the lowest level upwards.
  public let approvalLimits: [ApprovalLimit]
  /// Premium a villager and year.
  public let premium: Sourced<Yuan>
  /// Share of the rural population that the premium is paid for.
  public let cover: Sourced<Rate>
  /// What the county pays in a year.
  public let fund: Sourced<Yuan>
  /// What happens when it is spent.
  public let onDeficit: Sourced<OnDeficit>
  /// In which order cases that wait for money get it; an assumption where the file does not say.
  public let whenShort: Sourced<WhenShort>
  /// Measures beside the money.
  public let support: [Support]
  /// Persons of the rural population, where the scheme gives them: for the check whether the figures meet.
  public let ruralPopulation: Sourced<Int>?
  /// Which days are worked, in the years that the file names; `nil` where it names none. ``calendar`` knows the others.
  public let holidays: HolidayTable?
  /// Calendar days for which a department's answer, or a count of assets, may be relied on; `nil` where the file does not
  /// say: then an answer never grows stale.
  public let answerValidDays: Sourced<Int>?
  /// Years for which personal data must be kept after a case has ended; `nil` where the file does not say: then there is
  /// no term, and nothing need be kept beyond the case.
  public let retentionYears: Sourced<Int>?

  /// How a scheme is run.
  public init(
    disclosureDays: Sourced<Int>, paymentWorkingDays: Sourced<Int>, approvalLimits: [ApprovalLimit],
    premium: Sourced<Yuan>, cover: Sourced<Rate>, fund: Sourced<Yuan>, onDeficit: Sourced<OnDeficit>,
    whenShort: Sourced<WhenShort> = Administration.whenShortUnsaid, support: [Support],
    ruralPopulation: Sourced<Int>? = nil,
    holidays: HolidayTable? = nil, answerValidDays: Sourced<Int>? = nil, retentionYears: Sourced<Int>? = nil
  ) {
    self.disclosureDays = disclosureDays
    self.paymentWorkingDays = paymentWorkingDays
    self.approvalLimits = approvalLimits
    self.premium = premium
    self.cover = cover
    self.fund = fund
    self.onDeficit = onDeficit
    self.whenShort = whenShort
    self.support = support
    self.ruralPopulation = ruralPopulation
    self.holidays = holidays
    self.answerValidDays = answerValidDays
    self.retentionYears = retentionYears
  }

  /// What holds where a scheme file does not say in which order cases that wait get their money.
  public static let whenShortUnsaid = Sourced<WhenShort>.known(
    .inOrder,
    .assumption(
      Wording(
        zh: "方案没有写明；按决定的先后，不得提前",
        en: "the scheme does not say; in the order of the decisions, nobody overtakes")))
}
