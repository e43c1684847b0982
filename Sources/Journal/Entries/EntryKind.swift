/// What kinds of entry there are. The raw value is the word in the journal; it never changes.
package enum EntryKind: String, CaseIterable, Sendable {
  case create, scheme, clock
  case proposeEnrolment = "propose-enrolment"
  case enrol
  case proposeRevocation = "propose-revocation"
  case revoke
  case contribute
  case household, member, asset, bill
  case fileImported = "file-imported"
  case declare, screen, verify, visit, appraise, disclose, object, resolve, confirm, approve, decide
  case settle, reconcile, pend, release, withdraw, reverse, supplement
  case takeUp = "take-up"
  case account
  case send, receive, forget
}

extension EntryKind {
  /// What entries of the kind say.
  package var statement: any JournalStatement.Type {
    switch self {
    case .create: CreateStatement.self
    case .scheme: SchemeStatement.self
    case .clock: ClockStatement.self
    case .proposeEnrolment: ProposeEnrolmentStatement.self
    case .enrol: EnrolStatement.self
    case .proposeRevocation: ProposeRevocationStatement.self
    case .revoke: RevokeStatement.self
    case .contribute: ContributeStatement.self
    case .household: HouseholdStatement.self
    case .member: MemberStatement.self
    case .asset: AssetStatement.self
    case .bill: BillStatement.self
    case .fileImported: FileImportedStatement.self
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
    case .supplement: SupplementStatement.self
    case .takeUp: TakeUpStatement.self
    case .account: AccountStatement.self
    case .send: SendStatement.self
    case .receive: ReceiveStatement.self
    case .forget: ForgetStatement.self
    }
  }

  /// What entries of the kind say, where they are steps of a case.
  package var step: (any CaseStatement.Type)? { statement as? any CaseStatement.Type }

  /// The rule of the step that entries of the kind are; `nil` where they are none.
  package var rule: StepRule? { EntryKind.rules[self] }

  private static let rules = allCases.reduce(into: [EntryKind: StepRule]()) { $0[$1] = $1.step?.rule }

  /// Whether entries of the kind open a case.
  package var isOpening: Bool { rule.map { $0.from.isEmpty } ?? false }

  /// Whether entries of the kind belong into the slip of their case.
  package var standsOnSlips: Bool { rule?.standsOnSlips ?? false }
}
