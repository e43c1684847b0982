import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A county's casebook with enrolled actors and the files that are handed in, in a folder that can be copied: a copy has
/// the same casebook id and keys, so that a sealed file fits each of them.
struct Office: WorkingFolder {
  /// Whose key acts; each signs one level of a case.
  typealias Desk = CountyOffice.Desk
  typealias Run = FangpinProcess.Outcome

  let folder: URL
  private let program: FangpinProcess

  var path: String { file("wei.casebook") }
  func file(_ name: String) -> String { path(of: name) }
  func key(_ desk: Desk) -> String { file("\(desk.rawValue).pem") }

  /// Takes a folder that has everything already.
  init(at folder: URL) throws {
    self.folder = folder
    program = try FangpinProcess()
  }

  /// Founds the county in an empty folder.
  init(foundedIn folder: URL, claims: Int) throws {
    try self.init(at: folder)
    var keys: [Desk: PrivateKey] = [:]
    for desk in Desk.allCases {
      let key = try PrivateKey.generate(.ed25519)
      keys[desk] = key
      try write(key.pem, "\(desk.rawValue).pem")
    }
    let (founder, deputy) = (try #require(keys[.county]), try #require(keys[.deputy]))
    let day = try #require(Day("2018-01-02"))
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let book = try Casebook.create(
      path, Founding(under: .builtIn(), fund: Yuan(fen: 30_000_000), actor: "county"), key: founder, on: day,
      clock: now)
    try book.enrol([Desk.deputy.applicant(deputy)], by: [founder], on: day, clock: now)
    try book.enrol(
      Desk.allCases.filter { $0.role != .county }.map { try $0.applicant(#require(keys[$0])) },
      by: [founder, deputy], on: day, clock: now)
    try write(CountyFiles.households, "households.csv")
    try write(CountyFiles.revised, "revised.csv")
    try write(CountyFiles.restored, "restored.csv")
    try write(CountyFiles.members, "members.csv")
    try write(CountyFiles.bills, "bills.csv")
    try write(CountyFiles.declarations, "declarations.csv")
    try write(CountyFiles.claims(claims), "claims.csv")
  }

  /// The word that stands for the number of the last proposal.
  static let proposal = "#proposal"

  /// The words with the number of the last proposal where they ask for it: the casebook is looked at for that.
  func spelled(_ words: [String]) throws -> [String] {
    guard words.contains(Office.proposal) else { return words }
    let last = try Casebook.open(path).allEntries(.propose).last
    return words.map { $0 == Office.proposal ? "\(last?.number ?? 0)" : $0 }
  }

  /// Runs the program on the casebook; a word that begins with `@` is a file of the folder.
  func run(
    _ words: [String], as desk: Desk? = nil, on day: String? = nil, through program: FangpinProcess? = nil,
    before: [String] = [], meanwhile: (pid_t) -> Void = { _ in }
  ) throws -> Run {
    var arguments = try spelled(words).map { $0.hasPrefix("@") ? file(String($0.dropFirst())) : $0 }
    if let desk { arguments += ["--key", key(desk)] }
    if let day { arguments += ["--on", day] }
    return try (program ?? self.program).run(
      before + arguments + ["--lang", "en"],
      environment: ["NO_COLOR": "1", "FANGPIN_CASEBOOK": path, "FANGPIN_KEY": ""], meanwhile: meanwhile)
  }

  /// The program's own file, for a shell that runs it under a limit.
  var executable: String { program.executable.path }

  /// What two runs of the same work must have in common: the ordered dump and the state, without times, salts and hashes.
  func bare() throws -> [String] {
    try ["dump", "state"].map { try run(["casebook", $0, "--bare"]).text }
  }

  /// The same county once more, in an empty folder.
  func copied(to other: URL) throws -> Office {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: other.appending(path: name))
    }
    return try Office(at: other)
  }
}
