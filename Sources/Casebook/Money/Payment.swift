package import Journal
import Rules
import Store
package import Units

/// A payment to a household's account, as the payout file has it.
package struct Payment: Hashable, Sendable {
  package let number: Int
  package let casefile: Int
  package let household: String
  package let amount: Yuan
  package let settlement: Int
  /// `sent`, `paid` or `returned`.
  package let state: String
  /// Whose account, and which; `nil` where it was forgotten.
  package let payee: PersonalData?
}

extension Casebook {
  /// A payment by its number.
  package func payment(_ number: Int) throws(CasebookError) -> Payment? {
    try payments("p.number = ?", number).first
  }

  /// The payments of a settlement, in the order of their numbers.
  package func payments(settlement: Int) throws(CasebookError) -> [Payment] {
    try payments("p.settlement = ?", settlement)
  }

  private func payments(_ condition: String, _ value: Int) throws(CasebookError) -> [Payment] {
    try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT p.number, p.casefile, p.household, p.amount, p.settlement, p.state, d.name, d.resident_id, d.bank_account,
          d.telephone, d.number FROM payment p LEFT JOIN personal d ON d.number = p.personal WHERE \(condition) ORDER BY p.number
        """]
      query.bind(1, value)
      return try query.rows { row in
        let payee = PersonalData(
          name: row.optionalText(6), residentID: row.optionalText(7), bankAccount: row.optionalText(8),
          telephone: row.optionalText(9))
        return Payment(
          number: row.int(0), casefile: row.int(1), household: row.text(2), amount: Yuan(fen: row.int64(3)),
          settlement: row.int(4), state: row.text(5), payee: row.isNull(10) ? nil : payee)
      }
    }
  }
}
