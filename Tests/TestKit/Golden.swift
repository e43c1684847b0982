package import Foundation
package import Testing

/// What was found good once and must come out again, kept as files of the repository.
///
/// `FANGPIN_RENEW=1 swift test --filter NAME` writes anew what the tests of that name compare; read the difference
/// before committing it.
package enum Golden {
  /// Whether the files are written anew instead of compared.
  package static let isRenewing = ProcessInfo.processInfo.environment["FANGPIN_RENEW"] == "1"

  /// Compares bytes with a file, or writes them there.
  package static func expect(
    _ bytes: Data, in file: URL, at location: SourceLocation = #_sourceLocation
  ) throws {
    if isRenewing {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try bytes.write(to: file)
    }
    guard let place = difference(bytes, try Data(contentsOf: file)) else { return }
    Issue.record(
      "\(Repository.name(of: file)) differs first at \(place); FANGPIN_RENEW=1 writes it anew",
      sourceLocation: location)
  }

  /// Compares a text with the file at a path from the repository's root on, or writes it there.
  package static func expect(
    _ text: String, in path: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    try expect(Data(text.utf8), in: Repository.file(path), at: location)
  }

  /// Compares a text with what stands behind a mark in an article, or writes it there.
  package static func expect(
    _ text: String, behind mark: String, inArticle name: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let parts = try Repository.article(name).components(separatedBy: mark)
    try #require(parts.count == 2, "\(name).md has the mark once: \(mark)", sourceLocation: location)
    try expect(parts[0] + mark + text, in: "Sources/Fangpin.docc/\(name).md", at: location)
  }

  /// Where two texts part: a line and what it is now, or their lengths; `nil` where they do not.
  package static func difference(_ bytes: Data, _ kept: Data) -> String? {
    guard bytes != kept else { return nil }
    let pairs = zip(lines(bytes), lines(kept)).enumerated()
    guard let (index, (now, was)) = pairs.first(where: { $0.element.0 != $0.element.1 }) else {
      return "its length: \(bytes.count) bytes, kept \(kept.count)"
    }
    return "line \(index + 1), now '\(now)', kept '\(was)'"
  }

  private static func lines(_ bytes: Data) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
