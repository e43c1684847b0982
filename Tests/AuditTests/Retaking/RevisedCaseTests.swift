import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// What a case was decided on is known otherwise since: it is held until it is decided again.
@Suite("A case whose ground was revised")
struct RevisedCaseTests {
  /// Takes a register of one row in, as an office does, and says what the program said.
  @discardableResult
  private func revise(
    _ row: String, in office: CountyOffice, on day: String, in language: Language = .en
  ) throws -> String {
    let header = "household_id,group,members,annual_income,income_year"
    try Data("\(header)\n\(row)\n".utf8).write(to: office.file("register.csv"))
    let said = try office.fangpin(
      [
        "casebook", "import", "households", office.file("register.csv").path, "--revise", "--casebook",
        office.path, "--key", office.key(.county), "--on", day,
      ], in: language)
    #expect(said.exitCode == 0, "\(said.talk)")
    return said.talk + said.text
  }

  @discardableResult
  private func redecide(_ number: Int, in office: CountyOffice, on day: String = "2018-04-02") throws
    -> Redecided
  {
    try office.record(.deputy, on: day) { (r) throws(CasebookError) in try r.redecide(number) }
  }

  private func settle(_ number: Int, in office: CountyOffice) throws {
    _ = try office.record(.cashier, on: "2018-04-20") { (r) throws(CasebookError) in try r.settle([number]) }
  }

  private func results(_ office: CountyOffice) throws -> [AuditFault] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }
  }

  @Test("is named by the import and not settled; decided again it is paid what it comes to now")
  func held() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 18_000)
      #expect(try refusalMet { try redecide(2, in: office) }.code == .notGiven)
      // Far above the line.
      let said = try revise("H2,,,90000,2016", in: office, on: "2018-03-25")
      #expect(said.contains("held, since they were decided on what was known before: case 1;"), "\(said)")
      #expect(try refusalMet { try settle(1, in: office) }.code == .differs)
      let settled = try office.record(.cashier, on: "2018-04-20") { (r) throws(CasebookError) in
        try r.settle([])
      }
      #expect(settled.left.map(\.casefile) == [1])
      #expect(try office.states(1, 2) == [.approved, .settled])
      let inbox = try office.run("inbox", "--role", "county").text
      #expect(inbox.contains("redecide: revised by entry"), "\(inbox)")
      #expect(try office.run("show", "1").text.contains("case redecide 1"))
      #expect(try refusalMet { try redecide(1, in: office, on: "2018-03-24") }.code == .beforeLastStep)
      let done = try redecide(1, in: office, on: "2018-04-21")
      #expect(done.sum?.becomes == .zero && done.sum?.reason == "above-protection-line")
      #expect(try office.states(1, 2) == [.denied, .settled])
      #expect(try !office.casefile(1).isCounted)
      #expect(try office.fund() == [7_800, 992_200, 0, 0])
      let letter = try office.fangpin(["letter", "1", "--casebook", office.path], in: .zh).text
      #expect(letter.contains("已于 2018-04-21 重新决定，现赔付 0.00 元"), "\(letter)")
      #expect(letter.contains("登记的家庭情况更正后重新决定：赔付由 7,800.00 元变为 0.00 元（收入不低于防贫保障线）"))
      // One that is entered late is decided by what was known on its day, and held.
      try office.decide("H2", 6_000)
      #expect(try office.casefile(3).payout == Yuan.of("700"))
      #expect(try refusalMet { try settle(3, in: office) }.code == .differs)
    }
  }

  @Test("goes on with its sum where the revision is of another day")
  func unchanged() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      let said = try revise("H2,low-income,,,", in: office, on: "2018-03-25", in: .zh)
      #expect(said.contains("暂缓赔付：1；"), "\(said)")
      let done = try redecide(1, in: office)
      #expect(done.sum?.becomes == Yuan.of("7800") && done.behind.again.isEmpty)
      try settle(1, in: office)
      #expect(try office.states(1) == [.settled])
      let again = try revise("H2,out-of-poverty,,,", in: office, on: "2018-04-25")
      #expect(again.contains("sent or paid on what was known before: case 1;") == false, "\(again)")
    }
  }

  @Test("takes those behind it along, and those that would get more are named")
  func behind() throws {
    try CountyOffice.short(1_000_000) { office in
      let first = try office.declare("H2", 18_000, on: "2018-02-10")
      try office.bring(first, to: .approved)
      try office.decide("H2", 4_000)
      #expect(try office.casefile(2).payout == Yuan.of("2400"))
      // In February not one of the two groups, from March on one of them again.
      try revise("H2,registered-poor,,,", in: office, on: "2018-02-01")
      try revise("H2,out-of-poverty,,,", in: office, on: "2018-03-01")
      let done = try redecide(first, in: office)
      #expect(done.sum?.reason == "not-covered-group" || done.sum?.becomes == .zero)
      #expect(done.behind.again.map(\.step.number) == [2])
      #expect(done.behind.again.first?.again.becomes == .zero && done.behind.again.first?.known == nil)
      #expect(try office.states(1, 2) == [.denied, .denied])
      #expect(try office.fund() == [0, 1_000_000, 0, 0])
    }
  }

  @Test("whose import is taken back is held too, and cannot be decided while something is missing")
  func undone() throws {
    try CountyOffice.short(1_000_000) { office in
      try revise("H2,,,9000,2017", in: office, on: "2018-02-20")
      let entry = try Casebook.open(office.path).currentState().entries
      try office.decide("H2", 18_000)
      let done = try office.record(.county, on: "2018-03-25") { (r) throws(CasebookError) in
        try r.undoImport(entry, reason: "of another county")
      }
      #expect(try Casebook.open(office.path).revisedCases(of: done.households).held == [1])
      #expect(try refusalMet { try settle(1, in: office) }.code == .differs)
      #expect(try redecide(1, in: office).sum?.becomes == Yuan.of("7800"))
      try settle(1, in: office)
    }
  }

  @Test("a sum forged by a case decided again is named, and so are one for no reason and one left out")
  func forged() throws {
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      let first = try office.declare("H2", 18_000, on: "2018-02-10")
      try office.bring(first, to: .approved)
      try office.decide("H2", 4_000)
      func again(_ becomes: String, _ known: KnownHousehold?) -> RedecideStatement {
        RedecideStatement(
          CaseStep(1, of: "H2", from: .approved, to: .approved, signing: nil), behind: nil, known: known,
          again: DecidedAgain(
            was: .of("7800"), becomes: .of(becomes), reason: "covered", isCounted: true,
            benefit: nil, policyYear: nil, accumulator: .of("18000")), offWaiting: .zero)
      }
      let number = try #require(try office.casefile(1).decidedEntry)
      let decision = try #require(try Casebook.open(office.path).entry(number))
      let known = try decision.decision().known
      _ = try office.record(.deputy, on: "2018-03-20") { (r) throws(CasebookError) in
        try r.append(again("7000", known))
      }
      #expect(
        try results(office).contains { $0.what.en.contains("nothing that case 1 rests on was revised") })
      try revise("H2,registered-poor,,,", in: office, on: "2018-02-01")
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(again("7000", known))
      }
      let last = try Casebook.open(office.path).currentState().entries
      #expect(try results(office).contains { $0.entry == last && $0.what.en.contains("becomes") })
    }
  }
}

extension Redecided {
  /// What it comes to, where it was decided again.
  fileprivate var sum: DecidedAgain? {
    guard case .decided(let statement) = outcome else { return nil }
    return statement.again
  }
}
