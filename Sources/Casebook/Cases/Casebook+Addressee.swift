package import Journal
import Units

/// Whom a case is about, as far as the casebook still knows.
package struct Addressee: Hashable, Sendable {
  /// What of a person's data is there.
  package enum Kept<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value)
    /// It was there, and was removed.
    case forgotten
    /// It is there in the casebook, but not in this extract of it.
    case leftOut
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
    } else if let row = try concerned(file.household, file.person) {
      person = try kept(row)
    }
    return Addressee(person: person, payee: try payeeData(of: file))
  }

  private func payeeData(of file: Casefile) throws(CasebookError) -> Addressee.Kept<PersonalData> {
    // An extract has nobody's account, and so cannot tell whose it would be.
    if try isExtract() { return try hasRecordedPersonal(of: file.household) ? .leftOut : .never }
    if let number = file.payment, let payment = try payment(number) {
      return payment.payee.map { .known($0) } ?? .forgotten
    }
    if let row = try payee(of: file) { return try kept(row) }
    guard let named = file.personal else { return .never }
    return try personalData(named) == nil ? .forgotten : .never
  }

  private func kept(_ row: Int) throws(CasebookError) -> Addressee.Kept<PersonalData> {
    if let data = try personalData(row) { return .known(data) }
    return try isExtract() ? .leftOut : .forgotten
  }

  /// Whose account the money goes to: the one the case names; else that of the member it befell, of the head of the
  /// household, or of its first member who has one.
  ///
  /// - Returns: a row of personal data.
  package func payee(of file: Casefile) throws(CasebookError) -> Int? {
    if let named = file.personal, try personalData(named)?.bankAccount != nil { return named }
    return try accountHolder(file.household, file.person)
  }
}
