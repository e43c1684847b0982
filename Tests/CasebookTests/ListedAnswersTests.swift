import Audit
import BookKit
import Casebook
import Files
import Journal
import Rules
import Sealing
import TestKit
import Testing
import Units

@Suite("Departments' lists verify cases")
struct ListedAnswersTests {
  /// A casebook with a household, a department's key and a village's.
  private struct Office {
    let desk: ImportDesk
    let department: PrivateKey
    let village: PrivateKey
    let second: PrivateKey

    private static let columns: [ImportKind: String] = [
      .property: "dwellings", .businesses: "businesses", .vehicles: "vehicles",
    ]

    /// Imports a list of one answer, and what it verifies with it.
    @discardableResult
    func list(
      _ kind: ImportKind, _ count: Int, on day: String, as key: PrivateKey? = nil
    ) throws -> ListedCases {
      let sheet = try desk.sheet(kind.file, "household_id,\(Office.columns[kind] ?? "")", "H1,\(count)")
      return try desk.book.act(key ?? department, on: Day.of(day), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in
        let plan = try recording.planImport(sheet, kind)
        try recording.record(plan, revising: true)
        return try recording.verifyByLists(of: plan.answered)
      }
    }

    func declare(on day: String, total: String = "25000", as key: PrivateKey? = nil) throws -> Int {
      let declaration = Declaration(
        household: "H1", peril: "illness", incurredOn: Day.of("2018-01-05"), total: Yuan.of(total),
        declarant: PersonalData(name: "某"))
      return try act(key ?? village, on: day) { (desk) throws(CasebookError) in try desk.declare(declaration)
      }
    }

    @discardableResult
    func act<R>(_ key: PrivateKey, on day: String, _ body: (Recording) throws(CasebookError) -> R) throws -> R
    {
      try desk.book.act(key, on: Day.of(day), clock: ImportDesk.clock, body)
    }

    func state(_ number: Int) throws -> CaseState? { try desk.book.casefile(number)?.state }
    func faults() throws -> [String] {
      try Verifier.verify(desk.book.path, threads: 1).faults.map { "\($0.entry ?? 0): \($0.what.en)" }
    }
  }

  private func with(_ body: (Office) throws -> Void) throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(.households, ImportRegisterTests.header, "H1,out-of-poverty,3,9000,1,0,0"),
        on: "2017-10-01")
      let second = try desk.enrol("Zhao", .county)
      let office = Office(
        desk: desk, department: try desk.enrol("Land", .department, second: second),
        village: try desk.enrol("Village", .village, second: second), second: second)
      try body(office)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test(
    "the list that completes the answers verifies the cases that wait for them, and makes no answer newer")
  func completes() throws {
    try with { office in
      let number = try office.declare(on: "2018-01-10")
      #expect(try office.list(.property, 1, on: "2018-01-11").verified.isEmpty)
      #expect(try office.list(.businesses, 0, on: "2018-01-12").verified.isEmpty)
      #expect(try office.state(number) == .opened)
      #expect(try office.list(.vehicles, 0, on: "2018-01-15").verified == [number])
      #expect(try office.state(number) == .verified)
      let entries = try office.desk.book.allEntries(.verify)
      #expect(entries.count == 3 && entries.allSatisfy { $0.statement(VerifyStatement.self)?.stated != nil })
      #expect(
        try office.desk.facts("H1").assets.map { $0?.on.description } == [
          "2018-01-11", "2018-01-12", "2018-01-15",
        ])
      #expect(entries.first?.words(under: office.desk.book.scheme).en.contains("as entry") == true)
      #expect(try office.faults().isEmpty)
    }
  }

  @Test("a case declared afterwards needs no retyping while the answers are fresh")
  func noRetyping() throws {
    try with { office in
      for kind in [ImportKind.property, .businesses, .vehicles] { try office.list(kind, 0, on: "2018-01-03") }
      let number = try office.declare(on: "2018-01-10")
      let late = try office.declare(on: "2018-01-11", total: "900")
      try office.act(office.department, on: "2018-02-01") { (desk) throws(CasebookError) in
        try desk.verifyByLists(number)
      }
      #expect(try office.state(number) == .verified)
      // Of the 3rd of January; 174 days later they still hold, and no case makes them newer.
      try office.act(office.department, on: "2018-06-26") { (desk) throws(CasebookError) in
        try desk.verifyByLists(late)
      }
      #expect(
        try office.desk.facts("H1").assets.map { $0?.on.description }
          == Array(repeating: "2018-01-03", count: 3))
      #expect(try office.faults().isEmpty)
    }
  }

  @Test("an answer that is too old verifies nothing")
  func tooOld() throws {
    try with { office in
      for kind in [ImportKind.property, .businesses] { try office.list(kind, 0, on: "2018-01-03") }
      let scheme = office.desk.book.scheme
      let valid = try #require(scheme.administration.answerValidDays?.value)
      let number = try office.declare(on: "2018-01-10")
      let last = try #require(Day.of("2018-01-03").adding(days: valid))
      #expect(last > Day.of("2018-06-26"), "the clock of the desk stands before")
      let old = try #require(Day.of("2018-06-25").adding(days: -valid - 1)).description
      try office.list(.vehicles, 0, on: old)
      #expect(try office.state(number) == .opened)
      #expect(
        try refusalMet {
          try office.act(office.department, on: "2018-06-25") { (desk) throws(CasebookError) in
            try desk.verifyByLists(number)
          }
        }.code == .notGiven)
    }
  }

  @Test("what the county's own register says is no department's answer")
  func registerIsNone() throws {
    try with { office in
      let number = try office.declare(on: "2018-01-10")
      let refusal = try refusalMet {
        try office.act(office.department, on: "2018-01-11") { (desk) throws(CasebookError) in
          try desk.verifyByLists(number)
        }
      }
      #expect(refusal.code == .notGiven && refusal.what.en.contains("dwellings"))
      #expect(refusal.fix?.zh.contains("casebook import property") == true)
    }
  }

  @Test("who took the declaration down does not verify it by a list either: the case is left and named")
  func levels() throws {
    try with { office in
      let number = try office.declare(on: "2018-01-10", as: office.second)
      try office.list(.property, 1, on: "2018-01-11")
      try office.list(.businesses, 0, on: "2018-01-12")
      let cases = try office.list(.vehicles, 0, on: "2018-01-15", as: office.second)
      #expect(cases.verified.isEmpty && cases.left.map(\.casefile) == [number])
      #expect(cases.left.first?.refusal.code == .sameActor)
      #expect(try office.state(number) == .opened)
      #expect(try office.list(.vehicles, 0, on: "2018-01-16").verified == [number])
      #expect(try office.faults().isEmpty)
    }
  }

  @Test("a case that an upheld objection has sent back is verified by no answer of before")
  func sentBack() throws {
    try with { office in
      let township = try office.desk.enrol("Town", .township, second: office.second)
      let insurer = try office.desk.enrol("Insurer", .insurer, second: office.second)
      let other = try office.desk.enrol("Village 2", .village, second: office.second)
      for kind in [ImportKind.property, .businesses, .vehicles] { try office.list(kind, 0, on: "2018-01-03") }
      let number = try office.declare(on: "2018-01-10")
      try office.act(office.department, on: "2018-01-11") { (desk) throws(CasebookError) in
        try desk.verifyByLists(number)
      }
      try office.act(insurer, on: "2018-01-12") { (desk) throws(CasebookError) in
        try desk.visit(number, finding: nil)
      }
      try office.act(other, on: "2018-01-13") { (desk) throws(CasebookError) in
        try desk.appraise(number, supports: true, comment: nil)
        try desk.disclose(number)
        try desk.object(number, text: "has a car")
      }
      try office.act(township, on: "2018-01-14") { (desk) throws(CasebookError) in
        try desk.resolve(number, upheld: true, text: nil)
      }
      let again = {
        try office.act(office.department, on: "2018-01-15") { (desk) throws(CasebookError) in
          try desk.verifyByLists(number)
        }
      }
      #expect(try refusalMet { try again() }.code == .notGiven)
      try office.list(.property, 0, on: "2018-01-16")
      try office.list(.businesses, 0, on: "2018-01-16")
      #expect(try office.list(.vehicles, 2, on: "2018-01-16").verified == [number])
      #expect(try office.faults().isEmpty)
    }
  }

  @Test("an answer that no list states, or states otherwise, is named by an audit")
  func forged() throws {
    try with { office in
      let number = try office.declare(on: "2018-01-10")
      try office.list(.property, 2, on: "2018-01-11")
      let stated = try #require(try office.desk.book.allEntries(.asset).last?.number)
      let step = CaseStep(number, of: "H1", from: .opened, to: .opened, signing: .verification)
      let forgeries = [
        VerifyStatement(step, asset: "dwellings", count: 1, answered: true, stated: stated, note: nil),
        VerifyStatement(step, asset: "dwellings", count: 2, answered: true, stated: 2, note: nil),
        VerifyStatement(step, asset: "vehicles", count: 0, answered: true, stated: stated, note: nil),
      ]
      for (forgery, what) in zip(forgeries, ["count is", "entry is", "no department's answer"]) {
        let entry = try office.act(office.department, on: "2018-01-12") { (desk) throws(CasebookError) in
          try desk.append(forgery)
        }
        let found = try office.faults().filter { $0.hasPrefix("\(entry): ") }
        #expect(found.contains { $0.contains(what) }, "\(what): \(found)")
      }
    }
  }
}
