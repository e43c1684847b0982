package import Units

/// How far a case has come on its way. The raw value is its place on it.
package enum Stage: Int, CaseIterable, Sendable {
  case opened, verified, visited, appraised, disclosed, confirmed, decided, approved, settled, paid

  /// The word in CSV and JSON.
  package var word: String { "\(self)" }

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .opened: Wording(zh: "立案", en: "opened")
    case .verified: Wording(zh: "核查", en: "verified")
    case .visited: Wording(zh: "入户", en: "visited")
    case .appraised: Wording(zh: "评议", en: "appraised")
    case .disclosed: Wording(zh: "公示", en: "disclosed")
    case .confirmed: Wording(zh: "确认", en: "confirmed")
    case .decided: Wording(zh: "理算", en: "decided")
    case .approved: Wording(zh: "同意赔付", en: "approved")
    case .settled: Wording(zh: "付款", en: "sent to the bank")
    case .paid: Wording(zh: "到账", en: "in the account")
    }
  }

  /// Those between which time is measured: approval is part of the decision.
  package static let timed: [Stage] = allCases.filter { $0 != .approved }
  /// Those that a claim of a batch passes.
  package static let ofBatch: [Stage] = [.opened, .decided, .approved, .settled, .paid]

  /// The stage that is measured before this one; `nil` for the first.
  package var previous: Stage? {
    Stage.timed.firstIndex(of: self).flatMap { $0 > 0 ? Stage.timed[$0 - 1] : nil }
  }
}
