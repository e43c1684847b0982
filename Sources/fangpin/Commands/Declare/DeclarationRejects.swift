import Casebook
import Glibc
import Tables
import Units

/// The rows of a file of declarations that were not recorded, and where they are listed.
struct DeclarationRejects {
  let file: String
  /// In the order of their lines.
  let faults: [Sheet.Fault]
  let language: Language

  /// The list's file; `nil` where it goes to standard error.
  var path: String? { file == "-" ? nil : file + ".rejects.csv" }

  /// Writes the list; where there is nothing to list, one of an earlier run goes away.
  func write() throws(TableError) {
    guard !faults.isEmpty else {
      guard let path, unsafe unlink(path) != 0, errno != ENOENT else { return }
      throw .cannotWrite(path, errno)
    }
    let output = try path.map { path throws(TableError) in try OutputFile(path: path) } ?? .standardError
    let table = TableWriter(
      output, columns: ["file", "line", "column", "field", "value", "problem", "problem_text"])
    for fault in faults {
      try table.add([
        file, String(fault.line), fault.column > 0 ? String(fault.column) : "", fault.field, fault.value,
        fault.problem, fault.what[language],
      ])
    }
    try table.commit()
  }
}
