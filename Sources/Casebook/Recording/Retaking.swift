package import Journal
package import Units

/// What a step may ask of the audit that takes it again: what more came together in its recording than its own entry tells.
package protocol Retaking: AnyObject {
  /// Whether the entry belongs to the recording with which the casebook begins.
  var isFounding: Bool { get }
  /// The number that a settlement has in the recording whose entries are taken again.
  var settlement: Int { get }
  /// The day of the last entry that took nothing up: of the one that brought or freed the money for what is taken up.
  var freedOn: Day? { get }
  /// The case that counts otherwise since the recording whose entries are taken again, its decision taken back or made again,
  /// and the day of that.
  var takenBack: Int? { get }
  var takenBackOn: Day? { get }
  /// The proposal that was seconded in the recording whose entries are taken again, and is still to be promised.
  var seconded: Int? { get }
  /// What the scheme that was adopted last is to pay more.
  var supplements: OwedSupplements { get set }
}

/// What came of taking a step again.
package enum Retaken {
  /// The step has recorded something: its pen compares.
  case compared
  /// Nothing can be held against it from the entry alone: what files brought, and what the machine's clock read.
  case letPass
  /// It was worked out otherwise than by taking the step: what is wrong with it.
  case found([Deviation])
}

/// Something recorded that should be otherwise.
package struct Deviation: Hashable, Sendable {
  /// What is wrong.
  package let what: Wording
  /// What it should be; `nil` where it should not be at all.
  package let should: Wording?

  package init(_ what: Wording, should: Wording? = nil) {
    self.what = what
    self.should = should
  }

  /// A field that says something else than it should.
  package init(_ field: String, _ was: String?, _ should: String?) {
    func quoted(_ text: String?) -> Wording {
      guard let text else { return Wording(zh: "没有", en: "missing") }
      return Wording(zh: "“\(text)”", en: "'\(text)'")
    }
    let (was, should) = (quoted(was), quoted(should))
    self.init(
      Wording(zh: "\(field) 是\(was.zh)", en: "\(field) is \(was.en)"),
      should: Wording(zh: "应是\(should.zh)", en: "should be \(should.en)"))
  }

  /// How an entry differs from one of another day and content.
  package static func between(_ was: Entry, and should: Payload, on day: Day) -> [Deviation] {
    let differences = between(was.payload, and: should)
    guard was.happenedOn != day else { return differences }
    return [Deviation("happened_on", was.happenedOn.description, day.description)] + differences
  }

  /// The members in which what was recorded differs from what should have been.
  package static func between(_ was: Payload, and should: Payload) -> [Deviation] {
    was.differences(from: should).map { Deviation($0.key, $0.says?.shown, $0.should?.shown) }
  }
}

/// What a scheme that was adopted is to pay more, while the entries that promise it are taken again.
package struct OwedSupplements {
  private var byCase: [Int: Readjudication.Supplement] = [:]
  /// The day from which on the scheme that was adopted last decided again; `nil` where none was.
  var since: Day?
  /// The case that came last to where it stood, of those that were decided again in this recording.
  private(set) var latest: Readjudication.Latest?

  package init() {}

  /// What a case is owed.
  subscript(casefile: Int) -> Readjudication.Supplement? { byCase[casefile] }

  /// Whether each of them changes something.
  package var areOwed: Bool { byCase.values.allSatisfy(\.isOwed) }

  /// Adds what was worked out.
  mutating func add(_ found: Readjudication) {
    latest = found.latest
    for supplement in found.supplements { byCase[supplement.casefile.number] = supplement }
  }

  /// A case has been promised what it is owed.
  mutating func remove(_ casefile: Int) { byCase[casefile] = nil }

  /// Another recording begins: what a scheme pays more is promised in one, and by the next the cases may have moved on.
  package mutating func beginRecording() { (byCase, latest) = ([:], nil) }
}
