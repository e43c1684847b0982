import Foundation
import Synthesis
import Tables
import Testing
import Units

@Suite("Writing an invented county")
struct SynthesisWritingTests {
  @Test("makes the directory and those above it")
  func directories() throws {
    let root = WrittenCounty.newDirectory()
    defer { WrittenCounty.remove(root) }
    let county = try SyntheticCounty(households: 3, claims: 4, seed: 1, months: 2)
    let summary = try county.write(into: root + "/a/b/")
    #expect(summary.files.map(\.path) == county.fileNames.map { root + "/a/b/" + $0 })
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: root + "/a/b").sorted() == [
        "claims-2018-01.csv", "claims-2018-02.csv", "households.csv",
      ])
  }

  @Test("refuses to write over a county, unless told to, and then leaves no month of the old one")
  func overwriting() throws {
    let root = WrittenCounty.newDirectory()
    defer { WrittenCounty.remove(root) }
    try SyntheticCounty(households: 3, claims: 40, seed: 1, months: 3).write(into: root)
    let before = try Data(contentsOf: URL(filePath: root + "/claims-2018-01.csv"))
    let county = try SyntheticCounty(households: 3, claims: 40, seed: 2, months: 1)
    #expect(throws: SynthesisError.fileExists(path: root + "/households.csv")) {
      try county.write(into: root)
    }
    #expect(try Data(contentsOf: URL(filePath: root + "/claims-2018-01.csv")) == before)
    try county.write(into: root, overwrite: true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: root).sorted() == [
        "claims-2018-01.csv", "households.csv",
      ])
  }

  @Test("says which number is out of range", arguments: [(0, 1, 1), (1, -1, 1), (1, 1, 0), (1, 1, 13)])
  func ranges(households: Int, claims: Int, months: Int) throws {
    #expect(throws: SynthesisError.self) {
      try SyntheticCounty(households: households, claims: claims, seed: 1, months: months)
    }
  }

  @Test("a directory that cannot be made is an error with both languages")
  func noDirectory() throws {
    let county = try SyntheticCounty(households: 1, claims: 1, seed: 1)
    let error = #expect(throws: SynthesisError.self) { try county.write(into: "/dev/null/county") }
    #expect(error?.wording.en.contains("/dev/null/county") == true)
    #expect(error?.wording.zh.contains("/dev/null/county") == true)
    #expect(throws: SynthesisError.self) { try county.write(into: "") }
  }

  @Test("a disk without space is an error, and nothing is left behind")
  func noSpace() throws {
    let root = WrittenCounty.newDirectory()
    defer { WrittenCounty.remove(root) }
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    // The device that is always full stands where the register would be.
    try FileManager.default.createSymbolicLink(
      atPath: root + "/households.csv", withDestinationPath: "/dev/full")
    let county = try SyntheticCounty(households: 10, claims: 10, seed: 1)
    let error = #expect(throws: SynthesisError.self) { try county.write(into: root, overwrite: true) }
    guard case .file(.cannotWrite(_, let code)) = error else {
      Issue.record("not the disk: \(String(describing: error))")
      return
    }
    #expect(code == ENOSPC)
    #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["households.csv"])
  }

  @Test("progress never goes back and ends at the end")
  func progress() throws {
    let root = WrittenCounty.newDirectory()
    defer { WrittenCounty.remove(root) }
    var seen: [Int] = []
    let county = try SyntheticCounty(households: 70_000, claims: 200_000, seed: 1, months: 2)
    try county.write(into: root) { done, all in
      #expect(all == 270_000)
      seen.append(done)
    }
    #expect(seen.count > 4 && seen == seen.sorted() && seen.last == 270_000)
  }
}
