package import Units

/// Where a case stands. The raw value is the word in the journal.
package enum CaseState: String, CaseIterable, Sendable {
  case opened, verified, visited, appraised, disclosed, confirmed
  case approved, settled, paid, returned, exhausted
  case denied, pended, withdrawn, reversed

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .opened: Wording(zh: "已立案，待核查", en: "opened, to be verified")
    case .verified: Wording(zh: "已核查，待入户", en: "verified, to be visited")
    case .visited: Wording(zh: "已入户，待评议", en: "visited, to be appraised")
    case .appraised: Wording(zh: "已评议，待公示", en: "appraised, to be disclosed")
    case .disclosed: Wording(zh: "公示中", en: "under public notice")
    case .confirmed: Wording(zh: "已确认，待审批", en: "confirmed, to be approved")
    case .approved: Wording(zh: "已审批，待赔付", en: "approved, to be settled")
    case .settled: Wording(zh: "已付款，待银行回单", en: "sent to the bank")
    case .paid: Wording(zh: "已到账", en: "paid")
    case .returned: Wording(zh: "银行退回", en: "returned by the bank")
    case .exhausted: Wording(zh: "已审批，待资金到位", en: "approved, waiting for the fund")
    case .denied: Wording(zh: "不予赔付", en: "denied")
    case .pended: Wording(zh: "待补材料", en: "pended")
    case .withdrawn: Wording(zh: "已撤回", en: "withdrawn")
    case .reversed: Wording(zh: "已冲正", en: "reversed")
    }
  }

  /// Whether anything can still come of it without a new declaration.
  package var isOpen: Bool {
    switch self {
    case .paid, .denied, .withdrawn, .reversed: false
    case .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .approved, .settled, .returned,
      .exhausted, .pended:
      true
    }
  }
}
