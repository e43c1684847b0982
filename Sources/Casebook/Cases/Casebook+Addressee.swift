package import Journal
import Store
import Units

/// Whom a case is about, as far as the casebook still knows.
package struct Addressee: Hashable, Sendable {
  /// What of a person's data is there.
  package enum Kept<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value)
    /// It was there, and was removed.
    case forgotten
    /// Nobody ever gave it.
    case never
  }

  /// Who declared, or the member the case befell, or the head of the household.
  package let person: Kept<PersonalData>
  /// The data with the account that the money goes or went to.
  package let payee: Kept<PersonalData>
}

extension Casebook {
  /// Whom a case is about, and whose account its money goes to.
  package func addressee(of file: Casefile) throws(CasebookError) -> Addressee {
    let opening = try entry(file.openedEntry)
    var person: Addressee.Kept<PersonalData> = .never
    if let opening, let personal = try opening.keptPersonal() {
      person = try kept(personal.number)
    } else if let row = try memberRow(of: file) {
      person = try kept(row)
    }
    return Addressee(person: person, payee: try payeeData(of: file))
  }

  private func payeeData(of file: Casefile) throws(CasebookError) -> Addressee.Kept<PersonalData> {
    if let number = file.payment, let payment = try payment(number) {
      return payment.payee.map { .known($0) } ?? .forgotten
    }
    if let row = try payee(of: file) { return try kept(row) }
    guard let named = file.personal else { return .never }
    return try personalData(named) == nil ? .forgotten : .never
  }

  private func kept(_ row: Int) throws(CasebookError) -> Addressee.Kept<PersonalData> {
    try personalData(row).map { .known($0) } ?? .forgotten
  }

  /// The row of personal data of the member a case befell, or else of the head of the household.
  private func memberRow(of file: Casefile) throws(CasebookError) -> Int? {
    try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT personal FROM member WHERE household = ? AND personal IS NOT NULL
          AND (person IS ?2 OR relation IN ('户主', '本人', 'head', 'self')) ORDER BY person IS ?2 DESC, person LIMIT 1
        """]
      query.bind(1, file.household)
      query.bind(2, file.person)
      return try query.first { $0.int(0) }
    }
  }

  /// Whose account the money goes to: the one the case names; else that of the member it befell, of the head of the
  /// household, or of its first member who has one.
  ///
  /// - Returns: a row of personal data.
  func payee(of file: Casefile) throws(CasebookError) -> Int? {
    if let named = file.personal, try personalData(named)?.bankAccount != nil { return named }
    return try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT p.number FROM member m JOIN personal p ON p.number = m.personal
        WHERE m.household = ? AND p.bank_account IS NOT NULL
        ORDER BY m.person IS ? DESC, m.relation IN ('户主', '本人', 'head', 'self') DESC, m.person LIMIT 1
        """]
      query.bind(1, file.household)
      query.bind(2, file.person)
      return try query.first { $0.int(0) }
    }
  }
}
