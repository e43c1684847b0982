import Audit
import Casebook
import Foundation
import Journal
import Rules
import TestKit
import Units

/// A dozen villages of ten households, below the line and without assets: a place for one story at a time.
struct SmallCounty {
  let county: CountyBook
  var book: Casebook { county.book }

  static let villages = 12
  static let departments = ["land", "market", "police"]

  /// The household with a number in a village, both from 0.
  static func household(_ village: Int, _ number: Int) -> String { "H\(village * 10 + number + 100)" }

  static func with(_ body: (SmallCounty) throws -> Void) throws {
    try withScratchFolder { folder in try body(SmallCounty(in: folder)) }
  }

  private init(in folder: URL) throws {
    var actors: [(name: String, role: Role, person: String?)] = [
      ("clerk", .village, "PC"), ("committee", .village, nil), ("township", .township, nil),
      ("insurer", .insurer, nil),
      ("cashier", .insurer, nil), ("chen", .county, nil), ("feng", .county, "PF"),
    ]
    actors += SmallCounty.departments.map { ($0, .department, nil) }
    county = try CountyBook(in: folder, actors: actors)
    var rows: [String] = []
    for village in 0..<SmallCounty.villages {
      for number in 0..<10 { rows.append(SmallCounty.row(SmallCounty.household(village, number), village)) }
    }
    try county.take(.households, rows, on: "2018-03-01")
  }

  /// A row of the register.
  static func row(_ id: String, _ village: Int = 0, members: Int = 4, income: Int = 12_000, vehicles: Int = 0)
    -> String
  {
    "\(id),out-of-poverty,\(members),\(income),1,0,\(vehicles),T\(village % 3),V\(village)"
  }

  /// Opens a case; `account` is where the money goes.
  func declare(
    _ household: String, _ yuan: Int64, on day: String = "2018-06-01", peril: String = "illness",
    person: String? = nil,
    account: Int? = nil, declarant: Int? = nil
  ) throws -> Int {
    let serial = (Int(household.dropFirst()) ?? 0) * 10
    var declaration = Declaration(
      household: household, person: person, peril: peril, incurredOn: .of(day), total: Yuan(fen: yuan * 100),
      compensated: false,
      declarant: PersonalData(
        name: "王五", residentID: Invented.residentID(declarant ?? serial),
        bankAccount: Invented.account(account ?? serial)))
    declaration.another = "a second stay"
    return try county.act("clerk", on: day) { [declaration] (recording) throws(CasebookError) in
      try recording.declare(declaration)
    }
  }

  /// Takes cases to their approval, or to their payment.
  ///
  /// - Parameters:
  ///   - answers: what the departments find; `nil` does not answer.
  ///   - answerer: who answers for all, where one does.
  ///   - gap: seconds between one approval and the next.
  func walk(
    _ numbers: [Int], answers: [Int?] = [1, 0, 0], answerer: String? = nil, approver: String = "chen",
    from: Int64 = 0,
    gap: Int64 = 300
  ) throws {
    for (asset, department) in zip(Scheme.Asset.allCases, SmallCounty.departments) {
      try each(numbers, answerer ?? department, "2018-07-01", at: from) {
        (recording, number) throws(CasebookError) in
        try recording.verify(number, asset, count: answers[asset.rawValue])
      }
    }
    try each(numbers, "insurer", "2018-07-02", at: from) { (r, number) throws(CasebookError) in
      try r.visit(number, finding: nil)
    }
    try each(numbers, "committee", "2018-07-03", at: from) { (r, number) throws(CasebookError) in
      try r.appraise(number, supports: true, comment: nil)
      try r.disclose(number)
    }
    try each(numbers, "township", "2018-07-11", at: from) { (r, number) throws(CasebookError) in
      try r.confirm(number)
    }
    for (index, number) in numbers.enumerated() {
      try each([number], approver, "2018-07-12", at: from + Int64(index) * gap) {
        (r, number) throws(CasebookError) in
        _ = try r.approve(number)
      }
    }
  }

  private func each(
    _ numbers: [Int], _ actor: String, _ day: String, at seconds: Int64,
    _ step: (Recording, Int) throws(CasebookError) -> Void
  ) throws {
    try county.act(actor, on: day, at: seconds) { (recording) throws(CasebookError) in
      for number in numbers { try step(recording, number) }
    }
  }

  /// Decides confirmed claims: household, day, yuan, peril.
  func batch(_ claims: [(String, String, Int)], peril: String = "illness") throws {
    try county.batch(
      claims.enumerated().map {
        "C\($0.offset),\($0.element.0),\(peril),\($0.element.1),\($0.element.2).00,"
      },
      on: "2018-06-30")
  }

  /// What a check finds.
  func found(_ code: AnomalyCode, since: Day? = nil) throws -> [Anomaly] {
    try AnomalySearch.run(book, only: [code], since: since).findings.filter { !$0.isRemark }
  }
}
