import BookKit
import Casebook
import Files
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import Store
import TestKit
import Units

/// A casebook as small as one can be that has of everything: one actor, households, a member with personal data, money, and
/// a batch of decisions, under a scheme cut down to one peril: each of its bytes costs the tests an audit.
struct SmallBook: WorkingFolder {
  let folder: URL
  let key: PrivateKey
  static let clock = Instant(seconds: 1_546_000_000)  // 2018-12-28

  var path: String { folder.appending(path: "small.casebook").path }

  init(in folder: URL, _ algorithm: DigestAlgorithm = .sha256, claims: Int = 2) throws {
    self.folder = folder
    key = try PrivateKey.generate(algorithm == .sha256 ? .ed25519 : .sm2)
    let file = try SmallBook.scheme()
    let day = Day.of("2018-01-02")
    let book = try Casebook.create(
      path, Founding(under: file, algorithm: algorithm, fund: Yuan(fen: 100_000_000), actor: "Li"), key: key,
      on: day, clock: SmallBook.clock)
    try book.act(key, on: day, clock: SmallBook.clock) { (recording) throws(CasebookError) in
      for number in 1...2 {
        try recording.append(
          HouseholdStatement(
            household: "H\(number)", group: number == 1 ? "out-of-poverty" : "low-income", members: 4,
            income: Yuan(fen: 1_200_000),
            assets: [1, 0, 0]))
      }
    }
    try write("person_id,household_id,name,bank_account\nP1,H1,Wang,6222020000000000000\n", "members.csv")
    let members = path(of: "members.csv")
    try book.act(key, on: Day("2018-01-03"), clock: SmallBook.clock) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(try Sheet.read(members, .members), .members)
      try recording.record(plan, revising: false)
    }
    let rows = (1...claims).map { "C\($0),H\(($0 - 1) % 2 + 1),illness,2018-03-05,\(10_000 + 3_000 * $0)" }
    try write(lines: ["claim_id,household_id,peril,incurred_on,amount"] + rows, "claims.csv")
    let list = path(of: "claims.csv")
    _ = try book.act(key, on: Day("2018-04-02"), clock: SmallBook.clock) {
      (recording) throws(CasebookError) in
      try recording.adjudicate(list, threads: 1)
    }
  }

  /// A household is imported and taken back, a cost is declared with the number of its invoice, it is proposed to pay a
  /// household more that turns out to be of another group, and a year is closed and opened again.
  func goOn() throws {
    try write("household_id,group,members,annual_income\nH3,low-income,2,9000\n", "households.csv")
    let households = path(of: "households.csv")
    let book = try Casebook.open(path)
    let declaration = Declaration(
      household: "H1", peril: "illness", incurredOn: .of("2018-03-08"), invoice: "A1", total: .of("9000"),
      declarant: PersonalData(name: "Wang"))
    try book.act(key, on: Day("2018-04-03"), clock: SmallBook.clock) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(try Sheet.read(households, .households), .households)
      try recording.record(plan, revising: false)
      _ = try recording.undoImport(recording.state.entries, reason: "another county's")
      _ = try recording.declare(declaration)
    }
    try write("household_id,group,members,annual_income\nH2,out-of-poverty,,\n", "households.csv")
    try book.act(key, on: Day("2018-02-01"), clock: SmallBook.clock) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(try Sheet.read(households, .households), .households)
      try recording.record(plan, revising: true)
    }
    try book.act(key, on: Day("2018-04-03"), clock: SmallBook.clock) { (recording) throws(CasebookError) in
      _ = try recording.redecide(2)
      try recording.closeYear(Day.of("2017-01-01")...Day.of("2017-12-31"), nil)
      try recording.reopenYear(2017, reason: "late")
    }
  }

  struct Unusable: Error { let what: String }

  /// The county's scheme with one peril, and without the causes, holidays, support and examples that nothing here needs.
  private static func scheme() throws -> SchemeFile {
    let bytes = try SchemeFile.builtIn().bytes
    guard var scheme = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let perils = scheme["perils"] as? [[String: Any]],
      let benefits = scheme["benefits"] as? [[String: Any]],
      var administration = scheme["administration"] as? [String: Any],
      var holidays = administration["holidays"] as? [String: Any]
    else { throw Unusable(what: "the built-in scheme has another form than this test knows") }
    scheme["perils"] = perils.filter { $0["id"] as? String == "illness" }
    scheme["benefits"] = benefits.filter { $0["peril"] as? String == "illness" }
    (scheme["cases"], scheme["causes"]) = ([Any](), [Any]())
    (holidays["daysOff"], holidays["workedWeekends"], administration["support"]) = ([Any](), [Any](), [Any]())
    administration["holidays"] = holidays
    scheme["administration"] = administration
    let small = try JSONSerialization.data(withJSONObject: scheme, options: [.sortedKeys])
    return try SchemeFile(bytes: Array(small))
  }

  /// The file in as few bytes as it takes, without a log beside it.
  func packed() throws -> [UInt8] {
    let database = try Database(path: path, .readWrite)
    try database.execute("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM")
    try database.close()
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}
