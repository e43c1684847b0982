import Glibc
package import Tables
package import Units

/// The list of an office's rows that could not be used, where it belongs beside the file that they come from.
package enum RejectList {
  /// Where the list of a file goes without being told; `nil` for standard error, where the rows came from standard input.
  package static func place(besides file: String) -> String? { file == "-" ? nil : file + ".rejects.csv" }

  /// Writes the list, sorted by line, where it belongs, so that no list of an earlier run is taken for this one's.
  ///
  /// - Parameter named: where the user wants it. Without a name it stands beside the file, is there only where there are
  ///   rejects, and goes to standard error where the rows came from standard input.
  /// - Returns: where it stands, or `nil` where no file was called for.
  @discardableResult
  package static func conclude(
    _ rejects: [Reject], of file: String, named: String? = nil, in language: Language
  ) throws(TableError) -> String? {
    guard let path = named ?? place(besides: file) else {
      if !rejects.isEmpty { try write(rejects, of: file, on: .standardError, in: language) }
      return nil
    }
    if rejects.isEmpty, named == nil {
      try remove(path)
      return nil
    }
    try write(rejects, of: file, on: try OutputFile(path: path, isPrivate: true), in: language)
    return path
  }

  /// Takes away the list of an earlier run, if there is one.
  package static func remove(_ path: String) throws(TableError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path, errno) }
  }

  private static func write(
    _ rejects: [Reject], of file: String, on output: OutputFile, in language: Language
  ) throws(TableError) {
    let list = RejectWriter(output, TableStyle().suiting(output.path), language: language)
    for reject in rejects.sorted(by: { ($0.at.number, $0.column) < ($1.at.number, $1.column) }) {
      try list.add(reject, of: file)
    }
    try list.commit()
  }
}
