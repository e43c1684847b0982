package import Units

/// A step that takes a case from one state to another, by the word with which it is asked for. The raw value is that of its
/// kind of entry.
package enum StepKind: String, CaseIterable, Sendable {
  case verify, visit, appraise, disclose, object, resolve, confirm, approve, settle, reconcile
  case pend, amend, release, withdraw, reverse, repaid, redecide

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
    case .amend: AmendStatement.self
    case .release: ReleaseStatement.self
    case .withdraw: WithdrawStatement.self
    case .reverse: ReverseStatement.self
    case .repaid: RepaidStatement.self
    case .redecide: RedecideStatement.self
    }
  }

  /// The rule of its step.
  package var rule: StepRule { statement.rule }

  /// Its name for people.
  package var name: Wording { rule.name }

  /// The steps that can be taken from a state, in the order of the table.
  package static func steps(from state: CaseState) -> [StepKind] {
    allCases.filter { $0.rule.from.contains(state) }
  }

  /// The step that a case in a state waits for, and whose it is; `nil` where it waits for nothing.
  package static func awaited(in state: CaseState) -> StepKind? {
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

/// The lists of statements stand beside that of steps: whoever adds a step finds them in one file.
extension EntryKind {
  /// What entries of the kind say.
  package var statement: any JournalStatement.Type {
    if let step { return step }
    switch self {
    case .create: return CreateStatement.self
    case .scheme: return SchemeStatement.self
    case .clock: return ClockStatement.self
    case .proposeEnrolment: return ProposeEnrolmentStatement.self
    case .enrol: return EnrolStatement.self
    case .proposeRevocation: return ProposeRevocationStatement.self
    case .revoke: return RevokeStatement.self
    case .contribute: return ContributeStatement.self
    case .household: return HouseholdStatement.self
    case .member: return MemberStatement.self
    case .asset: return AssetStatement.self
    case .bill: return BillStatement.self
    case .fileImported: return FileImportedStatement.self
    case .undoImport: return UndoImportStatement.self
    case .carry: return CarryStatement.self
    case .takeOver: return TakeOverStatement.self
    case .closeYear: return CloseYearStatement.self
    case .reopenYear: return ReopenYearStatement.self
    case .send: return SendStatement.self
    case .receive: return ReceiveStatement.self
    case .forget: return ForgetStatement.self
    case .declare, .screen, .verify, .visit, .appraise, .disclose, .object, .resolve, .confirm, .approve,
      .decide, .settle, .reconcile, .pend, .amend, .release, .withdraw, .reverse, .repaid, .redecide,
      .supplement, .takeUp, .account, .propose, .second:
      preconditionFailure("a step of a case has the statement of its step")
    }
  }

  /// What entries of the kind say, where they are steps of a case.
  package var step: (any CaseStatement.Type)? {
    switch self {
    case .declare: DeclareStatement.self
    case .screen: ScreenStatement.self
    case .verify: VerifyStatement.self
    case .visit: VisitStatement.self
    case .appraise: AppraiseStatement.self
    case .disclose: DiscloseStatement.self
    case .object: ObjectStatement.self
    case .resolve: ResolveStatement.self
    case .confirm: ConfirmStatement.self
    case .approve: ApproveStatement.self
    case .decide: DecideStatement.self
    case .settle: SettleStatement.self
    case .reconcile: ReconcileStatement.self
    case .pend: PendStatement.self
    case .release: ReleaseStatement.self
    case .withdraw: WithdrawStatement.self
    case .reverse: ReverseStatement.self
    case .repaid: RepaidStatement.self
    case .redecide: RedecideStatement.self
    case .supplement: SupplementStatement.self
    case .amend: AmendStatement.self
    case .takeUp: TakeUpStatement.self
    case .account: AccountStatement.self
    case .propose: ProposeStatement.self
    case .second: SecondStatement.self
    case .create, .scheme, .clock, .proposeEnrolment, .enrol, .proposeRevocation, .revoke, .contribute,
      .household, .member, .asset, .bill, .fileImported, .undoImport, .carry, .takeOver, .closeYear,
      .reopenYear, .send, .receive, .forget:
      nil
    }
  }

  /// The rule of the step that entries of the kind are; `nil` where they are none.
  package var rule: StepRule? { step?.rule }

  /// Whether entries of the kind open a case.
  package var isOpening: Bool { rule.map { $0.from.isEmpty } ?? false }

  /// Whether entries of the kind belong into the slip of their case.
  package var standsOnSlips: Bool { rule?.standsOnSlips ?? false }
}
