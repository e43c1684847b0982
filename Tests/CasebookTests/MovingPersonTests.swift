import Audit
import Batch
import BookKit
import Casebook
import Claims
import Files
import Journal
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("A person who moves")
struct MovingPersonTests {
  /// The paper's scheme with every sum by person; the cap on disaster stays the household's.
  private static func scheme() throws -> SchemeFile {
    try .builtIn().replacing(
      "\"sumOver\": { \"of\": \"household\"", with: "\"sumOver\": { \"of\": \"person\"")
  }

  private static let households = [
    "household_id,group,members,annual_income,dwellings,businesses,vehicles",
    "H0,low-income,3,5000,1,0,0", "H1,low-income,4,5000,1,0,0", "H2,out-of-poverty,2,5000,1,0,0",
  ]
  private static let header = "claim_id,household_id,peril,incurred_on,amount,person_id"

  private func list(_ rows: String...) -> [String] { ["person_id,household_id"] + rows }

  /// Decides claims without a casebook: id, reason, payout.
  private func batch(
    _ desk: ImportDesk, _ claims: [String], members: [String]?, earlier: [String] = [],
    to out: String = "decisions"
  ) throws -> [String] {
    try desk.write(lines: [Self.header] + claims, "claims.csv")
    try desk.write(lines: Self.households, "register.csv")
    var request = AdjudicationRequest(
      scheme: desk.book.scheme, claims: desk.path(of: "claims.csv"),
      households: desk.path(of: "register.csv"))
    if let members {
      try desk.write(lines: members, "list.csv")
      request.members = desk.path(of: "list.csv")
    }
    request.earlier = earlier.map { desk.path(of: $0) }
    request.detail = true
    request.output = desk.path(of: out)
    #expect(try Adjudication.run(request).rejectedClaims == 0)
    return try desk.text(out).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[3])"
    }
  }

  /// Decides claims in the casebook, and gives what the journal then says of all.
  private func decide(
    _ desk: ImportDesk, _ claims: [String], in other: Casebook? = nil, on day: String
  ) throws -> [String] {
    try desk.write(lines: [Self.header] + claims, "claims.csv")
    let book = other ?? desk.book
    let outcome = try book.act(desk.key, on: Day(day), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in try recording.adjudicate(desk.path(of: "claims.csv"), threads: 2)
    }
    #expect(outcome.faults.isEmpty)
    return try book.allEntries(.decide).map { entry in
      let says = entry.payload
      return "\(says.text("claim") ?? "?") \(says.text("reason") ?? "?") \(says.text("payout") ?? "?")"
    }
  }

  private func begin(_ desk: ImportDesk) throws {
    try desk.take(.households, try desk.sheet(.households, lines: Self.households), on: "2018-01-02")
    try desk.take(
      .members, try desk.sheet(.members, lines: list("P1,H0", "P2,H1", "P3,H2")), on: "2018-01-02")
  }

  private static let january = ["C1,H0,illness,2018-01-20,15000,P1", "C2,H1,illness,2018-01-21,15000,P2"]
  private static let february = [
    "C3,H1,illness,2018-02-20,15000,P1", "C4,H0,illness,2018-02-21,8000,P1",
    "C5,H1,illness,2018-02-22,4000,P2",
  ]
  private static let decided = [
    "C1 below-warning-line 0.00", "C2 below-warning-line 0.00", "C3 covered 3000.00",
    "C4 person-unknown 0.00",
    "C5 below-warning-line 0.00",
  ]

  @Test("takes the year's sums along, in a chain of months as in the casebook, where the members say so")
  func follows() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      let first = try batch(desk, Self.january, members: nil, to: "january")
      #expect(first == Array(Self.decided[..<2]))
      let moved = list("P1,H1", "P2,H1", "P3,H2")
      #expect(
        try batch(desk, Self.february, members: moved, earlier: ["january"], to: "february")
          == Array(Self.decided[2...]))
      // The months together, and the record of February read back.
      #expect(try batch(desk, Self.january + Self.february, members: moved) == Self.decided)
      #expect(
        try batch(
          desk, ["C6,H1,illness,2018-03-01,1000,P1"], members: moved, earlier: ["january", "february"])
          == ["C6 covered 300.00"])

      #expect(try decide(desk, Self.january, on: "2018-01-31") == Array(Self.decided[..<2]))
      try desk.take(
        .members, try desk.sheet(.members, lines: list("P1,H1")), revising: true, on: "2018-02-01")
      #expect(try decide(desk, Self.february, on: "2018-02-28") == Self.decided)
      #expect(try desk.book.rebuild().corrected == [])
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
    }
  }

  @Test("pends where nobody says that they moved, and takes nothing from those that follow")
  func pends() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      let pended = [
        "C3 person-unknown 0.00", "C4 covered 900.00", "C5 below-warning-line 0.00",
      ]
      _ = try batch(desk, Self.january, members: nil, to: "january")
      for members in [nil, list("P1,H0"), list("P1,H1", "P1,H0"), list("P2,H1")] {
        #expect(try batch(desk, Self.february, members: members, earlier: ["january"]) == pended)
      }
      _ = try decide(desk, Self.january, on: "2018-01-31")
      #expect(try decide(desk, Self.february, on: "2018-02-28") == Array(Self.decided[..<2]) + pended)
      let file = try #require(try desk.book.casefile(3))
      #expect(try desk.book.lacking(file, on: .of("2018-03-01")) == [.personUnknown])
      let derivation = try #require(try desk.book.derivation(of: file))
      #expect(derivation.elsewhere == ["H0"])
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
    }
  }

  @Test("belongs to the household of the event's day: what befell them before the move, to the one before")
  func days() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      try desk.take(
        .members, try desk.sheet(.members, lines: list("P1,H1")), revising: true, on: "2018-02-01")
      let claims = [
        "C1,H1,illness,2018-02-20,15000,P1", "C2,H0,illness,2018-01-20,15000,P1",
        "C3,H1,illness,2018-01-21,15000,P1", "C4,H0,disaster,2018-02-21,15000,P1",
      ]
      #expect(
        try decide(desk, claims, on: "2018-03-01") == [
          "C1 below-warning-line 0.00", "C2 covered 3000.00", "C3 person-unknown 0.00",
          "C4 person-unknown 0.00",
        ])
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
      // A list that is taken back never said anything.
      let last = try desk.book.allEntries(.fileImported)[2].number
      try desk.book.act(desk.key, on: Day("2018-03-02"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in _ = try recording.undoImport(last, reason: "another county's")
      }
      let more = try decide(desk, ["C5,H1,illness,2018-02-22,100,P1"], on: "2018-03-03")
      #expect(more.last == "C5 person-unknown 0.00")
      #expect(try desk.book.rebuild().corrected == [])
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
    }
  }

  @Test("has lived where the casebook before knew it, in the one that goes on from that")
  func handedOver() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      _ = try decide(desk, Self.january, on: "2018-01-31")
      try desk.take(
        .members, try desk.sheet(.members, lines: list("P1,H1")), revising: true, on: "2018-02-01")
      var founding = try Founding(under: Self.scheme(), fund: nil, actor: "Li")
      founding.handover = try Handover.read(desk.book.path)
      let next = try Casebook.create(
        desk.path(of: "next"), founding, key: desk.key, on: nil, clock: ImportDesk.clock)
      // What befell P1 in January belongs to the household of then, whenever it is presented.
      let late = [
        "C6,H1,illness,2018-01-25,1000,P1", "C7,H0,illness,2018-01-25,10000,P1",
        "C8,H1,illness,2018-02-25,1000,P1", "C9,H0,illness,2018-02-25,1000,P1",
      ]
      let before = try decide(desk, late, on: "2018-06-26").suffix(late.count)
      #expect(
        Array(before) == [
          "C6 person-unknown 0.00", "C7 covered 1500.00", "C8 covered 300.00", "C9 person-unknown 0.00",
        ])
      let after = try decide(desk, late, in: next, on: "2018-06-26")
      #expect(after == Array(before))
      #expect(try Verifier.verify(next.path, threads: 1).faults.isEmpty)
    }
  }

  @Test("is told with the sums that go along, and a household that splits off with those that stay")
  func told() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      _ = try decide(desk, Self.january, on: "2018-01-31")
      let sheet = try desk.sheet(
        .members, "person_id,household_id,name", "P1,H2,张三", "P2,H1,", "P3,H2,", "P4,H2,")
      let more = try desk.sheet(.households, lines: [Self.households[0], "H9,low-income,1,1000,1,0,0"])
      try desk.take(.households, more, on: "2018-02-01")
      let split = try desk.sheet(.members, "person_id,household_id,name", "P1,H9,张三", "P2,H1,")
      try desk.book.act(desk.key, on: Day("2018-02-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in
        let moves = try recording.moves(in: try recording.planImport(sheet, .members))
        #expect(moves.members.map(\.person) == ["P1"] && moves.households.isEmpty)
        let plan = try recording.planImport(split, .members)
        let (members, households) = try recording.moves(in: plan)
        #expect(members.map { "\($0.person) \($0.name ?? "?") \($0.from) \($0.to)" } == ["P1 张* H0 H9"])
        #expect(households.map { "\($0.household) \($0.from)" } == ["H9 H0"])
        for sums in [members[0].sums, households[0].sums] {
          #expect(sums.map(\.peril.id) == ["illness"])
          #expect(sums.map(\.account) == [Account(accumulated: Yuan.of("15000"), paid: .zero)])
        }
        try recording.record(plan, revising: true)
      }
      let fresh = try decide(desk, ["C3,H9,illness,2018-02-20,15000,P1"], on: "2018-02-28")
      #expect(fresh.last == "C3 covered 3000.00")
    }
  }

  @Test("is decided again in the household of now when a case in the one before is reversed")
  func reversed() throws {
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try begin(desk)
      let second = try desk.enrol("Chen", .county)
      let third = try desk.enrol("Zhao", .county, second: second)
      _ = try decide(desk, Self.january, on: "2018-01-31")
      try desk.take(
        .members, try desk.sheet(.members, lines: list("P1,H1")), revising: true, on: "2018-02-01")
      _ = try decide(desk, Self.february, on: "2018-02-28")
      #expect(try desk.book.casefile(3)?.payout == Yuan("3000"))
      let done = try desk.book.act(third, on: Day("2018-06-02"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.reverse(1, reason: "no such stay")
      }
      #expect(done.again.map(\.step.number) == [3])
      #expect(try desk.book.casefile(3)?.reason == Reason.belowWarningLine.code)
      #expect(try desk.book.casefile(3)?.payout == .zero)
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
    }
  }
}
