import Audit
import Casebook
import Journal
import OfficeKit
import Rules
import SchemeKit
import TestKit
import Testing
import Units

/// What tests of a fund that falls short do with an office's casebook.
extension CountyOffice {
  /// A fund of so many yuan; cases wait where it falls short, in the order of their decisions unless it is said otherwise.
  static func short(
    _ yuan: Int64, onDeficit: String = "pend", whenShort: String? = nil, _ body: (CountyOffice) throws -> Void
  ) throws {
    try withOffice(
      under: scheme(onDeficit: onDeficit, whenShort: whenShort), fund: Yuan(fen: yuan * 100)
    ) { office in
      try body(office)
      let audit = try Verifier.verify(office.path, threads: 1)
      #expect(audit.isClean, "\(audit.faults.map { "\($0.entry ?? 0): \($0.what.en)" }) \(audit.open)")
      #expect(try office.corrected() == [])
    }
  }

  static func scheme(
    _ id: String = BuiltInSchemes.standard, onDeficit: String = "pend", whenShort: String? = nil
  ) throws -> SchemeFile {
    let file = try SchemeFile.builtIn(id).onDeficit(onDeficit)
    return try whenShort.map { try file.whenShort($0) } ?? file
  }

  /// A case of a household that left it so many yuan, decided: 18,000 come to 7,800, and 6,000 to 700.
  @discardableResult
  func decide(_ household: String, _ yuan: Int64, peril: String = "illness") throws -> Int {
    let number = try declare(household, yuan, peril: peril)
    try bring(number, to: .approved)
    return number
  }

  /// Pays what is promised to a case into its account.
  func pay(_ number: Int, on day: String = "2018-04-20") throws {
    _ = try record(.cashier, on: day) { (r) throws(CasebookError) in try r.settle([number]) }
    let payment = try casefile(number).payment ?? 0
    try record(.cashier, on: day) { (r) throws(CasebookError) in
      try r.reconcile(payment, paid: true, reason: nil)
    }
  }

  @discardableResult
  func contribute(_ yuan: Int64, on day: String = "2018-04-02") throws -> [Int] {
    try record(.county, on: day) { (r) throws(CasebookError) in
      try r.contribute(Yuan(fen: yuan * 100), note: nil)
    }
  }

  @discardableResult
  func adopt(_ file: SchemeFile, on day: String = "2018-04-01") throws -> SupplementOutcome {
    try record(.county, on: day) { (r) throws(CasebookError) in
      try r.readjudicate(under: file.scheme, bytes: file.bytes, since: .of("2018-01-01"))
    }
  }

  /// How the fund stands, in whole yuan: promised, left, owed by the county, and what waits.
  func fund(on day: String = "2018-12-28") throws -> [Int64] {
    let fund = try Casebook.open(path).fund(on: .of(day))
    return [fund.committed, fund.left, fund.owed, fund.waiting].map { $0.fen / 100 }
  }

  func states(_ numbers: Int...) throws -> [CaseState] { try numbers.map { try casefile($0).state } }
}
