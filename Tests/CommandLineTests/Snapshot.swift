import Foundation
import Testing

/// Texts as they were last found good, kept in Snapshots/.
///
/// Renew them all with `RENEW_SNAPSHOTS=1 swift test --filter CommandLineTests`, and read the difference
/// before committing it.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Snapshots", directoryHint: .isDirectory)

  static func expect(_ text: String, as name: String, at location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["RENEW_SNAPSHOTS"] == "1" {
      try Data((text + "\n").utf8).write(to: file)
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text + "\n" == kept, "Snapshots/\(name).txt differs", sourceLocation: location)
  }

  /// The names of all that are kept.
  static func kept() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return Set(files.map { $0.deletingPathExtension().lastPathComponent })
  }
}
