/// What an entry says of personal data, which stands apart so that it can be forgotten: which row of it, and a salted digest.
package struct PersonalReference: Hashable, Sendable {
  /// The row of personal data.
  package let number: Int
  /// In hexadecimal digits.
  package let digest: String

  static let key: Payload.Key = "personal"

  /// Stands where an entry says nothing of personal data that it should speak of.
  package static let unknown = PersonalReference(number: 0, digest: "")

  package init(number: Int, digest: String) {
    self.number = number
    self.digest = digest
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    number = try payload.number("number")
    digest = try payload.text("digest")
  }

  /// What stands in the entry.
  var payload: Payload {
    var payload = Payload()
    payload.set("number", number)
    payload.set("digest", digest)
    return payload
  }
}

extension PayloadReader {
  /// What is said of personal data.
  func personal() throws(MissingMember) -> PersonalReference? {
    try optionalRecord(PersonalReference.key).map { (payload) throws(MissingMember) in
      try PersonalReference(payload)
    }
  }

  /// What is said of personal data, where it has to be there.
  func needPersonal() throws(MissingMember) -> PersonalReference {
    guard let personal = try personal() else { throw MissingMember(key: PersonalReference.key.text) }
    return personal
  }
}

extension Payload {
  mutating func set(_ personal: PersonalReference?) { set(PersonalReference.key, personal?.payload) }
}
