package import Foundation

/// The package's own folder, as tests read it: its sources, its samples, its articles.
package enum Repository {
  /// Where `Package.swift` stands.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder `Samples/`.
  package static let samples = file("Samples")

  /// What stands at a path from the root on.
  package static func file(_ path: String) -> URL { root.appending(path: path) }

  /// The text of a file.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  /// The text of an article of the documentation, by its name.
  package static func article(_ name: String) throws -> String { try text("Sources/Fangpin.docc/\(name).md") }

  /// A file's path from the root on, for messages; as it is, where it stands elsewhere.
  package static func name(of file: URL) -> String { file.path.replacing(root.path + "/", with: "") }
}
