import Batch
import Glibc
import Tables
package import Units

/// The list of a sheet's rows that could not be used: `file,line,column,field,value,problem,problem_text`.
///
/// The codes are the same in every language; the text is in the reader's.
package enum RejectFile {
  /// Writes the list, sorted by line, where it belongs, so that no list of an earlier run is taken for this one's.
  ///
  /// - Parameter named: where the user wants it. Without a name it stands beside the sheet's file, is there only where there
  ///   are faults, and goes to standard error where the sheet came from standard input.
  /// - Returns: where it stands, or `nil` where no file was called for.
  @discardableResult
  package static func conclude(
    _ faults: [Sheet.Fault], of sheet: Sheet, named: String?, in language: Language
  ) throws(CasebookError) -> String? {
    try conclude(faults, ofFile: sheet.file, named: named, in: language)
  }

  /// The same for a file that is never in memory as a whole.
  @discardableResult
  package static func conclude(
    _ faults: [Sheet.Fault], ofFile file: String, named: String?, in language: Language
  ) throws(CasebookError) -> String? {
    let path = named ?? (file == "-" ? nil : file + ".rejects.csv")
    guard let path else {
      guard !faults.isEmpty else { return nil }
      do throws(TableError) { try write(faults, of: file, on: .standardError, in: language) } catch {
        throw .file(error)
      }
      return nil
    }
    if faults.isEmpty, named == nil {
      guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .file(.cannotWrite(path, errno)) }
      return nil
    }
    do throws(TableError) {
      try write(faults, of: file, on: try OutputFile(path: path, isPrivate: true), in: language)
    } catch {
      throw .file(error)
    }
    return path
  }

  private static let columns = ["file", "line", "column", "field", "value", "problem", "problem_text"]

  private static func write(
    _ faults: [Sheet.Fault], of file: String, on output: OutputFile, in language: Language
  ) throws(TableError) {
    let table = TableWriter(output, columns: columns)
    for fault in faults.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      try table.add([
        file, "\(fault.line)", fault.column > 0 ? "\(fault.column)" : "", fault.field,
        Reject.shown(fault.value), fault.problem, fault.what[language],
      ])
    }
    try table.commit()
  }
}
