package import Units

/// Where the money of a case is whose decision is taken back, as whoever takes it back says. The raw value is the word in the
/// journal.
package enum ReversedMoney: String, CaseIterable, Sendable {
  /// None of it was ever sent.
  case notSent = "not-sent"
  /// The bank was asked to bring it back.
  case recalled
  /// The household keeps it.
  case kept
  /// Nobody has decided yet.
  case undecided
  /// The household owes it back: a receivable of the fund.
  case claimed

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .notSent: Wording(zh: "没有付出", en: "never sent")
    case .recalled: Wording(zh: "已请银行追回", en: "recalled from the bank")
    case .kept: Wording(zh: "由农户留用", en: "kept by the household")
    case .undecided: Wording(zh: "如何处理未定", en: "not decided on yet")
    case .claimed: Wording(zh: "须由农户退还", en: "claimed back from the household")
    }
  }
}
