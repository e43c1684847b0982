import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import SchemeKit
import TestKit
import Testing
import Units

/// A decision is taken back: where its money is, and what becomes of the cases behind it.
@Suite("A reversal")
struct ReversalTests {
  @discardableResult
  private func reverse(
    _ number: Int, _ money: ReversedMoney? = nil, in office: CountyOffice, on day: String = "2018-04-02"
  ) throws -> Followed {
    try office.record(.deputy, on: day) { (r) throws(CasebookError) in
      try r.reverse(number, reason: "not his bill", money: money)
    }
  }

  private func results(_ office: CountyOffice) throws -> [AuditFault] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }
  }

  @Test("decides again what stands behind it, and the account goes on from there")
  func behind() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H2", 4_000)
      #expect(try office.casefile(2).payout == Yuan.of("2400"))
      let done = try reverse(1, in: office)
      #expect(done.later.isEmpty && done.again.map(\.step.number) == [2])
      let again = try #require(done.again.first?.again)
      #expect(again.was == Yuan.of("2400") && again.becomes == .zero && again.accumulator == Yuan.of("4000"))
      #expect(try office.states(1, 2) == [.reversed, .denied])
      #expect(try office.casefile(2).reason == "below-warning-line")
      #expect(try office.fund() == [0, 1_000_000, 0, 0])
      try office.decide("H2", 21_000)
      // 25,000 in all: (25,000 − 5,000) × 60%.
      #expect(try office.casefile(3).payout == Yuan.of("12000"))
    }
  }

  @Test("keeps in the account what was paid, until it has come back")
  func kept() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      #expect(try refusalMet { try reverse(1, in: office) }.code == .notGiven)
      #expect(try refusalMet { try reverse(1, .notSent, in: office) }.code == .notGiven)
      try reverse(1, .claimed, in: office)
      #expect(try office.fund() == [0, 992_200, 0, 0])
      let book = try Casebook.open(office.path)
      #expect(try book.fund(on: .of("2018-04-02")).receivable == Yuan.of("7800"))
      #expect(try book.fund(on: .of("2018-03-30")).receivable == .zero)
      try office.decide("H2", 21_000)
      // (21,000 − 5,000) × 60% = 9,600, of which 7,800 is paid.
      #expect(try office.casefile(2).payout == Yuan.of("1800"))
      let back = try office.record(.cashier, on: "2018-04-05") { (r) throws(CasebookError) in
        try r.repaid(1, .of("7000"), note: nil).out
      }
      #expect(back == Yuan.of("800"))
      #expect(try book.fund(on: .of("2018-04-05")).receivable == Yuan.of("800"))
      try office.decide("H2", 1_000)
      // (22,000 − 5,000) × 60% = 10,200, of which 800 and 1,800 are paid.
      #expect(try office.casefile(3).payout == Yuan.of("7600"))
      let more = try refusalMet {
        _ = try office.record(.deputy, on: "2018-04-07") { (r) throws(CasebookError) in
          try r.repaid(1, .of("800.01"), note: nil)
        }
      }
      #expect(more.code == .notGiven)
    }
  }

  @Test("is paid so far in a batch and under another scheme too, while its money is out")
  func batch() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      try reverse(1, .kept, in: office)
      let path = office.file("later.csv").path
      try "claim_id,household_id,peril,incurred_on,amount\nC1,H2,illness,2018-03-30,21000\n"
        .write(toFile: path, atomically: false, encoding: .utf8)
      _ = try office.record(.county, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.adjudicate(path, threads: 1)
      }
      #expect(try office.casefile(2).payout == Yuan.of("1800"))
      let book = try Casebook.open(office.path)
      let again = try book.readjudicate(under: book.scheme, since: .of("2018-01-01"))
      #expect(again.examined == 1 && again.differences.isEmpty)
    }
  }

  @Test("what was sent behind it stays, and is listed with what it would be")
  func listed() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H2", 4_000)
      try office.pay(2, on: "2018-03-22")
      let done = try reverse(1, in: office)
      #expect(done.again.isEmpty && done.later.map(\.casefile) == [2])
      #expect(done.later.map(\.was) == [.of("2400")] && done.later.map(\.becomes) == [.zero])
      #expect(try office.states(1, 2) == [.reversed, .paid])
    }
  }

  @Test("what is on its way to the bank is the fund's when the bank sends it back, for who waits")
  func underway() throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 18_000)
      try office.bring(1, to: .settled)
      try reverse(1, .recalled, in: office)
      #expect(try office.states(1, 2) == [.reversed, .exhausted])
      #expect(try office.fund() == [7_800, 0, 0, 7_800])
      try office.record(.cashier, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.reconcile(1, paid: false, reason: "account closed")
      }
      #expect(try office.states(1, 2) == [.reversed, .approved])
      #expect(try office.fund() == [7_800, 0, 0, 0])
    }
  }

  @Test("what waits behind it waits for less, and what that frees goes to the next")
  func waitsForLess() throws {
    try CountyOffice.short(8_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H2", 10_000)
      try office.decide("H3", 7_000)
      #expect(try office.states(1, 2, 3) == [.approved, .exhausted, .exhausted])
      try reverse(1, in: office)
      // 10,000 alone: (10,000 − 5,000) × 70%; 7,000: (7,000 − 5,000) × 70%.
      #expect(try office.casefile(2).payout == Yuan.of("3500"))
      #expect(try office.states(1, 2, 3) == [.reversed, .approved, .approved])
      #expect(try office.fund() == [4_900, 3_100, 0, 0])
    }
  }

  @Test("a reversal that leaves out what stands behind it is named, where it ends")
  func leftOut() throws {
    try withForged { office, file in
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(reversal(file))
      }
      let found = try results(office)
      #expect(found.count == 1 && found[0].what.en.contains("case 2 was not decided again"), "\(found)")
    }
  }

  @Test("a case that is decided again for another sum, or for no reason, is named")
  func otherSum() throws {
    try withForged { office, file in
      let later = try office.casefile(2)
      func again(_ becomes: String, to state: CaseState) -> RedecideStatement {
        RedecideStatement(
          CaseStep(2, of: "H2", from: .approved, to: state, signing: nil), behind: 1,
          again: DecidedAgain(
            was: .of("2400"), becomes: .of(becomes), reason: "covered", isCounted: true,
            benefit: later.benefit, policyYear: 2018, accumulator: .of("4000")), offWaiting: .zero)
      }
      _ = try office.record(.deputy, on: "2018-04-01") { (r) throws(CasebookError) in
        try r.append(again("2000", to: .approved))
      }
      let alone = try results(office)
      #expect(alone.contains { $0.what.en.contains("nothing makes case 2") }, "\(alone)")
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(reversal(file))
        try r.append(again("1000", to: .approved))
      }
      let last = try Casebook.open(office.path).currentState().entries
      #expect(try results(office).contains { $0.entry == last && $0.what.en.contains("becomes") })
    }
  }

  @Test("money that is said to have come back and never was out is named")
  func neverOut() throws {
    try withForged { office, _ in
      try office.decide("H3", 18_000)
      for number in [1, 3] { try office.pay(number, on: "2018-03-22") }
      try reverse(1, .kept, in: office)
      #expect(try results(office).isEmpty)
      _ = try office.record(.deputy, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.append(
          RepaidStatement(
            CaseStep(1, of: "H2", from: .reversed, to: .reversed, signing: nil), amount: .of("7800.01"),
            note: nil))
      }
      #expect(try results(office).contains { $0.what.en.contains("cannot have come back") })
    }
  }

  private func withForged(_ body: (CountyOffice, Casefile) throws -> Void) throws {
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      try office.decide("H2", 18_000)
      try office.decide("H2", 4_000)
      #expect(try results(office).isEmpty)
      try body(office, office.casefile(1))
    }
  }

  private func reversal(_ file: Casefile) -> ReverseStatement {
    ReverseStatement(
      CaseStep(1, of: "H2", from: .approved, to: .reversed, signing: .reversal), reason: "not his bill",
      decided: file.decidedEntry, money: .notSent, out: .zero, sent: .zero, released: .of("7800"),
      amount: file.amount, later: [])
  }
}
