import Audit
import BookKit
import Casebook
import Files
import Journal
import Rules
import SchemeKit
import Sealing
import Testing
import Units

/// A casebook whose cases come from the health insurance office's lists, with everybody whom a case needs on its way.
struct ScreeningOffice {
  static let header =
    "record_id,household_id,person_id,incurred_on,total,basic_insurance,critical_illness_insurance,"
    + "medical_assistance,other"

  let desk: ImportDesk
  private let keys: [Role: PrivateKey]
  private let second: PrivateKey
  private let third: PrivateKey

  var book: Casebook { desk.book }

  /// Gives `body` an office; whatever it does, an audit that takes every step again finds nothing, and a rebuild corrects nothing.
  static func with(scheme: SchemeFile? = nil, _ body: (ScreeningOffice) throws -> Void) throws {
    try ImportDesk.with(scheme: scheme) { desk in
      let second = try desk.enrol("Chen", .county)
      let third = try desk.enrol("Zhao", .county, second: second)
      var keys: [Role: PrivateKey] = [:]
      for role in [Role.village, .township, .department, .insurer] {
        keys[role] = try desk.enrol("\(role)", role, second: second)
      }
      let office = ScreeningOffice(desk: desk, keys: keys, second: second, third: third)
      try body(office)
      let audit = try Verifier.verify(desk.book.path, threads: 1)
      #expect(audit.isClean, "\(audit.faults.map { "\($0.entry ?? 0): \($0.what.en)" }) \(audit.open)")
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  /// Puts rows on the register from a day on: id, group, members and income.
  func register(_ rows: String..., on day: String) throws {
    let lines = [ImportRegisterTests.header] + rows.map { $0 + ",1,0,0" }
    try desk.take(.households, try desk.sheet(.households, lines: lines), revising: true, on: day)
  }

  /// Screens bills: number, household, person, day, total and what came back.
  @discardableResult
  func screen(
    _ rows: String..., answers: ScreeningAnswers = ScreeningAnswers(), revising: Bool = false,
    on day: String = "2018-06-01"
  ) throws -> Screening {
    let sheet = try desk.sheet(.medical, lines: [Self.header] + rows.map { $0 + ",0,0,0" })
    return try desk.screen(.medical, sheet, revising: revising, answers: answers, on: day)
  }

  private func act(
    _ role: Role, on day: String, _ step: (Recording) throws(CasebookError) -> Void
  ) throws {
    let key = role == .county ? second : try #require(keys[role])
    try book.act(key, on: Day(day), clock: ImportDesk.clock, step)
  }

  /// Takes a case on its way until the township has confirmed it.
  func confirm(_ number: Int) throws {
    try act(.department, on: "2018-06-02") { (desk) throws(CasebookError) in
      for asset in Scheme.Asset.allCases {
        try desk.verify(number, asset, count: asset == .dwellings ? 1 : 0)
      }
    }
    try act(.insurer, on: "2018-06-03") { (desk) throws(CasebookError) in
      try desk.visit(number, finding: nil)
    }
    try act(.village, on: "2018-06-03") { (desk) throws(CasebookError) in
      try desk.appraise(number, supports: true, comment: nil)
      try desk.disclose(number)
    }
    try act(.township, on: "2018-06-11") { (desk) throws(CasebookError) in try desk.confirm(number) }
  }

  /// Decides a confirmed case, and gives the reason and what it is paid.
  func approve(_ number: Int, on day: String = "2018-06-12") throws -> String {
    try act(.county, on: day) { (desk) throws(CasebookError) in _ = try desk.approve(number) }
    let file = try #require(try book.casefile(number))
    return "\(file.state.rawValue) \(file.reason ?? "-") \(file.payout)"
  }

  /// Takes a case on its way and decides it.
  func decide(_ number: Int) throws -> String {
    try confirm(number)
    return try approve(number)
  }

  /// The bills of a case as they were decided: number, reason and sum.
  func bills(_ number: Int) throws -> [String] {
    let file = try #require(try book.casefile(number))
    return try book.decidedBills(of: file).map { bill in
      "\(bill.record) \(bill.decision?.reasonCode ?? "waits") \(bill.decision?.payout.description ?? "-")"
    }
  }

  /// Takes a case back before it is decided.
  func withdraw(_ number: Int, on day: String = "2018-06-20") throws {
    try act(.township, on: day) { (desk) throws(CasebookError) in
      try desk.withdraw(number, reason: "not wanted")
    }
  }

  /// Lets a case go on that waited.
  func release(_ number: Int, on day: String) throws {
    try act(.county, on: day) { (desk) throws(CasebookError) in try desk.release(number) }
  }

  /// Takes a decision back, as somebody who has not approved it.
  @discardableResult
  func reverse(_ number: Int, on day: String = "2018-06-21") throws -> Followed {
    try book.act(third, on: Day(day), clock: ImportDesk.clock) { (desk) throws(CasebookError) in
      try desk.reverse(number, reason: "false papers")
    }
  }

  /// Adopts another scheme for events since a day, and gives what it promises more.
  func adopt(_ other: SchemeFile, since: String, on day: String = "2018-06-22") throws -> Yuan {
    let since = try #require(Day(since))
    return try book.act(desk.key, on: Day(day), clock: ImportDesk.clock) { (desk) throws(CasebookError) in
      try desk.readjudicate(under: other.scheme, bytes: other.bytes, since: since).promised
    }
  }
}
