import Audit
import BookKit
import Casebook
import Files
import Journal
import Rules
import TestKit
import Testing
import Units

@Suite("One cost has one case")
struct OneCostTests {
  private func withHousehold(_ body: (ScreeningOffice) throws -> Void) throws {
    try ScreeningOffice.with { office in
      try office.register("H1,out-of-poverty,3,9000", on: "2018-01-04")
      try body(office)
    }
  }

  /// What a household declares of a stay: of 18,000.00 in all, unless another total is said.
  private func stay(
    _ total: String = "18000", person: String? = nil, peril: String = "illness", day: String = "2018-03-08",
    returned: String = "0", another: String? = nil
  ) throws -> Declaration {
    var declaration = Declaration(
      household: "H1", person: person, peril: peril, incurredOn: .of(day), total: .of(total),
      basicInsurance: .of(returned), declarant: PersonalData(name: "某"))
    declaration.another = another
    return declaration
  }

  private func declare(_ declaration: Declaration, _ office: ScreeningOffice) throws -> Int {
    try office.book.act(office.desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
      (desk) throws(CasebookError) in try desk.declare(declaration)
    }
  }

  @Test("a stay that was declared is left out of a screening and named, and the others go on")
  func declaredFirst() throws {
    try withHousehold { office in
      #expect(try declare(try stay(returned: "600"), office) == 1)
      let screening = try office.screen(
        "B1,H1,P1,2018-03-08,18000,900", "B2,H1,,2018-03-09,18000,0", "B3,H1,,2018-03-10,400,0")
      #expect(screening.opened.map(\.bills) == [["B2", "B3"]])
      #expect(
        screening.leftOut.map { "\($0.record) \($0.household) \($0.holder.name.en)" } == ["B1 H1 case 1"])
      #expect(try office.screen("B1,H1,P1,2018-03-08,18000,900").opened.isEmpty)
    }
  }

  @Test(
    "a stay that a case holds is not declared again, whoever it befell and under whatever peril",
    arguments: [
      ("P1", "illness", "0"), (nil, "illness", "600"), ("P2", "illness", "0"), (nil, "disaster", "0"),
    ])
  func declaredAgain(person: String?, peril: String, returned: String) throws {
    try withHousehold { office in
      try office.screen("B1,H1,P1,2018-03-08,18000,900")
      let again = try stay(person: person, peril: peril, returned: returned)
      let refusal = try refusalMet { _ = try declare(again, office) }
      #expect(refusal.code == .alreadyDone)
      #expect(refusal.what.en.contains("case 1") && refusal.what.zh.contains("案件 1"))
      #expect(refusal.fix?.en.contains("--another") == true && refusal.fix?.zh.contains("--another") == true)
      #expect(try declare(try stay("18000.01"), office) == 2)
      #expect(try declare(try stay(day: "2018-03-09"), office) == 3)
      let another = try stay(person: person, peril: peril, returned: returned, another: "a twin's stay")
      #expect(try declare(another, office) == 4)
      let file = try #require(try office.book.casefile(4))
      #expect(try office.book.twins(of: file).byDay == [.casefile(1)])
      #expect(try office.book.twins(of: try #require(try office.book.casefile(1))).byDay == [.casefile(4)])
      let opening = try #require(try office.book.entry(file.openedEntry))
      #expect(opening.words(under: office.book.scheme).en.contains("another cost than case 1: a twin's stay"))
    }
  }

  @Test("a cost whose case was withdrawn, or whose denial was reversed, is declared anew as the same")
  func anew() throws {
    try withHousehold { office in
      #expect(try declare(try stay("4000"), office) == 1)
      #expect(try refusalMet { _ = try declare(try stay("4000"), office) }.code == .alreadyDone)
      try office.withdraw(1, on: "2018-06-01")
      #expect(try declare(try stay("4000", another: "not needed"), office) == 2)
      let file = try #require(try office.book.casefile(2))
      let opening = try #require(try office.book.entry(file.openedEntry))
      #expect(try opening.statement(as: DeclareStatement.self).another == nil)
      #expect(try office.decide(2) == "denied below-warning-line 0.00")
      #expect(try refusalMet { _ = try declare(try stay("4000"), office) }.code == .alreadyDone)
      try office.reverse(2)
      #expect(try declare(try stay("4000"), office) == 3)
    }
  }

  @Test("a screened case with a bill that was declared already, put in by another hand, is named by an audit")
  func forged() throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(.households, ImportRegisterTests.header, "H1,out-of-poverty,3,9000,1,0,0"))
      try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        [stay = try stay()] (desk) throws(CasebookError) in _ = try desk.declare(stay)
      }
      let sheet = try desk.sheet(.medical, ScreeningOffice.header, "B1,H1,,2018-03-08,18000,0,0,0,0")
      #expect(try desk.screen(.medical, sheet).leftOut.count == 1)
      #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
      let opening = CaseOpening(
        person: nil, peril: "illness", cause: nil, incurredOn: .of("2018-03-08"), amount: .of("18000"),
        compensated: nil)
      _ = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in
        try desk.append(
          ScreenStatement(
            CaseStep(2, of: "H1", from: nil, to: .opened, signing: .intake), opening, bills: ["B1"],
            sum: opening.amount, line: Yuan(fen: 500_000), policyYear: 2018))
      }
      let faults = try Verifier.verify(desk.book.path, threads: 1).faults
      #expect(faults.count == 1 && faults.first?.what.en.contains("declared already, in case 1") == true)
    }
  }

  @Test("a household or a person whose id is another's but for what nobody sees is not imported")
  func twinsNobodySees() throws {
    try ImportDesk.with { desk in
      let first = try desk.take(
        .households,
        try desk.sheet(
          .households, ImportRegisterTests.header, "H1,out-of-poverty,3,1,1,0,0", "h-1,low-income,3,1,1,0,0",
          "H2,low-income,2,1,1,0,0"))
      #expect(first.new == 2 && first.faults.map(\.problem) == ["id-alike"])
      #expect(first.faults.first?.what.en.contains("H1") == true)
      let later = try desk.take(
        .households,
        try desk.sheet(
          .households, ImportRegisterTests.header, "H 2,low-income,3,1,1,0,0", "H2,low-income,2,1,1,0,0"))
      #expect(later.new == 0 && later.identical == 1 && later.faults.map(\.problem) == ["id-alike"])
      let members = try desk.take(
        .members, try desk.sheet(.members, "person_id,household_id", "P1,H1", "p1,H2", "P2,H2"))
      #expect(members.new == 2 && members.faults.map(\.problem) == ["id-alike"])
    }
  }
}
