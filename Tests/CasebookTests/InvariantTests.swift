import BookKit
import Casebook
import Store
import TestKit
import Testing
import Units

/// What holds of a casebook after every step is held: a state that breaks it is told from one that does not.
@Suite("Invariants of a casebook")
struct InvariantTests {
  /// One thing wrong with the state of a casebook, and what is said of it.
  struct Break: Sendable, CustomTestStringConvertible {
    let what: String
    let change: @Sendable (inout BookState) -> Void

    init(_ what: String, _ change: @escaping @Sendable (inout BookState) -> Void) {
      self.what = what
      self.change = change
    }

    var testDescription: String { what }
  }

  static let states = [
    Break("it has no name, scheme or date") { $0.lastRecordedAt = "" },
    Break("a number is below zero") { $0.objections = -1 },
    Break("something was numbered without an entry") { $0.cases = $0.entries + 1 },
    Break("a settlement has no payment") { $0.payments = 0 },
    Break("a sum is below zero") { $0.owed = Yuan(fen: -1) },
    Break("more is paid and promised than came in or is owed") { $0.committed = Yuan(fen: .max) },
  ]

  @Test("are broken by each fault of the state", arguments: states)
  func state(_ fault: Break) throws {
    try withPaidCase { office in
      var state = try office.book.currentState()
      #expect(state._checkInvariants() == [])
      fault.change(&state)
      #expect(state._checkInvariants().contains(fault.what))
    }
  }

  static let steps = [
    Break("it is another casebook") { $0.id += "x" },
    Break("an entry has changed the journal") { $0.lastRecordedAt += "x" },
    Break("a number was given back") { $0.payments -= 1 },
    Break("money that came in is gone") { $0.contributed = $0.contributed - Yuan(fen: 1) },
  ]

  @Test("are broken by each fault of a step", arguments: steps)
  func step(_ fault: Break) throws {
    try withPaidCase { office in
      let before = try office.book.currentState()
      var after = before
      #expect(after._checkInvariants(after: before) == [])
      fault.change(&after)
      #expect(after._checkInvariants(after: before).contains(fault.what))
    }
  }

  /// What another hand does to the file, by what it breaks.
  static let files = [
    "the numbers in casefile run from one to the last": "UPDATE book SET cases = cases + 1",
    "the numbers in objection run from one to the last": "UPDATE book SET objections = objections + 1",
    "the numbers in payment run from one to the last": "UPDATE payment SET number = 2",
    "the numbers in recorded_personal run from one to the last": "DELETE FROM recorded_personal",
    "the last settlement is a payment's": "UPDATE payment SET settlement = 2",
    "the fund has promised what its cases are promised and have not yet":
      "UPDATE book SET committed = committed + 1",
    "what waits for the fund is owed to its case, and all that is owed to one that only waits":
      "INSERT INTO waiting(entry, casefile, amount) SELECT decided_entry, number, 1 FROM casefile LIMIT 1",
    "a sum that waits does so since an entry that speaks of its case":
      "INSERT INTO waiting(entry, casefile, amount) SELECT 1, number, 1 FROM casefile LIMIT 1",
    "the fund has paid what stands in accounts": "UPDATE book SET paid = paid - 1",
    "the fund pays and promises no more than came in": "UPDATE book SET contributed = 0",
    "a case is paid no more than its payout, and one that is paid no less":
      "UPDATE casefile SET payout = payout + 1",
    "of a case that was reversed what was sent is out until it has come back, and it was said where it is":
      "INSERT INTO reversal VALUES(1, 'kept', 0)",
    "a settled case has one payment on its way, and no other case has any":
      "UPDATE payment SET state = 'sent'",
    "money is promised for what is approved, and for nothing else": "UPDATE casefile SET state = 'denied'",
    "a case that counts was decided, under a benefit and in a policy year":
      "UPDATE casefile SET benefit = NULL",
    "a case that counts is part of its accumulator, and is paid no more than that":
      "UPDATE casefile SET accumulator = amount - 1",
    "a case is opened by an entry, and decided by a later one or by the same":
      "UPDATE casefile SET decided_entry = 1",
    "a fact is known from the day on which its entry happened":
      "UPDATE household_fact SET known_on = '2018-01-01'",
    "a household has members, and no fewer assets than none": "UPDATE household_fact SET members = 0",
    "a bill is in a case of its own household":
      "INSERT INTO bill VALUES('illness', 'R1', 'H2', NULL, '2018-03-01', 100, 1, 1, 'R1')",
    "a bill that counts was decided under a benefit and in a policy year, and is part of its accumulator":
      "INSERT INTO case_bill VALUES(1, 1, 'R1', NULL, '2018-03-01', 100, 1, NULL, NULL, NULL, 0)",
    "a screened case that counts is paid what its bills are paid, and has no account of its own":
      "UPDATE casefile SET way = 'screen'",
    "a case that was taken back has no bill":
      """
    INSERT INTO bill VALUES('illness', 'R1', 'H1', NULL, '2018-03-01', 100, 1, 1, 'R1');
    UPDATE casefile SET state = 'withdrawn'
    """,
    "entries are recorded one after another, each by an actor": "DELETE FROM actor WHERE name = 'Sun'",
  ]

  @Test("are broken by each fault of the file", arguments: BookInvariant.all.map(\.what))
  func file(_ what: String) throws {
    let change = try #require(Self.files[what])
    try withPaidCase { office in
      #expect(try office.book._checkInvariants() == [])
      let database = try Database(path: office.path, .readWrite)
      try database.execute(change)
      try database.close()
      #expect(try office.book._checkInvariants().contains(what))
    }
  }

  @Test("are broken by facts that cannot have been known")
  func facts() throws {
    try withPaidCase { office in
      let (day, before) = (Day.of("2018-06-01"), Day.of("2018-01-03"))
      let known = try #require(try office.book.facts(of: "H1", on: day))
      #expect(known._checkInvariants(on: day) == [])
      #expect(known._checkInvariants(on: before).contains("a fact became known on a later day"))
    }
  }

  /// A casebook in which a case was paid.
  private func withPaidCase(_ body: (CountyOffice) throws -> Void) throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      try office.carry(try office.declare("H1"))
      try body(office)
    }
  }
}
