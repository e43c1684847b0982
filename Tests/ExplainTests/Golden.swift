import FoundationEssentials
import Testing

/// Texts kept as files beside these tests.
///
/// `RENEW_SNAPSHOTS=1 swift test --filter ExplainTests` writes them anew; look at what changed before
/// committing.
enum Golden {
  /// Compares `text` with the file, or renews the file.
  static func compare(
    _ text: String, with name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, keptLines).enumerated().first { $0.element.0 != $0.element.1 }
    let place = first.map { "line \($0.offset + 1): \($0.element.0)" } ?? "length"
    #expect(text == kept, "\(name) differs first at \(place)", sourceLocation: location)
  }
}
