import Journal
import Rules
import Units

/// A case that could not be settled now, and why.
package struct Unsettled: Hashable, Sendable {
  package let casefile: Int
  package let refusal: Refusal
}

extension Recording {
  /// Sends to the bank whatever is approved and not yet sent: of the named cases, or of all.
  ///
  /// Each case is checked again: the account must be known, the household's total within what its approvers may approve,
  /// and the actor may settle it. What fails stays approved and is told.
  ///
  /// - Returns: the settlement's number, or `nil` where there was nothing to settle.
  package func settle(_ numbers: [Int]) throws(CasebookError) -> (settlement: Int?, left: [Unsettled]) {
    try checkRole(SettleStatement.rule)
    let all = numbers.isEmpty
    let cases = all ? try book.cases(CaseFilter(state: .approved)).map(\.number) : numbers
    let settlement = state.settlements + 1
    var left: [Unsettled] = []
    var count = 0
    for number in cases {
      do throws(CasebookError) {
        try settle(number, in: settlement)
        count += 1
      } catch {
        guard all, case .refused(let refusal) = error else { throw error }
        left.append(Unsettled(casefile: number, refusal: refusal))
      }
    }
    return (count > 0 ? settlement : nil, left)
  }

  func settle(_ number: Int, in settlement: Int) throws(CasebookError) {
    let file = try begin(.settle, number)
    if let revision = try book.revision(of: file) { throw .refused(.revised(file, revision)) }
    let amount = try book.outstanding(file)
    guard let payee = try pen.payee(of: file) else {
      throw .refused(
        Refusal(
          .notGiven,
          Wording(zh: "案件 \(number) 没有收款账号", en: "case \(number) has no bank account to pay into"),
          fix: Wording(zh: "先登记账号：case account \(number)", en: "record one first: case account \(number)")))
    }
    try checkTotal(file)
    try append(
      SettleStatement(
        step(.settle, file, to: .settled), payment: state.payments + 1, settlement: settlement,
        amount: amount, reason: file.reason, payee: payee))
  }

  /// The household's total of the year must still be within what one of its approvers may approve.
  private func checkTotal(_ file: Casefile) throws(CasebookError) {
    for days in try book.countedYears(of: file) { try checkTotal(file, in: days) }
  }

  private func checkTotal(_ file: Casefile, in days: ClosedRange<Day>) throws(CasebookError) {
    let roles = try book.approvers(file.household, in: days)
    let limits = roles.compactMap { $0.flatMap { limit(of: $0) } }
    guard let most = limits.max(by: { ($0?.fen ?? .max) < ($1?.fen ?? .max) }), let most else { return }
    let total = try book.promised(file.household, in: days)
    guard total > most else { return }
    throw .refused(
      Refusal(
        .overLimit,
        Wording(
          zh: "该户本年度合计 \(total.grouped) 元，超过已审批各级的限额 \(most.grouped) 元",
          en:
            "the household's total for the year, \(total.grouped), is over the \(most.grouped) that its "
            + "approvers may approve"
        )
      ))
  }
}

extension Casebook {
  /// The policy years in which a case counts: its own, or those of its bills, ascending.
  func countedYears(of file: Casefile) throws(CasebookError) -> [ClosedRange<Day>] {
    guard file.benefit == nil else { return [file.yearDays(under: scheme)] }
    let start = scheme.policyYearStart
    let years = try countedCosts(of: file.number).map { PolicyYear.days(around: $0.day, start) }
    return Set(years).sorted { $0.lowerBound < $1.lowerBound }
  }
}

extension SettleStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    fold.state.payments = max(fold.state.payments, payment)
    fold.state.settlements = max(fold.state.settlements, settlement)
    try fold.move(entry, step, reason: reason)
    try fold.pay(self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    guard settlement == audit.settlement else {
      return .found([Deviation("settlement", "\(settlement)", "\(audit.settlement)")])
    }
    try recording.settle(step.number, in: settlement)
    return .compared
  }
}
