import Audit
import BookKit
import Casebook
import Claims
import Files
import Journal
import Rules
import Store
import TestKit
import Testing
import Units

@Suite("One invoice has one case")
struct OneInvoiceTests {
  private func withHouseholds(_ body: (ScreeningOffice) throws -> Void) throws {
    try ScreeningOffice.with { office in
      try office.register("H1,out-of-poverty,3,9000", "H2,out-of-poverty,3,9000", on: "2018-01-04")
      try body(office)
      let audit = try Verifier.verify(office.book.path, threads: 1)
      #expect(audit.isClean, "\(audit.faults.map { "\($0.entry ?? 0): \($0.what.en)" })")
      #expect(try office.book.rebuild().corrected.isEmpty)
    }
  }

  @discardableResult
  private func declare(
    _ office: ScreeningOffice, _ invoice: String?, of household: String = "H1", total: String = "18000",
    peril: String = "illness", day: String = "2018-03-08", another: String? = nil
  ) throws -> Int {
    var declaration = Declaration(
      household: household, peril: peril, incurredOn: .of(day), invoice: invoice, total: .of(total),
      declarant: PersonalData(name: "某"))
    declaration.another = another
    return try office.book.act(office.desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
      [declaration] (desk) throws(CasebookError) in try desk.declare(declaration)
    }
  }

  /// The cases that hold its cost too, by day and total, and by number.
  private func twins(of number: Int, _ office: ScreeningOffice) throws -> [String] {
    let file = try #require(try office.book.casefile(number))
    let twins = try office.book.twins(of: file)
    func list(_ holders: [CostHolder]) -> String { holders.map { "\($0.name.en.dropFirst(5))" }.joined() }
    return ["day \(list(twins.byDay))", "number \(list(twins.byNumber))"]
  }

  @Test(
    "an invoice is declared once in the county, in whatever dress its number comes",
    arguments: ["ZY-0042", "zy 0042", "00ZY0042"])
  func declaredTwice(number: String) throws {
    try withHouseholds { office throws in
      try declare(office, "ZY-0042")
      for household in ["H1", "H2"] {
        let refusal = try refusalMet {
          try declare(office, number, of: household, total: "9000", day: "2018-04-08")
        }
        #expect(refusal.code == .alreadyDone)
        #expect(refusal.what.en.contains("case 1") && refusal.what.zh.contains("案件 1"))
        #expect(refusal.what.en.contains(number) && refusal.what.zh.contains("发票号 \(number)"))
        #expect(refusal.fix?.en.contains("--another") == true)
      }
      #expect(try declare(office, "ZY-0043", total: "9000", day: "2018-04-08") == 2)
      #expect(try declare(office, number, of: "H2", another: "the ward numbers twice") == 3)
      let file = try #require(try office.book.casefile(3))
      #expect(try twins(of: file.number, office) == ["day ", "number 1"])
      #expect(try office.book.claim(of: file).cost?.invoice == number)
      let opening = try #require(try office.book.entry(file.openedEntry))
      let words = opening.words(under: office.book.scheme)
      #expect(words.en.contains("invoice \(number), another cost than case 1: the ward numbers twice"))
      #expect(words.zh.contains("发票号 \(number)"))
      try office.withdraw(1, on: "2018-06-01")
      #expect(try twins(of: file.number, office)[1] == "number ")
    }
  }

  @Test(
    "another number tells no costs of one day and total apart: it is asked about as one invoice and none are")
  func twoInvoices() throws {
    try withHouseholds { office throws in
      try declare(office, "A1")
      #expect(try refusalMet { try declare(office, "A2") }.code == .alreadyDone)
      #expect(try declare(office, "A2", another: "two stays") == 2)
      let file = try #require(try office.book.casefile(2))
      #expect(try twins(of: file.number, office) == ["day 1", "number "])
      #expect(try refusalMet { try declare(office, nil) }.code == .alreadyDone)
      #expect(
        try refusalMet { try declare(office, "A1", peril: "disaster", day: "2018-03-09") }.code
          == .alreadyDone)
      #expect(try declare(office, "A1", of: "H2", peril: "disaster") == 3)
    }
  }

  @Test("a bill is left out whose number was declared, and declared no more once a case holds it")
  func screened() throws {
    try withHouseholds { office throws in
      try declare(office, "b-1", total: "17000", day: "2018-03-01")
      let screening = try office.screen(
        "B1,H1,P1,2018-03-08,18000,900", "B2,H1,,2018-03-09,18000,0", "B3,H2,,2018-03-10,18000,0")
      #expect(screening.leftOut.map { "\($0.record) \($0.holder.name.en)" } == ["B1 case 1"])
      #expect(screening.opened.map(\.bills) == [["B2"], ["B3"]])
      let refusal = try refusalMet { try declare(office, "b2", total: "1000", day: "2018-05-09") }
      #expect(refusal.code == .alreadyDone && refusal.what.en.contains("case 2"))
      #expect(try refusalMet { try declare(office, "B 3", total: "1000") }.what.en.contains("case 3"))
      #expect(try declare(office, "B3", total: "1000", peril: "disaster") == 4)
      // A department's number may be that of the stay: another one tells nothing.
      #expect(try refusalMet { try declare(office, "INV9", day: "2018-03-09") }.code == .alreadyDone)
      #expect(try declare(office, "B2", day: "2018-05-11", another: "the list is wrong") == 5)
      let twins = try twins(of: 2, office)
      #expect(twins == ["day ", "number 5"])
    }
  }

  @Test("a number is neither a resident ID nor nothing but zeros; one of twenty digits is no bank account")
  func numbers() throws {
    try withHouseholds { office throws in
      #expect(try refusalMet { try declare(office, "11010519491231002X") }.code == .residentID)
      for number in ["", " ", "00", "-0", "A\n1"] {
        #expect(try refusalMet { try declare(office, number) }.code == .notGiven)
      }
      #expect(try declare(office, "24442000000012345678") == 1)
    }
  }

  @Test("an amended number is held against all cases, and another one comes before the wall again")
  func amended() throws {
    try withHouseholds { office throws in
      try declare(office, "A1")
      try declare(office, nil, total: "9000")
      func amend(_ number: Int, to invoice: String?, _ another: String? = nil) throws {
        let now = try office.book.claim(of: try #require(try office.book.casefile(number)))
        let cost = try #require(now.cost)
        try office.book.act(office.desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
          (desk) throws(CasebookError) in
          try desk.amend(
            number,
            to: CaseClaim(
              claim: nil, now.opening,
              cost: DeclaredCost(
                invoice: invoice, total: cost.total, basicInsurance: .zero, criticalIllnessInsurance: .zero,
                medicalAssistance: .zero, other: .zero)), reason: "misread", another: another)
        }
      }
      #expect(try refusalMet { try amend(2, to: "a1") }.code == .alreadyDone)
      try amend(2, to: "A2")
      #expect(try refusalMet { try declare(office, "a 2", of: "H2") }.what.en.contains("case 2"))
      try amend(2, to: "A1", "a copy")
      #expect(try declare(office, "A2", of: "H2") == 3)
      try amend(1, to: nil)
      #expect(try twins(of: 2, office)[1] == "number ")
      let file = try #require(try office.book.casefile(2))
      let words = try #require(try office.book.entries(of: file).last).words(under: office.book.scheme)
      #expect(words.en.contains("the invoice's number from 'A2' to 'A1'"))
    }
  }

  @Test("an audit names a case under a number that its entry does not say")
  func derivedOtherwise() throws {
    try ScreeningOffice.with { office in
      try office.register("H1,out-of-poverty,3,9000", on: "2018-01-04")
      try declare(office, "A1")
      let file = try Database(path: office.book.path, .readWrite)
      try file.execute("UPDATE invoice SET number = 'A2', core = 'A2'")
      #expect(!(try Verifier.verify(office.book.path, threads: 1).isClean))
      #expect(try office.book.rebuild().corrected == ["invoice"])
      #expect(try Verifier.verify(office.book.path, threads: 1).isClean)
    }
  }

  @Test("an invoice that was declared already, put in by another hand, is named by an audit")
  func forged() throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(
          .households, ImportRegisterTests.header, "H1,low-income,3,9000,1,0,0", "H2,low-income,3,9000,1,0,0")
      )
      let first = Declaration(
        household: "H1", peril: "illness", incurredOn: .of("2018-03-08"), invoice: "A1", total: .of("18000"),
        declarant: PersonalData(name: "某"))
      try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in _ = try desk.declare(first)
      }
      let opening = CaseOpening(
        person: nil, peril: "illness", cause: nil, incurredOn: .of("2018-05-08"), amount: .of("7000"),
        compensated: nil)
      _ = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in
        try desk.append(
          DeclareStatement(
            CaseStep(2, of: "H2", from: nil, to: .opened, signing: .intake), opening,
            DeclaredCost(
              invoice: "a-1", total: .of("7000"), basicInsurance: .zero, criticalIllnessInsurance: .zero,
              medicalAssistance: .zero, other: .zero), byProxy: false, personal: nil))
      }
      let faults = try Verifier.verify(desk.book.path, threads: 1).faults
      #expect(faults.contains { $0.what.en.contains("invoice a-1 is in case 1 already") }, "\(faults)")
    }
  }
}
