import BookKit
import Casebook
import Foundation
import Journal
import TestKit
import Testing

/// What stands in a casebook after its writer was killed, looked at in a copy, so that the next run meets the files just
/// as the kill left them.
struct Examination {
  /// How many entries the journal has: this tells, as `casebook status` does, whether a command was recorded.
  let entries: Int
  /// The derived tables that were not what the journal says.
  let corrected: [String]

  /// Opens the copy, which checks its last head against journal and key, and rebuilds it.
  init(of office: Office, in place: URL?) throws {
    self = try withScratchFolder(in: place) { folder in
      let copy = try Examination.copy(office.path, to: folder)
      let book = try Casebook.open(copy)
      let head = try book.lastHead()
      let rebuilding = try Casebook.rebuild(copy)
      #expect(head?.size == rebuilding.entries)
      #expect(try book._checkInvariants() == [])
      return Examination(entries: rebuilding.entries, corrected: rebuilding.corrected)
    }
  }

  private init(entries: Int, corrected: [String]) {
    self.entries = entries
    self.corrected = corrected
  }

  /// Copies a casebook and its log. No connection of this process may be open on the original: closing a file drops the
  /// locks a process holds on it.
  static func copy(_ path: String, to folder: URL) throws -> String {
    let copy = folder.appending(path: "copy.casebook").path
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
    }
    return copy
  }
}
