package import Units

/// A step that takes a case from one state to another, by the word with which it is asked for. The raw value is that of its
/// kind of entry.
package enum Move: String, CaseIterable, Sendable {
  case verify, visit, appraise, disclose, object, resolve, confirm, approve, settle, reconcile
  case pend, release, withdraw, reverse

  /// What its entries say.
  package var statement: any CaseStatement.Type {
    switch self {
    case .verify: VerifyStatement.self
    case .visit: VisitStatement.self
    case .appraise: AppraiseStatement.self
    case .disclose: DiscloseStatement.self
    case .object: ObjectStatement.self
    case .resolve: ResolveStatement.self
    case .confirm: ConfirmStatement.self
    case .approve: ApproveStatement.self
    case .settle: SettleStatement.self
    case .reconcile: ReconcileStatement.self
    case .pend: PendStatement.self
    case .release: ReleaseStatement.self
    case .withdraw: WithdrawStatement.self
    case .reverse: ReverseStatement.self
    }
  }

  /// The rule of its step.
  package var rule: StepRule { statement.rule }

  /// Its name for people.
  package var name: Wording { rule.name }

  /// The moves that are legal from a state, in the order of the table.
  package static func legal(from state: CaseState) -> [Move] {
    allCases.filter { $0.rule.from.contains(state) }
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
