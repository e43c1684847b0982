package import Files
import Journal
package import Tables
package import Units

/// The file for the bank: one row for each payment of a settlement.
///
/// It is derived from the casebook whenever it is asked for, so that nothing is lost where the machine stops between the
/// recording and the writing.
package struct PayoutFile {
  private let draft: TableWriter

  /// Opens the file.
  package init(path: String, _ style: TableStyle = TableStyle()) throws(CasebookError) {
    do { draft = try TableWriter(path: path, PayoutsFile.outline, style) } catch { throw .file(error) }
  }

  /// Writes the payments and puts the file in its place.
  ///
  /// - Returns: their sum.
  @discardableResult
  package func write(_ payments: [Payment]) throws(CasebookError) -> Yuan {
    var sum = Yuan.zero
    do throws(TableError) {
      for payment in payments {
        try draft.add(PayoutsFile.Payment(payment).cells)
        sum += payment.amount
      }
      try draft.commit([PayoutsFile.Role.amount.rawValue: .money(sum)])
    } catch { throw .file(error) }
    return sum
  }

  /// Gives up: the file is what it was.
  package func abandon() { draft.abandon() }
}

extension PayoutsFile.Payment {
  /// The row of a payment.
  package init(_ payment: Payment) {
    self.init(
      settlement: payment.settlement, payment: payment.number, casefile: payment.casefile,
      household: payment.household, amount: payment.amount,
      payee: payment.payee.map { payee in
        PayoutsFile.Payee(name: payee.name, residentID: payee.residentID, bankAccount: payee.bankAccount)
      })
  }
}
