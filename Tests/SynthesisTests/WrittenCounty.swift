import Foundation
import Synthesis

/// A county written into a directory of its own, read back and removed again.
struct WrittenCounty {
  let summary: SyntheticCounty.Summary
  /// The bytes of each file, the register first.
  let contents: [[UInt8]]

  init(
    households: Int = 200, claims: Int = 400, seed: UInt64 = 1, months: Int = 2, withFaults: Bool = false
  ) throws {
    let county = try SyntheticCounty(
      households: households, claims: claims, seed: seed, months: months, withFaults: withFaults)
    let directory = WrittenCounty.newDirectory()
    defer { WrittenCounty.remove(directory) }
    summary = try county.write(into: directory)
    contents = try county.fileNames.map { [UInt8](try Data(contentsOf: URL(filePath: directory + "/" + $0))) }
  }

  /// A directory that is not there yet.
  static func newDirectory() -> String {
    FileManager.default.temporaryDirectory.path() + "/county-\(UUID().uuidString)"
  }

  static func remove(_ directory: String) {
    do {
      try FileManager.default.removeItem(atPath: directory)
    } catch {
      print("left behind: \(directory): \(error)")
    }
  }

  /// The cells of a file's rows, without the header. Nothing is quoted where no faults are asked for.
  func rows(ofFile file: Int) -> [[String]] {
    let text = String(decoding: contents[file], as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var register: [[String]] { rows(ofFile: 0) }
  var claims: [[String]] { (1..<contents.count).flatMap(rows(ofFile:)) }

  /// FNV-1a, 64 bits, over all files in order.
  var checksum: UInt64 {
    contents.joined().reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
