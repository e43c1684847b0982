import Casebook
import Files
import Foundation
import Journal
import OfficeKit
import SchemeKit
import Store
import TestKit
import Testing
import Units

/// Who waits where the fund falls short, for how much, and who is paid first. Every story ends with an audit that finds
/// nothing.
@Suite("A fund that falls short")
struct WaitingFundTests {
  @Test("a supplement that it cannot bear waits, and is taken up when money comes")
  func supplementWaits() throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      let outcome = try office.adopt(CountyOffice.scheme("wei-county-2017-by-band"))
      #expect(outcome.promised == .zero && outcome.waiting == Yuan.of("1000"))
      #expect(try office.states(1) == [.exhausted])
      // What is in the account does not wait.
      #expect(try office.fund() == [0, 0, 0, 1_000])
      #expect(try office.contribute(999) == [])
      #expect(try office.contribute(1) == [1])
      #expect(try office.fund() == [1_000, 0, 0, 0])
      try office.pay(1)
      #expect(try office.casefile(1).payout == Yuan.of("8800"))
    }
  }

  @Test(
    "a supplement waits beside what its case was promised before, wherever that is",
    arguments: [CaseState.approved, .settled, .returned])
  func waitsBeside(state: CaseState) throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try office.bring(1, to: state)
      try office.adopt(CountyOffice.scheme("wei-county-2017-by-band"))
      #expect(try office.states(1) == [state])
      #expect(try office.fund() == [7_800, 0, 0, 1_000])
      if state == .returned {
        try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in try r.release(1) }
      }
      if state != .settled {
        _ = try office.record(.cashier, on: "2018-04-03") { (r) throws(CasebookError) in try r.settle([1]) }
      }
      let payment = try #require(try office.casefile(1).payment)
      #expect(try Casebook.open(office.path).payment(payment)?.amount == Yuan.of("7800"))
      try office.record(.cashier, on: "2018-04-04") { (r) throws(CasebookError) in
        try r.reconcile(payment, paid: true, reason: nil)
      }
      #expect(try office.states(1) == [.exhausted])
      #expect(try office.contribute(1_000, on: "2018-04-05") == [1])
      #expect(try office.fund() == [1_000, 0, 0, 0])
    }
  }

  @Test(
    "a supplement that waited is taken up while the payment before it is on its way, and goes out after it")
  func takenUpUnderway() throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try office.bring(1, to: .settled)
      try office.adopt(CountyOffice.scheme("wei-county-2017-by-band"))
      #expect(try office.contribute(1_500) == [1])
      #expect(try office.states(1) == [.settled])
      #expect(try office.fund() == [8_800, 500, 0, 0])
      try office.record(.cashier, on: "2018-04-04") { (r) throws(CasebookError) in
        try r.reconcile(1, paid: true, reason: nil)
      }
      #expect(try office.states(1) == [.approved])
    }
  }

  @Test("nobody overtakes: not by approval, not in a batch, not by a supplement, not with a contribution")
  func inOrder() throws {
    try CountyOffice.short(8_500) { office in
      try office.decide("H2", 18_000)
      #expect(try office.fund() == [7_800, 700, 0, 0])
      try office.decide("H3", 18_000)  // 7,800 for 700
      try office.decide("H4", 6_000)  // 700 for 700
      #expect(try office.states(2, 3) == [.exhausted, .exhausted])
      try office.batch("C1,H5,illness,2018-03-01,6000")
      #expect(try office.states(4) == [.exhausted])
      let outcome = try office.adopt(CountyOffice.scheme("wei-county-2017-by-band"))
      #expect(outcome.promised == .zero && outcome.waiting > .zero)
      #expect(try office.contribute(7_000) == [])
      #expect(try office.contribute(800) == [2, 3])
    }
  }

  @Test("where the scheme says so, the next that fits is paid, whoever decides it")
  func whatFits() throws {
    try CountyOffice.short(9_200, whenShort: "what-fits") { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 18_000)
      try office.decide("H4", 6_000)
      #expect(try office.states(2, 3) == [.exhausted, .approved])
      try office.batch("C1,H5,illness,2018-03-01,6000", "C2,H6,illness,2018-03-01,6000")
      #expect(try office.states(4, 5) == [.approved, .exhausted])
      #expect(try office.fund() == [9_200, 0, 0, 8_500])
      #expect(try office.contribute(1_000) == [5])
      #expect(try office.fund() == [9_900, 300, 0, 7_800])
    }
  }

  @Test("money that a reversal frees goes to who waits for it, in the same recording")
  func freed() throws {
    try CountyOffice.short(7_800) { office in
      for household in ["H2", "H3"] { try office.decide(household, 18_000) }
      try office.decide("H4", 6_000)
      let run = try office.run("reverse", "1", "--reason", "twice", as: .deputy, on: "2018-03-21")
      #expect(run.exitCode == 0 && run.talk.contains("cases now to be paid: 2"), "\(run.talk)")
      #expect(try office.states(1, 2, 3) == [.reversed, .approved, .exhausted])
      #expect(try office.fund() == [7_800, 0, 0, 700])
      // Who waited first is reversed: the next is free of it.
      let zh = try office.run("reverse", "2", "--reason", "twice", as: .deputy, on: "2018-03-22", in: .zh)
      #expect(zh.talk.contains("转入待赔付的案件：3"), "\(zh.talk)")
      #expect(try office.fund() == [700, 7_100, 0, 0])
    }
  }

  @Test("a case that is reversed while it waits lets those behind it go on")
  func headReversed() throws {
    try CountyOffice.short(1_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 6_000)
      #expect(try office.states(1, 2) == [.exhausted, .exhausted])
      _ = try office.record(.deputy, on: "2018-03-21") { (r) throws(CasebookError) in
        try r.reverse(1, reason: "twice")
      }
      #expect(try office.states(1, 2) == [.reversed, .approved])
    }
  }

  @Test("a contribution answers what the county was called on for, and promises it to nobody else")
  func answered() throws {
    try CountyOffice.short(5_000, onDeficit: "call-county") { office in
      try office.decide("H2", 18_000)
      #expect(try office.fund() == [7_800, 0, 2_800, 0])
      try office.contribute(2_000)
      #expect(try office.fund() == [7_800, 0, 800, 0])
      try office.contribute(1_000)
      #expect(try office.fund() == [7_800, 200, 0, 0])
      try office.decide("H3", 18_000)
      #expect(try office.fund() == [15_600, 0, 7_600, 0])
      let fund = try Casebook.open(office.path).fund(on: .of("2018-12-28"))
      #expect(fund.contributed == Yuan.of("8000") && fund.called == Yuan.of("10400"))
    }
  }

  @Test("a scheme that calls on the county lets those go on who wait under the one before")
  func adopted() throws {
    try CountyOffice.short(1_000) { office in
      try office.decide("H2", 18_000)
      try office.decide("H3", 6_000)
      try office.adopt(CountyOffice.scheme(onDeficit: "call-county"))
      #expect(try office.states(1, 2) == [.approved, .approved])
      #expect(try office.fund() == [8_500, 0, 7_500, 0])
    }
  }

  @Test("is told of any day as of that day, and of the last as it stands")
  func onADay() throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      try office.adopt(CountyOffice.scheme("wei-county-2017-by-band"))
      try office.contribute(500, on: "2018-04-10")
      try office.contribute(1_500, on: "2018-04-12")
      let days = ["2018-03-18", "2018-03-19", "2018-03-31", "2018-04-01", "2018-04-11", "2018-04-12"]
      let told = try days.map { try office.fund(on: $0) }
      #expect(
        told == [
          [0, 7_800, 0, 0], [7_800, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1_000], [0, 500, 0, 1_000],
          [1_000, 1_000, 0, 0],
        ])
      // What waits is taken off what will be left.
      let waiting = try #require(try Casebook.open(office.path).fund(on: .of("2018-04-11")).forecast)
      #expect(waiting.decided == Yuan.of("8800") && waiting.waiting == Yuan.of("1000"))
      #expect(
        waiting.leftAtEnd == Yuan.of("500") - Yuan.of("1000") - (waiting.decidedByEnd - waiting.decided))
    }
  }
}

extension CountyOffice {
  /// Decides rows of claims; of the households, no asset stands in the way.
  fileprivate func batch(_ rows: String...) throws {
    for row in rows {
      let household = String(row.split(separator: ",")[1])
      try record(.county, on: "2018-03-01") { (r) throws(CasebookError) in
        for asset in ["dwellings", "businesses", "vehicles"] {
          try r.append(AssetStatement(household: household, asset: asset, count: 0, revises: nil))
        }
      }
    }
    let name = "batch-\(rows.count).csv"
    try write(lines: ["claim_id,household_id,peril,incurred_on,amount"] + rows, name)
    let outcome = try record(.county, on: "2018-03-20") { (r) throws(CasebookError) in
      try r.adjudicate(path(of: name), threads: 1)
    }
    #expect(outcome.faults.isEmpty)
  }
}
