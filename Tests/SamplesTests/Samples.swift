import Foundation
import Testing

/// The folder Samples/, and the texts in it that the program must print again.
///
/// `RENEW_SNAPSHOTS=1 swift test --filter SamplesTests` writes all of them anew; read the difference before
/// committing it.
enum Samples {
  /// The package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// The folder itself.
  static let folder = package.appending(path: "Samples", directoryHint: .isDirectory)

  /// Whether the texts are to be written anew.
  static var isRenewing: Bool { ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] == "1" }

  /// Compares bytes with a file under Samples/, or writes them there.
  static func expect(_ data: Data, in file: URL, at location: SourceLocation = #_sourceLocation) throws {
    if isRenewing {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
      return
    }
    let kept = try Data(contentsOf: file)
    guard data != kept else { return }
    let pairs = zip(lines(data), lines(kept)).enumerated()
    let first = pairs.first { $0.element.0 != $0.element.1 }
    let place = first.map { "line \($0.offset + 1), now: \($0.element.0)" } ?? "its length"
    let name = file.path.replacing(folder.path + "/", with: "")
    Issue.record("Samples/\(name) differs first at \(place)", sourceLocation: location)
  }

  /// The folders in a folder, in the order of their names.
  static func folders(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .sorted { $0.path < $1.path }
  }

  private static func lines(_ data: Data) -> [Substring] {
    String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
