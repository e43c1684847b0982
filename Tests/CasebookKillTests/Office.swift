import Casebook
import Foundation
import Rules
import Sealing
import TestKit
import Units

/// A county's casebook with enrolled actors and the files that are handed in, in a folder that can be copied: a copy has
/// the same casebook id and keys, so that a sealed file fits each of them.
struct Office {
  /// Whose key acts; each signs one level of a case.
  enum Desk: String, CaseIterable {
    case county, deputy, clerk, village, township, department, insurer, cashier

    var role: Role {
      switch self {
      case .county, .deputy: .county
      case .clerk, .village: .village
      case .township: .township
      case .department: .department
      case .insurer, .cashier: .insurer
      }
    }
  }

  /// What a run of the program came to.
  struct Run {
    let exitCode: Int32
    let text: String
    let talk: String
  }

  let folder: URL
  private let program: FangpinProcess

  var path: String { file("wei.casebook") }
  func file(_ name: String) -> String { folder.appending(path: name).path }
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
    let bytes = BuiltInSchemes.bytes(of: BuiltInSchemes.standard) ?? []
    guard let scheme = SchemeLoader.load(bytes: bytes, file: "scheme").scheme, let founder = keys[.county],
      let deputy = keys[.deputy], let day = Day("2018-01-02")
    else { throw Unusable() }
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let book = try Casebook.create(
      path,
      Founding(
        schemeBytes: bytes, scheme: scheme, fund: Yuan(fen: 30_000_000), ruralPopulation: nil,
        actor: "county",
        office: "county"), key: founder, on: day, clock: now)
    let applicants = Desk.allCases.dropFirst().compactMap { desk in
      keys[desk].map {
        Applicant(
          name: desk.rawValue, office: desk.rawValue, role: desk.role, person: nil, households: [],
          publicKey: $0.publicKey)
      }
    }
    for signer in [founder, deputy] {
      try book.act(signer, on: day, clock: now) { (recording) throws(CasebookError) in
        for applicant in applicants where signer === founder || applicant.name != "deputy" {
          _ = try recording.enrol(applicant)
        }
      }
    }
    try write(CountyFiles.households, "households.csv")
    try write(CountyFiles.members, "members.csv")
    try write(CountyFiles.bills, "bills.csv")
    try write(CountyFiles.declarations, "declarations.csv")
    try write(CountyFiles.claims(claims), "claims.csv")
  }

  struct Unusable: Error {}

  /// Runs the program on the casebook; a word that begins with `@` is a file of the folder.
  func run(
    _ words: [String], as desk: Desk? = nil, on day: String? = nil, through program: FangpinProcess? = nil,
    before: [String] = [], meanwhile: (pid_t) -> Void = { _ in }
  ) throws -> Run {
    var arguments = words.map { $0.hasPrefix("@") ? file(String($0.dropFirst())) : $0 }
    if let desk { arguments += ["--key", key(desk)] }
    if let day { arguments += ["--on", day] }
    let outcome = try (program ?? self.program).run(
      before + arguments + ["--lang", "en"],
      environment: ["NO_COLOR": "1", "FANGPIN_CASEBOOK": path, "FANGPIN_KEY": ""], meanwhile: meanwhile)
    return Run(
      exitCode: outcome.exitCode, text: String(decoding: outcome.output, as: UTF8.self), talk: outcome.talk)
  }

  /// The program's own file, for a shell that runs it under a limit.
  var executable: String { program.executable.path }

  /// What two runs of the same work must have in common: the ordered dump and the state, without times, salts and hashes.
  func bare() throws -> [String] {
    try ["dump", "state"].map { try run(["casebook", $0, "--bare"]).text }
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// The same county once more, in an empty folder.
  func copied(to other: URL) throws -> Office {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: other.appending(path: name))
    }
    return try Office(at: other)
  }
}

/// Memory that looks like a disk, where there is some: a kill loses nothing that was written, on either.
let memoryFolder: URL? =
  FileManager.default.isWritableFile(atPath: "/dev/shm")
  ? URL(filePath: "/dev/shm", directoryHint: .isDirectory) : nil
