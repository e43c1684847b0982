import FoundationEssentials
import TestKit
import Testing

/// The repository as these tests read it: its folders and the text of its Swift files.
enum SourceTree {
  /// A Swift file.
  struct File: Sendable, CustomTestStringConvertible {
    /// From the repository's root: `Sources/Units/Yuan.swift`.
    let path: String
    let lines: [String]

    /// The target it belongs to: the folder below `Sources` or `Tests`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// Its own name.
    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

    var testDescription: String { path }
  }

  static let root = Repository.root

  /// Read once: a dozen tests ask for them.
  private static let kept = Dictionary(
    uniqueKeysWithValues: ["Sources", "Tests"].map { folder in (folder, Result { try read(below: folder) }) })

  /// Every Swift file below a folder, in the order of paths.
  static func files(below folder: String) throws -> [File] {
    try kept[folder]?.get() ?? read(below: folder)
  }

  private static func read(below folder: String) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      File(path: "\(folder)/\(path)", lines: try lines(of: "\(folder)/\(path)"))
    }
  }

  /// The lines of a file.
  static func lines(of path: String) throws -> [String] {
    let bytes = try Data(contentsOf: root.appendingPathComponent(path))
    var lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }

  /// Whether something stands at a path.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// What stands directly in a folder.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
  }

  /// What stands in the root and is no dot-file.
  static func visibleTopLevel() throws -> [String] {
    try names(in: "").filter { !$0.hasPrefix(".") }
  }

  /// The folders directly below a folder, but for documentation.
  static func folders(below folder: String) throws -> [String] {
    let base = root.appendingPathComponent(folder)
    return try names(in: folder).filter { name in
      guard !name.hasSuffix(".docc") else { return false }
      var isFolder = false
      let path = base.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
  }
}
