package import Journal
import Units

/// What an entry does: what follows from it, and how its step is taken again. One for each statement, in the file of its step.
protocol Effect: JournalStatement {
  /// Derives what follows from an entry that says this.
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError)

  /// Takes the step of an entry again, from what it says was put in, where the casebook stands as it did when the entry was
  /// recorded.
  ///
  /// - Throws: the refusal, where the rules of procedure do not allow the step.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken

  /// Whether cases are asked for when it is taken again. What only says what became known asks for none, and a register of
  /// a county is told quickly.
  static var asksForCases: Bool { get }
}

extension Effect where Self: CaseStatement {
  static var asksForCases: Bool { true }
}

extension EntryKind {
  /// Whether cases are asked for when an entry of the kind is taken again.
  package var asksForCases: Bool { effect.asksForCases }

  /// What entries of the kind do.
  var effect: any Effect.Type {
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
    case .undoImport: UndoImportStatement.self
    case .carry: CarryStatement.self
    case .takeOver: TakeOverStatement.self
    case .closeYear: CloseYearStatement.self
    case .reopenYear: ReopenYearStatement.self
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
    case .send: SendStatement.self
    case .receive: ReceiveStatement.self
    case .forget: ForgetStatement.self
    }
  }
}

extension Entry {
  /// What the entry does.
  func effect() throws(CasebookError) -> any Effect {
    do throws(MissingMember) { return try kind.effect.init(PayloadReader(payload)) } catch {
      throw damaged(error)
    }
  }

  /// Takes the entry's step again.
  ///
  /// - Parameters:
  ///   - recording: with a pen that compares, where the casebook stands as it did when the entry was recorded.
  ///   - audit: what takes the steps again.
  /// - Throws: the refusal, where the rules of procedure do not allow the step.
  package func retake(
    by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try effect().retake(self, by: recording, in: audit)
  }

  /// What the entry says, by the statement of its kind; where it is of another, or does not say what it must, the casebook is
  /// damaged.
  package func read<Statement: JournalStatement>(
    _ statement: Statement.Type = Statement.self
  ) throws(CasebookError) -> Statement {
    guard kind == Statement.kind else { throw .damaged(entry: number) }
    do throws(MissingMember) { return try self.statement(as: statement) } catch { throw damaged(error) }
  }

  /// What the entry says, where it is a step of a case; `nil` where it is none.
  package func readStep() throws(CasebookError) -> (any CaseStatement)? {
    do throws(MissingMember) { return try stepStatement() } catch { throw damaged(error) }
  }

  /// What the entry promises to its case; nothing where that waits for the fund.
  func promisedSum() throws(CasebookError) -> Yuan {
    guard let statement = try readStep() else { return .zero }
    switch statement.change.what {
    case .decides(let decision), .opensDecided(_, let decision):
      return statement.step.to == .exhausted ? .zero : decision.payout
    case .supplements(let more): return more.isWaiting ? .zero : more.amount
    case .promises(let amount, _): return amount
    case .redecides(let less): return .zero - less.released
    case .goesOn, .opens, .amends, .objects, .resolves, .sends, .answers, .takesBack, .placesMoney, .repays:
      return .zero
    }
  }

  /// What the entry says of personal data.
  func keptPersonal() throws(CasebookError) -> PersonalReference? {
    do throws(MissingMember) { return try personal() } catch { throw damaged(error) }
  }

  /// The entry does not say what it must.
  func damaged(_ missing: MissingMember) -> CasebookError {
    .damaged(
      Wording(
        zh: "台账第 \(number) 条（\(kind.rawValue)）缺少“\(missing.key)”",
        en: "entry \(number) (\(kind.rawValue)) lacks '\(missing.key)'"))
  }
}

extension Fold {
  /// Derives what follows from an entry.
  package mutating func apply(_ entry: Entry) throws(CasebookError) {
    try entry.effect().derive(entry, in: &self)
    try personal(entry)
  }
}
