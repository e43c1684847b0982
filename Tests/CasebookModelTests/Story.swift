import Audit
import Casebook
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A small casebook under Wei's scheme, but waiting for the fund where it falls short, with one household.
final class Story {
  /// Who is enrolled; the raw value is the key.
  enum Person: Int, CaseIterable {
    case county1, county2, village1, village2, township1, township2, insurer1, insurer2, department1

    var actor: PlainActor {
      PlainActor(
        name: "\(self)", key: rawValue, role: String("\(self)".filter(\.isLetter)), person: nil,
        households: [])
    }
  }

  let library: Library
  private let keys: [PrivateKey]
  private let township: Int?
  private var clock = 1_515_549_600  // 2018-01-10

  private init(_ path: String, fund: Int, township: Int?) throws {
    self.township = township
    keys = try Person.allCases.map { _ in try PrivateKey.generate(.ed25519) }
    library = try Library(
      path: path,
      counties: [false, true].map { try County.wei(byBand: $0).waiting(townshipUpTo: township) }, keys: keys,
      founder: Person.county1.actor, fund: fund * 100, clock: clock)
    for person in Person.allCases.dropFirst() {
      try #require(try does(.county1, .enrol(person.actor)) != .refused("needs-second-actor"))
      _ = try does(.county2, .enrol(person.actor))
    }
    let fact = PlainFact(
      household: "H1", on: 0, group: "out-of-poverty", members: 4, income: 1_000_000, assets: [1, 0, 0])
    _ = try does(.county1, .household(fact))
  }

  /// Tells a story with a new casebook; whatever was told, an audit that takes every step again finds nothing.
  static func tell(fund: Int, townshipUpTo township: Int? = nil, _ body: (Story) throws -> Void) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let story = try Story(
        folder.appendingPathComponent("story.casebook").path, fund: fund, township: township)
      try body(story)
      let audit = try Verifier.verify(story.library.book.path, threads: 1)
      #expect(audit.isClean, "\(audit.faults.map { "\($0.entry ?? 0): \($0.what.en)" }) \(audit.open)")
    }
  }

  /// Somebody does something, an hour after what came before.
  func does(_ person: Person, _ operation: Operation, daysBefore days: Int = 0) throws -> Answer {
    clock += 3_600
    let day = days == 0 ? nil : PlainDay.inChina(clock) - days
    return try library.take(Attempt(key: person.rawValue, day: day, clock: clock, operation: operation))
  }

  /// A case that is declared and goes on until the township has confirmed it.
  func confirm(yuan: Int) throws {
    let asked = PlainDeclaration(
      household: "H1", person: nil, peril: "illness", cause: nil, incurred: PlainDay.inChina(clock),
      total: yuan * 100, reimbursed: 0, compensated: nil, hasAccount: true, isAnother: false)
    let steps: [(Person, Operation)] = [
      (.village1, .declare(asked)), (.department1, .verify(1, 0, count: 1)),
      (.department1, .verify(1, 1, count: 0)), (.department1, .verify(1, 2, count: 0)),
      (.insurer1, .visit(1)), (.village2, .appraise(1, supports: true)), (.village2, .disclose(1)),
    ]
    for (person, operation) in steps {
      if case .refused(let code) = try does(person, operation) { throw Refused(code: code) }
    }
    clock += 8 * 86_400
    try #require(try does(.township1, .confirm(1)) == .done(""))
  }

  /// The county adopts the scheme read by band.
  func readjudicateByBand() throws {
    let file = try SchemeFile(bytes: County.wei(byBand: true).waiting(townshipUpTo: township).bytes)
    let key = keys[Person.county1.rawValue]
    clock += 3_600
    _ = try library.book.act(key, on: nil, clock: Instant(seconds: Int64(clock))) {
      (recording) throws(CasebookError) in
      try recording.readjudicate(
        under: file.scheme, bytes: file.bytes, since: Day(serial: PlainDay.of(2018, 1, 1)) ?? recording.on)
    }
  }
}
