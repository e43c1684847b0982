import Journal
import Sealing
import Units

extension Recording {
  /// Writes personal data down and gives what the journal may say of it.
  func keep(_ data: PersonalData, of household: String) throws(CasebookError) -> PersonalReference {
    if let witness { return witness.personal }
    let salt = Randomness.bytes(16)
    let number = state.personal + 1
    state.personal = number
    try book.keep(data, number: number, of: household, salt: salt)
    return PersonalReference(number: number, digest: data.digest(salt: salt, state.algorithm).hex)
  }
}
