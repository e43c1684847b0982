package import Tables
package import Units

/// A file could not be read as the kind of file that it should be.
package enum FileError: Error, Hashable, Sendable {
  /// It could not be read at all.
  case file(TableError)
  /// Its header is of no use.
  case input([Diagnostic])
}
