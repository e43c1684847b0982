import Audit
import Casebook
import Journal
import OfficeKit
import SchemeKit
import TestKit
import Testing
import Units

/// What somebody with a key writes into the journal past the rules of the fund: an audit names the entry.
@Suite("A forged fund")
struct ForgedFundTests {
  private func results(_ office: CountyOffice) throws -> [AuditFault] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }
  }

  private func last(_ office: CountyOffice) throws -> Int {
    try Casebook.open(office.path).currentState().entries
  }

  /// Two that wait, of whom the second needs less; whatever is forged, something is named.
  private func withTwoWaiting(_ body: (CountyOffice) throws -> Void) throws {
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 50_000)) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 6_000)
      #expect(try results(office).isEmpty)
      try body(office)
    }
  }

  private func takeUp(_ office: CountyOffice, _ number: Int, _ amount: String, on day: String) throws {
    let file = try office.casefile(number)
    _ = try office.record(.county, on: day) { (r) throws(CasebookError) in
      try r.append(
        TakeUpStatement(
          CaseStep(number, of: file.household, from: .exhausted, to: .approved, signing: nil),
          amount: .of(amount), call: nil, waited: file.decidedEntry, reason: file.reason))
    }
  }

  @Test("money that came and was given to nobody is named, where it came and at the end")
  func keptBack() throws {
    try withTwoWaiting { office in
      _ = try office.record(.county, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(ContributeStatement(amount: .of("9000"), note: nil))
      }
      let atEnd = try results(office)
      #expect(atEnd.map(\.entry) == [try last(office)])
      #expect(atEnd.first?.what.en.contains("case 1 waits") == true)
      // Another recording comes behind it: the money should have been taken up before.
      _ = try office.record(.county, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.append(AssetStatement(household: "H9", asset: "vehicles", count: 0, revises: nil))
      }
      #expect(try results(office).map(\.entry) == [try last(office)])
    }
  }

  @Test("who is taken up before somebody who waits longer is named")
  func overtakes() throws {
    try withTwoWaiting { office in
      _ = try office.contribute(1_000)
      try takeUp(office, 2, "700.00", on: "2018-04-02")
      #expect(try results(office).map(\.entry) == [try last(office)])
    }
  }

  @Test("a contribution that leaves open what the county owes is named")
  func answersNothing() throws {
    try withOffice(under: CountyOffice.scheme(onDeficit: "call-county"), fund: Yuan(fen: 500_000)) { office in
      try office.decide("H2", 18_000)
      _ = try office.record(.county, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(ContributeStatement(amount: .of("2800"), note: nil))
      }
      #expect(try results(office).map(\.entry) == [try last(office)])
    }
  }

  @Test("a supplement that is promised where it has to wait is named")
  func promised() throws {
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 880_000)) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 18_000)
      let other = try CountyOffice.scheme("wei-county-2017-by-band")
      try office.adopt(other)
      // As the journal has it, but for the 1,000.00 that are left and do not belong to the first.
      let entry = try #require(
        try Casebook.open(office.path).entries(of: office.casefile(1)).last {
          $0.kind == .supplement
        })
      let more = try #require(entry.statement(SupplementStatement.self))
      #expect(more.isWaiting && more.step.to == .approved)
      let forged = SupplementStatement(
        more.step, amount: more.amount, waitsBeside: false, call: nil, again: more.again)
      _ = try office.record(.county, on: "2018-04-02") { (r) throws(CasebookError) in try r.append(forged) }
      #expect(try results(office).contains { $0.entry == (try? last(office)) })
    }
  }
}
