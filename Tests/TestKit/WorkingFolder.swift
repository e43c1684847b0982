package import Foundation

/// Whatever works in a folder of its own, as a person at a terminal does: its files go by their names.
package protocol WorkingFolder {
  var folder: URL { get }
}

extension WorkingFolder {
  /// The path of a file.
  package func path(of name: String) -> String { folder.appending(path: name).path }

  /// The bytes of a file.
  package func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  /// The text of a file; bytes that are no UTF-8 are replaced.
  package func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// Writes a file of these bytes.
  package func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  /// Writes a file of this text.
  package func write(_ text: String, _ name: String) throws { try write(text.utf8, name) }

  /// Writes a file of these lines, each of them ended.
  package func write(lines: [String], _ name: String) throws {
    try write(lines.map { $0 + "\n" }.joined(), name)
  }

  /// Whether something of this name is there.
  package func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(of: name)) }

  /// What is in the folder, in the order of names.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// The mode bits of a file; `nil` where the system tells none.
  package func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(of: name))[.posixPermissions] as? Int
  }
}
