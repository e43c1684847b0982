import Journal
import Units

extension Fold {
  /// The adjudicator has spoken: the case is counted or not, and what it is paid is promised.
  mutating func decided(
    _ entry: Entry, _ step: CaseStep, _ decision: RecordedDecision, resume: CaseState?
  ) throws(CasebookError) {
    let to = try to(entry, step)
    try run(CaseColumn.decision) { bind in
      bind(.state, to.rawValue)
      bind(.since, entry.happenedOn)
      bind(.resume, resume?.rawValue)
      bind(.reason, decision.reasonCode)
      bind(.counted, decision.isCounted)
      bind(.benefit, decision.benefit)
      bind(.policyYear, decision.policyYear)
      bind(.accumulator, decision.accumulator)
      bind(.payout, decision.payout)
      bind(.decidedEntry, entry.number)
      bind(.approvedAs, entry.role)
      bind(.number, step.number)
    }
    if !decision.bills.isEmpty { try decided(decision.bills, of: step.number) }
    try promise(entry, step, decision.payout, call: decision.call, isWaiting: to == .exhausted)
  }

  /// The bills of a screened case, each in its own account.
  private func decided(_ bills: [DecidedBill], of casefile: Int) throws(CasebookError) {
    try run(CaseBillColumn.deletion) { $0(.casefile, casefile) }
    for (index, bill) in bills.enumerated() {
      try run(CaseBillColumn.insertion) { bind in
        bind(.casefile, casefile)
        bind(.place, index + 1)
        bind(.record, bill.record)
        bind(.person, bill.person)
        bind(.incurredOn, bill.incurredOn)
        bind(.amount, bill.amount)
        bind(.counted, bill.decision?.isCounted ?? false)
        bind(.benefit, bill.decision?.benefit)
        bind(.policyYear, bill.decision?.policyYear)
        bind(.accumulator, bill.decision?.accumulator)
        bind(.payout, bill.decision?.payout ?? .zero)
      }
    }
  }

  /// A sum is promised, or waits for the fund since this entry.
  private mutating func promise(
    _ entry: Entry, _ step: CaseStep, _ amount: Yuan, call: Yuan?, isWaiting: Bool
  ) throws(CasebookError) {
    state.owed += call ?? .zero
    if isWaiting {
      try book.wait(entry.number, of: step.number, for: amount)
    } else {
      state.committed += amount
    }
  }

  /// A sum that waited is promised. What journals of before took up was all of its case.
  mutating func takeUp(_ statement: TakeUpStatement) throws(CasebookError) {
    if let entry = statement.waited {
      try run(WaitingColumn.taking) { $0(.entry, entry) }
    } else {
      try run(WaitingColumn.ending) { $0(.casefile, statement.step.number) }
    }
    state.owed += statement.call ?? .zero
    state.committed += statement.amount
  }

  /// A payment goes to the bank.
  func pay(_ statement: SettleStatement) throws(CasebookError) {
    try run(PaymentColumn.insertion) { bind in
      bind(.number, statement.payment)
      bind(.casefile, statement.step.number)
      bind(.household, statement.step.household)
      bind(.amount, statement.amount)
      bind(.settlement, statement.settlement)
      bind(.personal, statement.payee)
    }
    try run(CaseColumn.paying) { bind in
      bind(.payment, statement.payment)
      bind(.number, statement.step.number)
    }
  }

  /// The bank has answered. What comes back of a case whose decision was taken back is the fund's again.
  mutating func answerPayment(_ statement: ReconcileStatement) throws(CasebookError) {
    try run(PaymentColumn.answer) { bind in
      bind(.state, (statement.isPaid ? PaymentState.paid : .returned).rawValue)
      bind(.number, statement.payment)
    }
    state.committed += statement.promised
    state.paid += statement.paid
    let (freed, number) = (statement.freed, statement.step.number)
    guard freed != .zero else { return }
    try comesBack(freed, of: number)
    // It was held not to be out at all: where it is has to be found out.
    if freed < .zero, try book.reversal(of: number)?.money == .notSent {
      try placeMoney(.undecided, of: number)
    }
  }

  /// A case counts no longer, and waits for nothing. What of it was sent stays in its accounts until it has come back.
  mutating func takeBack(_ statement: ReverseStatement) throws(CasebookError) {
    let number = statement.step.number
    state.committed = state.committed - statement.released
    try run(ProposalColumn.ending) { $0(.casefile, number) }
    try run(CaseColumn.uncounting) { $0(.number, number) }
    try leaveOut(statement.out + statement.sent, of: number)
    try run(ReversalColumn.insertion) { bind in
      bind(.casefile, number)
      bind(.money, statement.money.rawValue)
    }
    try run(WaitingColumn.ending) { $0(.casefile, number) }
    try freeBills(statement.step)
    if let amount = statement.cameBack { try repaid(amount, of: number) }
  }

  /// Where the money of a case is whose decision was taken back.
  mutating func placeMoney(_ money: ReversedMoney, of number: Int) throws(CasebookError) {
    try run(ReversalColumn.placing) { bind in
      bind(.money, money.rawValue)
      bind(.casefile, number)
    }
  }

  /// Money has come back that was paid for a decision since taken back.
  mutating func repaid(_ amount: Yuan, of number: Int) throws(CasebookError) {
    state.paid = state.paid - amount
    try run(ReversalColumn.repayment) { bind in
      bind(.casefile, number)
      bind(.repaid, amount)
    }
    try comesBack(amount, of: number)
  }

  /// So much of a case whose decision was taken back is out of the fund no longer; below zero, it is out after all.
  private func comesBack(_ amount: Yuan, of number: Int) throws(CasebookError) {
    guard let file = try book.casefile(number) else { throw .damaged(row: CaseColumn.table) }
    try leaveOut(file.payout - amount, of: number)
  }

  /// So much of a case whose decision was taken back is out of the fund: of a screened one its first bills were paid it,
  /// and the last that was promised anything what is more than was promised.
  private func leaveOut(_ amount: Yuan, of number: Int) throws(CasebookError) {
    try run(CaseColumn.leaving) { bind in
      bind(.payout, amount)
      bind(.number, number)
    }
    var rest = amount
    let promised = try book.billsAsPromised(of: number)
    let last = promised.lastIndex { $0 > .zero }
    for (index, payout) in promised.enumerated() {
      let own = index == last ? rest : min(payout, rest)
      rest = rest - own
      try run(CaseBillColumn.leaving) { bind in
        bind(.payout, own)
        bind(.casefile, number)
        bind(.place, index + 1)
      }
    }
  }

  /// The bills of a case are in none any more: the next screening may open another with them.
  func freeBills(_ step: CaseStep) throws(CasebookError) {
    try run(BillColumn.takenOutOfCase) { $0(.casefile, step.number) }
  }

  /// It is proposed to pay more for a case, in the place of what was proposed before.
  func propose(_ entry: Entry, _ statement: ProposeStatement) throws(CasebookError) {
    try run(ProposalColumn.insertion) { bind in
      bind(.casefile, statement.step.number)
      bind(.entry, entry.number)
    }
  }

  /// More is paid for a case that was decided.
  mutating func supplement(_ entry: Entry, _ statement: SupplementStatement) throws(CasebookError) {
    // Who adds to a sum answers for all of it.
    try decidedAgain(
      statement.step.number, statement.again, statement.bills, adding: statement.amount,
      approvedAs: statement.amount > .zero ? entry.role : nil,
      knownBy: statement.namesFacts ? entry.number : nil)
    try promise(
      entry, statement.step, statement.amount, call: statement.call, isWaiting: statement.isWaiting)
  }

  /// A case is decided again, and paid as much as before or less: what waits comes off first, the last of it before the rest.
  mutating func redecide(_ entry: Entry, _ statement: RedecideStatement) throws(CasebookError) {
    try decidedAgain(
      statement.step.number, statement.again, statement.bills, adding: statement.amount, approvedAs: nil,
      knownBy: statement.behind == nil ? entry.number : nil)
    state.committed = state.committed - statement.released
    var rest = statement.offWaiting
    for sum in try book.waitingSums(of: statement.step.number).reversed() where rest > .zero {
      let off = min(sum.amount, rest)
      rest = rest - off
      if off == sum.amount {
        try run(WaitingColumn.taking) { $0(.entry, sum.entry) }
      } else {
        try run(WaitingColumn.lessening) { bind in
          bind(.amount, sum.amount - off)
          bind(.entry, sum.entry)
        }
      }
    }
  }

  /// What was proposed for the case before is done, or out of date.
  ///
  /// - Parameter known: the entry, where it names the facts.
  private func decidedAgain(
    _ number: Int, _ again: DecidedAgain, _ bills: [BillDecidedAgain], adding amount: Yuan,
    approvedAs role: String?, knownBy known: Int?
  ) throws(CasebookError) {
    try run(ProposalColumn.ending) { $0(.casefile, number) }
    try run(CaseColumn.decidedAgain) { bind in
      bind(.payout, amount)
      bind(.reason, again.reason)
      bind(.counted, again.isCounted)
      bind(.benefit, again.benefit)
      bind(.policyYear, again.policyYear)
      bind(.accumulator, again.accumulator)
      bind(.approvedAs, role)
      bind(.factsEntry, known)
      bind(.number, number)
    }
    for bill in bills {
      try run(CaseBillColumn.decidedAgain) { bind in
        bind(.payout, bill.amount)
        bind(.counted, bill.again.isCounted)
        bind(.benefit, bill.again.benefit)
        bind(.policyYear, bill.again.policyYear)
        bind(.accumulator, bill.again.accumulator)
        bind(.casefile, number)
        bind(.place, bill.place)
      }
    }
  }
}
