import Journal
package import Units

/// What was recorded, while the step that recorded it is taken again: it hears what would be recorded now.
final class Witness {
  /// What was recorded.
  let entry: Entry
  /// Whose account money went to, where that can no longer be found out: data of the household was forgotten.
  let payee: Int?
  /// What would be recorded; `nil` while nothing was.
  private(set) var heard: (kind: EntryKind, payload: Payload, day: Day)?

  init(_ entry: Entry, payee: Int?) {
    self.entry = entry
    self.payee = payee
  }

  /// What the entry says of personal data: its salt is random, and is held against the digest elsewhere.
  var personal: PersonalReference {
    do throws(MissingMember) { return try entry.personal() ?? .unknown } catch { return .unknown }
  }

  /// Hears the first entry that the step records; those that it records besides are entries of their own.
  func hear(_ kind: EntryKind, _ payload: Payload, on day: Day) {
    if heard == nil { heard = (kind, payload, day) }
  }

  /// How the entry differs from what would be recorded.
  var differences: [Deviation] {
    guard let heard else {
      return [
        Deviation(Wording(zh: "这一步现在什么也不会记下", en: "taken again, this step would record nothing"))
      ]
    }
    var found: [Deviation] = []
    if heard.kind != entry.kind { found.append(Deviation("kind", entry.kind.rawValue, heard.kind.rawValue)) }
    if heard.day != entry.happenedOn {
      found.append(Deviation("happened_on", entry.happenedOn.description, heard.day.description))
    }
    return found + Deviation.between(entry.payload, and: heard.payload)
  }
}

/// Something recorded that should be otherwise.
package struct Deviation: Hashable, Sendable {
  /// What is wrong.
  package let what: Wording
  /// What it should be; `nil` where it should not be at all.
  package let should: Wording?

  init(_ what: Wording, should: Wording? = nil) {
    self.what = what
    self.should = should
  }

  /// A field that says something else than it should.
  init(_ field: String, _ was: String?, _ should: String?) {
    func said(_ text: String?) -> Wording {
      guard let text else { return Wording(zh: "没有", en: "not there") }
      return Wording(zh: "「\(text)」", en: "'\(text)'")
    }
    let (was, should) = (said(was), said(should))
    self.init(
      Wording(zh: "\(field) 是\(was.zh)", en: "\(field) is \(was.en)"),
      should: Wording(zh: "应是\(should.zh)", en: "should be \(should.en)"))
  }

  /// The members in which what was recorded differs from what should have been.
  static func between(_ was: Payload, and should: Payload) -> [Deviation] {
    was.differences(from: should).map { Deviation($0.key, $0.says?.shown, $0.should?.shown) }
  }
}
