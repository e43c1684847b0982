package import Journal
import Sealing
import Store
import Units

extension Recording {
  /// Writes personal data down and gives what the journal may say of it.
  func keep(_ data: PersonalData, of household: String) throws(CasebookError) -> PersonalReference {
    if let witness { return witness.personal }
    let salt = Randomness.bytes(16)
    let number = state.personal + 1
    state.personal = number
    do {
      let insert = try statements["INSERT INTO personal VALUES(?, ?, ?, ?, ?, ?, ?, ?)"]
      insert.bind(1, number)
      insert.bind(2, household)
      insert.bind(3, data.name)
      insert.bind(4, data.residentID)
      insert.bind(5, data.bankAccount)
      insert.bind(6, data.telephone)
      insert.bind(7, data.proxy)
      insert.bind(8, blob: salt)
      try insert.run()
    } catch { throw .store(error) }
    return PersonalReference(number: number, digest: data.digest(salt: salt, state.algorithm).hex)
  }
}

extension Casebook {
  /// The personal data in a row, or `nil` where it was forgotten.
  package func personalData(_ number: Int) throws(CasebookError) -> PersonalData? {
    try reading { () throws(StoreError) in
      let query = try statements[
        "SELECT name, resident_id, bank_account, telephone, proxy FROM personal WHERE number = ?"]
      query.bind(1, number)
      return try query.rows { row in
        PersonalData(
          name: row.optionalText(0), residentID: row.optionalText(1), bankAccount: row.optionalText(2),
          telephone: row.optionalText(3), proxy: row.optionalText(4))
      }.first
    }
  }
}
