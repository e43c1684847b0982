package import Files
import Journal
package import Units

/// What the bank's file came to.
package struct BankAnswers: Sendable {
  /// Payments that are in their accounts, and their sum.
  package fileprivate(set) var paid = 0
  package fileprivate(set) var paidSum = Yuan.zero
  /// Payments that came back.
  package fileprivate(set) var returned = 0
  /// Rows that say what is recorded already.
  package fileprivate(set) var known = 0
  /// Rows that cannot be read or are refused, in the order of their lines.
  package fileprivate(set) var faults: [Reject] = []
}

extension Recording {
  /// Takes in the bank's answers, row by row; a row that cannot be right is set aside, and the others go on.
  package func reconcile(_ sheet: Sheet) throws(CasebookError) -> BankAnswers {
    precondition(sheet.kind == .bankAnswer, "only the bank answers for payments")
    try checkRole(ReconcileStatement.rule)
    var answers = BankAnswers()
    answers.faults = sheet.faults
    for row in sheet.rows(of: BankAnswerFile.self) {
      switch try bankAnswer(row) {
      case .failure(let fault): answers.faults.append(fault)
      case .success(let answer): try take(answer, row, into: &answers)
      }
    }
    answers.faults.sort { $0.line < $1.line }
    return answers
  }

  private func take(
    _ answer: BankAnswer, _ row: FileRow<BankAnswerFile>, into answers: inout BankAnswers
  ) throws(CasebookError) {
    if answer.isKnown {
      answers.known += 1
      return
    }
    do throws(CasebookError) {
      try reconcile(answer.payment, paid: answer.paid, reason: answer.reason, on: answer.day)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      answers.faults.append(row.fault(refusal.code.rawValue, refusal.what))
      return
    }
    if answer.paid {
      answers.paid += 1
      answers.paidSum += answer.amount
    } else {
      answers.returned += 1
    }
  }

  /// Reads a row and holds it against the payment it names.
  private func bankAnswer(
    _ row: FileRow<BankAnswerFile>
  ) throws(CasebookError) -> Result<BankAnswer, Reject> {
    for role in [BankAnswerFile.Role.payment, .amount, .result] where row[role] == nil {
      return .failure(row.fault(role, .missing))
    }
    guard let number = row[.payment].flatMap({ Int($0) }), let payment = try book.payment(number) else {
      return .failure(
        row.fault(.payment, "no-such-payment", Wording(zh: "没有这笔付款", en: "there is no such payment")))
    }
    guard let amount = row[.amount].flatMap({ Yuan($0) }) else {
      return .failure(row.fault(.amount, .badAmount))
    }
    guard amount == payment.amount else {
      return .failure(
        row.fault(
          .amount, "amount-differs",
          Wording(
            zh: "付款 \(number) 的金额是 \(payment.amount.grouped) 元",
            en: "the amount of payment \(number) is \(payment.amount.grouped)")))
    }
    guard let paid = row[.result].flatMap({ BankAnswerFile.results[$0] }) else {
      return .failure(
        row.fault(
          .result, .unknownWord,
          Wording(zh: "结果应为“已到账”或“退回”", en: "the result is 'paid' or 'returned'")))
    }
    let day = row[.happenedOn].flatMap { Day($0) }
    if row[.happenedOn] != nil, day == nil { return .failure(row.fault(.happenedOn, .badDate)) }
    return .success(
      BankAnswer(
        payment: number, amount: amount, paid: paid, day: day, reason: row[.reason],
        isKnown: payment.state == (paid ? "paid" : "returned")))
  }
}

/// What a row of the bank's file says.
private struct BankAnswer {
  let payment: Int
  let amount: Yuan
  let paid: Bool
  let day: Day?
  let reason: String?
  /// Whether it is recorded already.
  let isKnown: Bool
}
