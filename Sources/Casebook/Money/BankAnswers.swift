package import Files
import Journal
import Tables
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
  /// What was proposed, and taken up, since money of reversed cases came back.
  package fileprivate(set) var behind = Followed()
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
      var state: PaymentState?
      let read = try row.answer { (number) throws(CasebookError) in
        let payment = try book.payment(number)
        state = payment?.state
        return payment?.amount
      }
      switch read {
      case .failure(let fault): answers.faults.append(fault)
      case .success(let answer) where answer.result.rawValue == state?.rawValue: answers.known += 1
      case .success(let answer): try take(answer, row, into: &answers)
      }
    }
    answers.faults.sort { $0.at.number < $1.at.number }
    return answers
  }

  private func take(
    _ answer: BankAnswerFile.Answer, _ row: FileRow<BankAnswerFile>, into answers: inout BankAnswers
  ) throws(CasebookError) {
    let isPaid = answer.result == .paid
    do throws(CasebookError) {
      let behind = try reconcile(
        answer.payment, paid: isPaid, reason: answer.reason, on: answer.happenedOn)
      answers.behind.proposed += behind.proposed
      answers.behind.taken += behind.taken
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      answers.faults.append(row.fault(refusal.code.rawValue, refusal.what))
      return
    }
    if isPaid {
      answers.paid += 1
      answers.paidSum += answer.amount
    } else {
      answers.returned += 1
    }
  }
}
