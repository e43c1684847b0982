import Casebook
import Journal
import Units

/// The pen of a step that is taken again: it writes nothing, and holds what would be recorded now against what was.
final class ComparingPen: Pen {
  private let recorded: Entry
  private let book: Casebook
  /// Whose account the money went to, where that can no longer be found out: data of the household was forgotten.
  private let payee: Int?
  /// What would be recorded; `nil` while nothing was.
  private var expected: Entry?

  /// - Parameter recorded: the entry whose step is taken again.
  init(_ recorded: Entry, _ book: Casebook, payee: Int?) {
    self.recorded = recorded
    self.book = book
    self.payee = payee
  }

  /// Keeps the first entry that the step records; those that it records besides are entries of their own.
  func enter(_ entry: Entry, _ state: inout BookState) -> Int {
    if expected == nil { expected = entry }
    return recorded.number
  }

  /// What the entry says of personal data: its salt is random, and is held against the digest elsewhere.
  func keep(_ data: PersonalData, of household: String, _ state: inout BookState) -> PersonalReference {
    do throws(MissingMember) { return try recorded.personal() ?? .unknown } catch { return .unknown }
  }

  func payee(of file: Casefile) throws(CasebookError) -> Int? {
    if let payee { return payee }
    return try book.payee(of: file)
  }

  /// How the entry differs from what would be recorded.
  var differences: [Deviation] {
    guard let expected else {
      return [
        Deviation(Wording(zh: "这一步重做时不会产生记录", en: "taken again, this step would record nothing"))
      ]
    }
    var found: [Deviation] = []
    if expected.kind != recorded.kind {
      found.append(Deviation("kind", recorded.kind.rawValue, expected.kind.rawValue))
    }
    return found + Deviation.between(recorded, and: expected.payload, on: expected.happenedOn)
  }
}
