import Foundation
import Glibc
import OfficeKit
import TestKit
import Testing

/// The disk is full: a clear error, nothing lost, and the work goes on once there is room.
@Suite("No room left", .serialized)
struct FullDiskTests {
  /// Whether this process may mount a file system of its own.
  static let canMount: Bool = {
    do { return try withScratchFolder { try mounting(on: $0) { true } } } catch { return false }
  }()

  @Test(
    "every command meets a disk with little room, or none, and the work ends as on a large one",
    .enabled(if: canMount), .from(.ordinary))
  func smallDisk() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let (county, undisturbed) = try found(in: folder)
      let disk = folder.appending(path: "disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      try FullDiskTests.mounting(on: disk) {
        let office = try county.copied(to: disk)
        let refused = try work(office, undisturbed, rooms: [0, 16, 60, 140, 400]) { words, desk, day, room in
          try FullDiskTests.fill(disk, leaving: room)
          defer { _ = unsafe unlink(disk.appending(path: "ballast").path) }
          return try office.run(words, as: desk, on: day)
        }
        print("refused by a full disk: \(refused)")
        #expect(refused >= 40)
      }
    }
  }

  @Test("a limit on the size of files is told as a full disk is", .from(.ordinary))
  func limit() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let (county, undisturbed) = try found(in: folder)
      let place = folder.appending(path: "limited")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let office = try county.copied(to: place)
      let shell = FangpinProcess(executable: URL(filePath: "/bin/bash"))
      // Not without any: what the program says goes to a file too.
      let refused = try work(office, undisturbed, rooms: [4, 16, 60, 140, 400]) { words, desk, day, room in
        try office.run(
          words, as: desk, on: day, through: shell,
          before: ["-c", "ulimit -f \(room / 1024); exec \"$0\" \"$@\"", office.executable])
      }
      print("refused by a limit: \(refused)")
      #expect(refused >= 40)
    }
  }

  /// Does the county's work, each command first with little room, then with more, then with enough.
  ///
  /// - Returns: how often there was too little room.
  private func work(
    _ office: Office, _ undisturbed: Undisturbed,
    rooms: [Int],
    _ run: ([String], Office.Desk, String, _ room: Int) throws -> Office.Run
  ) throws -> Int {
    var refused = 0
    var entries = try Examination(of: office, in: memoryFolder).entries
    for (index, step) in Script.steps.enumerated() {
      let before = entries
      let words = try office.spelled(step.words)
      for room in rooms where entries == before {
        let tried = try run(words, step.desk, step.day, room * 1024)
        let found = try Examination(of: office, in: memoryFolder)
        #expect(found.corrected.isEmpty)
        entries = found.entries
        guard !step.first.contains(tried.exitCode) else { continue }
        refused += 1
        #expect(tried.exitCode == 1, "\(step.name) with \(room) KB: \(tried.exitCode) \(tried.talk)")
        #expect(
          ["no space left", "No space left", "File too large"].contains { tried.talk.contains($0) },
          "\(step.name) with \(room) KB: \(tried.talk)")
        // What is recorded before the file is written says how to get the file.
        let writesFile = step.payouts != nil || step.words.contains("send")
        #expect(entries == before || writesFile, "\(step.name) with \(room) KB: \(tried.talk)")
      }
      if entries == before || step.again != nil {
        let last = try office.run(step.words, as: step.desk, on: step.day)
        #expect(
          (entries == before ? step.first : step.again ?? []).contains(last.exitCode),
          "\(step.name): \(last.talk)")
      }
      if let (settlement, name) = step.payouts {
        try office.run(["case", "settle", "--again", "\(settlement)", "--out", "@\(name)"]).expectDone()
        #expect(try office.text(name) == undisturbed.office.text(name))
      }
      entries = try Examination(of: office, in: memoryFolder).entries
      #expect(entries == undisturbed.entries[index], "\(step.name)")
    }
    #expect(try office.bare() == undisturbed.bare)
    return refused
  }

  private func found(in folder: URL) throws -> (county: Office, undisturbed: Undisturbed) {
    let places = ["county", "undisturbed"].map { folder.appending(path: $0) }
    for place in places {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    let county = try Office(foundedIn: places[0], claims: 300)
    return (county, try Undisturbed(of: county, in: places[1]))
  }

  /// Gives `body` a file system of eight megabytes, and takes it away afterwards.
  private static func mounting<R>(on folder: URL, _ body: () throws -> R) throws -> R {
    let mount = try FangpinProcess(executable: URL(filePath: "/usr/bin/mount")).run(
      ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.path])
    // Thrown, not recorded: where nothing can be mounted the test is disabled.
    guard mount.exitCode == 0 else { throw POSIXError(.EPERM) }
    defer {
      do { _ = try FangpinProcess(executable: URL(filePath: "/usr/bin/umount")).run([folder.path]) } catch {
        Issue.record(error)
      }
    }
    return try body()
  }

  /// Fills a disk but for a few bytes.
  private static func fill(_ disk: URL, leaving room: Int) throws {
    let path = disk.appending(path: "ballast").path
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let block = [UInt8](repeating: 7, count: 4096)
    var size = 0
    while true {
      let written = unsafe block.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if written <= 0 { break }
      size += written
    }
    try #require(size > 1 << 20 && ftruncate(descriptor, max(0, size - room)) == 0)
  }
}
