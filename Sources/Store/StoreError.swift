/// A database could not be opened, read or written. Carries the statement where that helps, never a bound value: those
/// are people's names and numbers.
package enum StoreError: Error, Hashable, Sendable {
  /// A file could not be opened or made: its path and the system's error number, 0 where it gave none.
  case cannotOpen(path: String, reason: Int32)
  /// The file is something else than a SQLite database.
  case notADatabase(path: String)
  /// A file that was to be made is there already.
  case exists(path: String)
  /// Another process kept the file to itself for longer than we wait.
  case busy(path: String)
  /// The disk, or the file's own limit, is full.
  case full(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// Beside the file lies a log that its owner has to bring in first.
  case unfinishedLog(path: String)
  /// The file's content contradicts itself: SQLite's own words for it.
  case corrupt(path: String, what: String)
  /// A rule in the database said no: a constraint's name, or the text of a trigger.
  case refused(what: String)
  /// The file was written by a newer program: its schema's version, and the newest that we know.
  case newerSchema(path: String, found: Int, known: Int)
  /// Anything else: SQLite's extended code, its words, and the statement with its placeholders.
  case failed(path: String, code: Int32, message: String, sql: String)
}
