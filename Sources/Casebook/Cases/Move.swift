package import Units

/// A step that takes a case from one state to another: who may take it, from where, and which level it signs.
package enum Move: String, CaseIterable, Sendable {
  case verify, visit, appraise, disclose, object, resolve, confirm, approve, settle, reconcile
  case pend, release, withdraw, reverse

  /// The states a case may stand in.
  package var from: [CaseState] {
    switch self {
    case .verify: [.opened]
    case .visit: [.verified]
    case .appraise: [.visited]
    case .disclose: [.appraised]
    case .object, .resolve, .confirm: [.disclosed]
    case .approve: [.confirmed]
    case .settle: [.approved]
    case .reconcile: [.settled]
    case .pend: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed]
    case .release: [.pended, .returned]
    case .withdraw: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed, .pended]
    case .reverse: [.approved, .exhausted, .returned, .paid, .denied]
    }
  }

  /// Where the case may stand afterwards.
  package var to: [CaseState] {
    switch self {
    case .verify: [.opened, .verified]
    case .visit: [.visited]
    case .appraise: [.appraised]
    case .disclose, .object: [.disclosed]
    case .resolve: [.disclosed, .opened]
    case .confirm: [.confirmed]
    case .approve: [.approved, .denied, .pended, .exhausted]
    case .settle: [.settled]
    case .reconcile: [.paid, .returned, .approved]
    case .pend: [.pended]
    case .release: [.opened, .verified, .visited, .appraised, .disclosed, .confirmed, .approved]
    case .withdraw: [.withdrawn]
    case .reverse: [.reversed]
    }
  }

  /// The roles that may take it.
  package var roles: [Role] {
    switch self {
    case .verify: [.department, .county]
    case .visit: [.insurer]
    case .appraise, .disclose: [.village]
    case .object: [.village, .township, .county]
    case .resolve, .confirm: [.township]
    case .approve: [.county, .township]
    case .settle, .reconcile: [.insurer]
    case .pend: [.village, .township, .department, .insurer, .county]
    case .release: [.county]
    case .withdraw: [.village, .township, .county]
    case .reverse: [.county]
    }
  }

  /// The level it signs; `nil` where it only notes something.
  package var level: Level? {
    switch self {
    case .verify: .verification
    case .visit: .visit
    case .appraise, .disclose: .village
    case .resolve, .confirm: .township
    case .approve: .county
    case .settle, .reconcile: .settlement
    case .reverse: .reversal
    case .object, .pend, .release, .withdraw: nil
    }
  }

  /// The kind of its entries.
  package var kind: EntryKind {
    switch self {
    case .verify: .verify
    case .visit: .visit
    case .appraise: .appraise
    case .disclose: .disclose
    case .object: .object
    case .resolve: .resolve
    case .confirm: .confirm
    case .approve: .approve
    case .settle: .settle
    case .reconcile: .reconcile
    case .pend: .pend
    case .release: .release
    case .withdraw: .withdraw
    case .reverse: .reverse
    }
  }

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .verify: Wording(zh: "核查", en: "verify")
    case .visit: Wording(zh: "入户", en: "visit")
    case .appraise: Wording(zh: "评议", en: "appraise")
    case .disclose: Wording(zh: "公示", en: "disclose")
    case .object: Wording(zh: "异议", en: "object")
    case .resolve: Wording(zh: "处理异议", en: "resolve")
    case .confirm: Wording(zh: "确认", en: "confirm")
    case .approve: Wording(zh: "审批", en: "approve")
    case .settle: Wording(zh: "赔付", en: "settle")
    case .reconcile: Wording(zh: "对账", en: "reconcile")
    case .pend: Wording(zh: "挂起", en: "pend")
    case .release: Wording(zh: "恢复", en: "release")
    case .withdraw: Wording(zh: "撤回", en: "withdraw")
    case .reverse: Wording(zh: "冲正", en: "reverse")
    }
  }

  /// The moves that are legal from a state, in the order of the table.
  package static func legal(from state: CaseState) -> [Move] {
    allCases.filter { $0.from.contains(state) }
  }

  /// The move that a case in a state waits for, and whose it is; `nil` where it waits for nothing.
  package static func awaited(in state: CaseState) -> Move? {
    switch state {
    case .opened: .verify
    case .verified: .visit
    case .visited: .appraise
    case .appraised: .disclose
    case .disclosed: .confirm
    case .confirmed: .approve
    case .approved: .settle
    case .settled: .reconcile
    case .pended, .returned: .release
    case .exhausted, .paid, .denied, .withdrawn, .reversed: nil
    }
  }
}
