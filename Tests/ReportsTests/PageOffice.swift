import Casebook
import Claims
import Explain
import ExplainKit
import Foundation
import Journal
import OfficeKit
import Reports
import Sealing
import Testing
import Units

/// What the tests of pages do at the office besides taking cases along.
extension CountyOffice {
  /// Declares as somebody with a name of the test's own.
  func declare(
    _ household: String, _ amount: Int64, as name: String?, person: PersonalData? = nil,
    on day: String = "2018-03-05"
  ) throws -> Int {
    let on = try #require(Day(day))
    let declarant =
      person
      ?? PersonalData(
        name: name, residentID: "11010519491231002X", bankAccount: "6222020000000000000",
        telephone: "13800138000")
    var declaration = Declaration(
      household: household, peril: "illness", cause: "inpatient", incurredOn: on,
      total: Yuan(fen: amount * 100),
      compensated: false, declarant: declarant)
    declaration.another = "a second stay"
    return try record(.clerk, on: day) { [declaration] (r) throws(CasebookError) in try r.declare(declaration)
    }
  }

  /// Puts a household on the register.
  func register(
    _ household: String, township: String = "Dong", village: String = "Xi", income: Int64 = 12_000
  ) throws {
    _ = try record(.county, on: "2018-01-03") { (r) throws(CasebookError) in
      try r.append(
        HouseholdStatement(
          household: household, group: "out-of-poverty", members: 4, income: Yuan(fen: income * 100),
          township: township, village: village))
    }
  }

  /// Forgets a household's people, years after its cases have ended.
  func forget(_ household: String) throws {
    let key = try PrivateKey(pem: String(contentsOf: file("county.pem"), encoding: .utf8))
    let clock = try #require(Instant("2030-01-01T00:00:00Z"))
    let book = try Casebook.open(path)
    _ = try book.act(key, on: Day("2029-01-01"), clock: clock) { (r) throws(CasebookError) in
      try r.forget(household, reason: "asked for")
    }
  }

  /// The letter on a case, as the library makes it.
  func letter(_ number: Int) throws -> Letter {
    try #require(try Letter.load(try casefile(number), from: try Casebook.open(path)))
  }
}

extension Letter {
  /// The same case's letter with another derivation told in it.
  func telling(_ situation: Situation) -> Letter {
    Letter(
      file: file, matter: .decision(Explanation(situation.derivation)), scheme: situation.derivation.scheme,
      opening: opening, claim: claim, entry: entry, addressee: addressee, place: place, due: due,
      waiting: waiting,
      head: head)
  }
}

extension String {
  var hasChinese: Bool {
    unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || $0.value > 0xFF00 }
  }
}
