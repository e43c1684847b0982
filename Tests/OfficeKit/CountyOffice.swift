import BookKit
package import Casebook
package import Foundation
package import Journal
package import SchemeKit
package import Sealing
package import TestKit
import Testing
package import Units

/// A casebook with actors and households, written through the library, and the program run on it as its offices do.
package struct CountyOffice: WorkingFolder {
  /// Whose key acts.
  package enum Desk: String, CaseIterable {
    case county, deputy, clerk, village, kin, township, department, insurer, cashier

    package var role: Role {
      switch self {
      case .county, .deputy: .county
      case .clerk, .village, .kin: .village
      case .township: .township
      case .department: .department
      case .insurer, .cashier: .insurer
      }
    }

    /// Whoever sits there, to be enrolled; a household of the clerk's kin is H1.
    package func applicant(_ key: PrivateKey) -> Applicant {
      Applicant(rawValue, role, office: rawValue, households: self == .kin ? ["H1"] : [], key: key)
    }
  }

  /// With what a casebook is sealed.
  package enum Seal: String, CaseIterable, Sendable {
    /// SHA-256 and Ed25519.
    case international
    /// SM3 and SM2.
    case chinese

    var digest: DigestAlgorithm { self == .chinese ? .sm3 : .sha256 }
    var keys: KeyKind { self == .chinese ? .sm2 : .ed25519 }
  }

  package let folder: URL
  private let program: FangpinProcess
  private let keys: [Desk: PrivateKey]
  /// Standing where the recording of the fixtures stands: in the year of the cases.
  package static let clock = Instant(seconds: 1_546_000_000)  // 2018-12-28

  package var path: String { file("wei.casebook").path }
  package func file(_ name: String) -> URL { folder.appending(path: name) }
  package func key(_ desk: Desk) -> String { file("\(desk.rawValue).pem").path }

  /// Makes the casebook, the keys of all desks and thirty households.
  ///
  /// - Parameters:
  ///   - scheme: the county's, where it is not the built-in one.
  ///   - seal: the digest of the tree, and the kind of the keys.
  package init(
    in folder: URL, under scheme: SchemeFile? = nil, fund: Yuan = Yuan(fen: 100_000_000),
    onDeficit: String = "call-county", seal: Seal = .international
  ) throws {
    self.folder = folder
    program = try FangpinProcess()
    var keys: [Desk: PrivateKey] = [:]
    for desk in Desk.allCases {
      let key = try PrivateKey.generate(seal.keys)
      keys[desk] = key
      try Data(key.pem.utf8).write(to: folder.appending(path: "\(desk.rawValue).pem"))
    }
    self.keys = keys
    let (founder, deputy) = (try #require(keys[.county]), try #require(keys[.deputy]))
    let (day, clock) = (try #require(Day("2018-01-02")), CountyOffice.clock)
    let book = try Casebook.create(
      path,
      Founding(
        under: scheme ?? .builtIn().onDeficit(onDeficit), algorithm: seal.digest, fund: fund, actor: "county"),
      key: founder, on: day, clock: clock)
    try book.enrol([Desk.deputy.applicant(deputy)], by: [founder], on: day, clock: clock)
    let others = Desk.allCases.filter { $0.role != .county }
    try book.enrol(
      others.map { try $0.applicant(#require(keys[$0])) }, by: [founder, deputy], on: day, clock: clock)
    try book.act(founder, on: day, clock: clock) { (recording) throws(CasebookError) in
      for number in 1...30 {
        try recording.append(
          HouseholdStatement(
            household: "H\(number)", group: "out-of-poverty", members: 4, income: Yuan(fen: 1_200_000),
            incomeYear: 2016,
            township: "Dong", village: "Xi"))
      }
    }
  }

  /// Opens a case through the library: what is left to the household is `amount`.
  package func declare(
    _ household: String, _ amount: Int64, peril: String = "illness", by desk: Desk = .clerk,
    on day: String = "2018-03-05"
  ) throws -> Int {
    let on = try #require(Day(day))
    var declaration = Declaration(
      household: household, peril: peril, cause: peril == "illness" ? "inpatient" : nil, incurredOn: on,
      total: Yuan(fen: amount * 100), compensated: false,
      declarant: PersonalData(
        name: "李小四", residentID: "11010519491231002X", bankAccount: "6222020000000000000",
        telephone: "13800138000"))
    declaration.another = "a second stay"
    return try record(desk, on: day) { [declaration] (recording) throws(CasebookError) in
      try recording.declare(declaration)
    }
  }

  /// Records through the library, as an actor.
  @discardableResult
  package func record<R>(
    _ desk: Desk, on day: String, _ body: (Recording) throws(CasebookError) -> R
  ) throws -> R {
    try record(desk, in: Casebook.open(path), on: day, body)
  }

  /// Makes another casebook, with the county's key.
  package func found(_ founding: Founding, at path: String) throws -> Casebook {
    try Casebook.create(
      path, founding, key: try #require(keys[.county]), on: Day("2018-12-20"), clock: CountyOffice.clock)
  }

  /// Records in the casebook as it is already open: opening it reads the scheme, which in debug takes longer than a step.
  @discardableResult
  package func record<R>(
    _ desk: Desk, in book: Casebook, on day: String, _ body: (Recording) throws(CasebookError) -> R
  ) throws -> R {
    try book.act(try #require(keys[desk]), on: Day(day), clock: CountyOffice.clock, body)
  }

  /// Runs `fangpin case …` on the casebook.
  package func run(
    _ words: String..., as desk: Desk? = nil, on day: String? = nil, in language: Language = .en
  ) throws -> FangpinProcess.Outcome {
    try run(words, as: desk, on: day, in: language)
  }

  package func run(
    _ words: [String], as desk: Desk? = nil, on day: String? = nil, in language: Language = .en
  ) throws -> FangpinProcess.Outcome {
    var arguments = ["case"] + words + ["--casebook", path]
    if let desk { arguments += ["--key", key(desk)] }
    if let day { arguments += ["--on", day] }
    return try fangpin(arguments, in: language)
  }

  /// Runs any command of `fangpin` as it is given.
  package func fangpin(_ words: [String], in language: Language = .en) throws -> FangpinProcess.Outcome {
    try program.run(words + ["--lang", language.rawValue])
  }

  /// What is derived is what the journal says.
  package func corrected() throws -> [String] { try Casebook.open(path).rebuild().corrected }

  package func casefile(_ number: Int) throws -> Casefile {
    try #require(try Casebook.open(path).casefile(number))
  }
}

/// Gives `body` a county's office in a folder of its own.
package func withOffice(
  under scheme: SchemeFile? = nil, fund: Yuan = Yuan(fen: 100_000_000), onDeficit: String = "call-county",
  seal: CountyOffice.Seal = .international, _ body: (CountyOffice) throws -> Void
) throws {
  try withScratchFolder { folder in
    try body(CountyOffice(in: folder, under: scheme, fund: fund, onDeficit: onDeficit, seal: seal))
  }
}
