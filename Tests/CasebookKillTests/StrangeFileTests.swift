import Foundation
import Glibc
import OfficeKit
import TestKit
import Testing

/// A file that is no casebook, or no longer one: a sentence, never a crash.
@Suite("Files that are no casebook")
struct StrangeFileTests {
  /// Commands that read, and commands that write.
  static let commands: [([String], Office.Desk?)] = [
    (["casebook", "status"], nil), (["casebook", "dump"], nil), (["casebook", "state"], nil),
    (["case", "list"], nil),
    (["casebook", "fund"], nil), (["casebook", "rebuild"], nil),
    (["casebook", "contribute", "1.00"], .county),
    (["casebook", "import", "households", "@households.csv"], .county),
  ]

  enum Kind: String, CaseIterable {
    case missing, empty, text, noise, otherDatabase, newerSchema, folder, pipe, danglingLink, emptySchema
  }

  @Test("each is told in a sentence with exit code 1", arguments: TestSize.spread(Kind.allCases, fast: 4))
  func strange(kind: Kind) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let office = try Office(foundedIn: folder, claims: 1)
      try make(kind, office)
      for (words, desk) in StrangeFileTests.commands {
        let run = try office.run(words, as: desk, on: desk == nil ? nil : "2018-02-01")
        #expect(run.exitCode == 1 && run.text.isEmpty && run.talk.hasPrefix("error: "), "\(words): \(run)")
        if kind == .newerSchema {
          #expect(run.talk.contains("newer program"), "\(words): \(run.talk)")
        }
      }
    }
  }

  private func make(_ kind: Kind, _ office: Office) throws {
    let sqlite = FangpinProcess(executable: URL(filePath: "/usr/bin/sqlite3"))
    if kind == .newerSchema {
      #expect(try sqlite.run([office.path, "PRAGMA user_version = 99"]).exitCode == 0)
      return
    }
    try FileManager.default.removeItem(atPath: office.path)
    var random = Seeded(seed: 3)
    switch kind {
    case .missing, .newerSchema: break
    case .empty: try office.write("", "wei.casebook")
    case .text: try office.write(CountyFiles.households, "wei.casebook")
    case .noise:
      let noise = Data((0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      try noise.write(to: URL(filePath: office.path))
    case .otherDatabase: #expect(try sqlite.run([office.path, "CREATE TABLE t(x)"]).exitCode == 0)
    case .emptySchema:
      let mark = "PRAGMA application_id = \(0x4650_4342); CREATE TABLE t(x); PRAGMA user_version = 1"
      #expect(try sqlite.run([office.path, mark]).exitCode == 0)
    case .folder:
      try FileManager.default.createDirectory(atPath: office.path, withIntermediateDirectories: false)
    case .pipe: #expect(unsafe mkfifo(office.path, 0o600) == 0)
    case .danglingLink:
      try FileManager.default.createSymbolicLink(
        atPath: office.path, withDestinationPath: office.file("nothing"))
    }
  }

  @Test(
    "a casebook cut short, or with a page overwritten, never ends a command by a signal",
    .from(.ordinary), arguments: TestSize.seeds(fast: 1, ordinary: 2, long: 20))
  func damaged(seed: UInt64) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let office = try Office(foundedIn: folder, claims: 1)
      try office.run(["casebook", "import", "households", "@households.csv"], as: .county, on: "2018-01-05")
        .expectDone()
      let whole = try Data(contentsOf: URL(filePath: office.path))
      var random = Seeded(seed: seed)
      var told = 0
      for _ in 0..<14 {
        let (words, desk) = StrangeFileTests.commands[Int(random.next() % 8)]
        let cut = Int.random(in: 0..<whole.count, using: &random)
        var pages = whole
        let page = Int.random(in: 0..<whole.count / 4096, using: &random) * 4096
        for place in page + 100..<page + 4096 where random.next() % 8 == 0 {
          pages[place] = UInt8(truncatingIfNeeded: random.next())
        }
        for (bytes, isCut) in [(whole.prefix(cut), true), (pages, false)] {
          for ending in ["-wal", "-shm"] { _ = unsafe unlink(office.path + ending) }
          try bytes.write(to: URL(filePath: office.path))
          let run = try office.run(words, as: desk, on: desk == nil ? nil : "2018-02-01")
          #expect(run.exitCode <= 4, "\(words): \(run.exitCode) \(run.talk)")
          if isCut { #expect(run.exitCode == 1, "\(words) of \(cut) bytes: \(run.exitCode) \(run.talk)") }
          if run.exitCode == 1 { #expect(run.talk.contains("error: ")) }
          told += run.exitCode == 1 ? 1 : 0
        }
      }
      #expect(told >= 14)
    }
  }

  @Test("a symbolic link is the casebook it points to, and its log stands beside that")
  func link() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let office = try Office(foundedIn: folder, claims: 1)
      let elsewhere = folder.appending(path: "elsewhere")
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      let real = elsewhere.appending(path: "real.casebook").path
      try FileManager.default.moveItem(atPath: office.path, toPath: real)
      try FileManager.default.createSymbolicLink(atPath: office.path, withDestinationPath: real)
      try office.run(["casebook", "contribute", "1.00"], as: .county, on: "2018-02-01").expectDone()
      try office.run(["casebook", "status", "--casebook", real]).expectDone()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!names.contains("wei.casebook-wal") && !names.contains("wei.casebook-shm"))
    }
  }

  /// Whether commands can be run as somebody who may not write everywhere.
  static let nobody: [String]? = {
    if geteuid() != 0 { return [] }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return nil }
    return ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
  }()

  @Test(
    "a file or a folder that may only be read is told; what it held is unchanged", .enabled(if: nobody != nil)
  )
  func readOnly() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let office = try Office(foundedIn: folder, claims: 1)
      let before = try Examination(of: office, in: memoryFolder).entries
      let nobody = StrangeFileTests.nobody ?? []
      for (fileMode, folderMode) in [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)] {
        for desk in Office.Desk.allCases { unsafe chmod(office.key(desk), 0o644) }
        unsafe chmod(office.path, mode_t(fileMode))
        unsafe chmod(folder.path, mode_t(folderMode))
        defer { unsafe chmod(folder.path, 0o755) }
        for (words, desk) in StrangeFileTests.commands {
          let run = try office.run(
            words, as: desk, on: desk == nil ? nil : "2018-02-01",
            through: nobody.isEmpty ? nil : FangpinProcess(executable: URL(filePath: "/usr/bin/setpriv")),
            before: nobody.isEmpty ? [] : nobody + [office.executable])
          let writes = desk != nil || words.contains("rebuild")
          #expect(run.exitCode == 1 || !writes && run.exitCode == 0, "\(words) \(fileMode): \(run)")
          if run.exitCode == 1 {
            let isTold = run.talk.contains("read-only") || run.talk.contains("cannot open")
            #expect(isTold, "\(words) \(fileMode) \(folderMode): \(run.talk)")
          }
        }
      }
      #expect(try Examination(of: office, in: memoryFolder).entries == before)
    }
  }

  @Test(
    "a creation that was killed leaves a casebook, nothing, or a fragment that is told", .from(.ordinary),
    arguments: [UInt64(11)])
  func creation(seed: UInt64) throws {
    try withScratchFolder { folder in
      let office = try Office(foundedIn: folder, claims: 1)
      let words = [
        "casebook", "create", "@new.casebook", "--fund", "100", "--rural-population", "1000", "--actor", "Li",
        "--office", "county",
      ]
      var random = Seeded(seed: seed)
      var left: [Int32: Int] = [:]
      let begin = ContinuousClock.now
      try office.run(words, as: .county, on: "2018-01-02").expectDone()
      let seconds = (ContinuousClock.now - begin) / .seconds(1)
      for _ in 0..<40 {
        for ending in ["", "-wal", "-shm", "-journal"] {
          _ = unsafe unlink(office.file("new.casebook" + ending))
        }
        let killer = Killer(
          .after(Double.random(in: 0..<seconds, using: &random)), on: office.file("new.casebook"),
          looks: false)
        _ = try office.run(words, as: .county, on: "2018-01-02", meanwhile: killer.strike)
        let isThere = office.isThere("new.casebook")
        let status = try office.run(["casebook", "status", "--casebook", "@new.casebook"])
        #expect([0, 1].contains(status.exitCode), "\(status)")
        left[isThere ? status.exitCode : -1, default: 0] += 1
        let again = try office.run(words, as: .county, on: "2018-01-02")
        #expect(again.exitCode == (isThere ? 1 : 0), "\(again)")
      }
      print(
        "creations killed: nothing there \(left[-1] ?? 0), a fragment \(left[1] ?? 0), whole \(left[0] ?? 0)")
      #expect(left.values.reduce(0, +) == 40 && left.count >= 2)
    }
  }
}
