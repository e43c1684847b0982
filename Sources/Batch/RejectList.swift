import Glibc
import Tables
import Units

/// Where rejected rows go, in order.
final class RejectList {
  private let destination: RejectDestination
  private let labels: Language?
  private let format: TableFormat
  private let names: [String]
  private var table: TableWriter?
  /// The file that the next rejects come from, as the user named it.
  private var file = ""
  private var count = 0

  init(_ destination: RejectDestination, format: TableFormat, labels: Language?) throws(TableError) {
    self.destination = destination
    self.labels = labels
    self.format = format
    names = ["file", "line", "column", "field", "value", "problem"] + (labels == nil ? [] : ["problem_text"])
    if case .file = destination { _ = try open() }
  }

  private func open() throws(TableError) -> TableWriter {
    if let table { return table }
    let output =
      switch destination {
      case .file(let path), .fileIfAny(let path): try OutputFile(path: path)
      case .standardError: OutputFile.standardError
      }
    let opened = TableWriter(output, columns: names, format: format)
    table = opened
    return opened
  }

  /// From now on rejects come from `file`; returns how many came before.
  func begin(_ file: String) -> Int {
    self.file = file
    defer { count = 0 }
    return count
  }

  /// How many came since ``begin(_:)``.
  var countSinceBegin: Int { count }

  /// Adds rejects whose lines are counted from the start of the file.
  func add(_ rejects: [Reject]) throws(TableError) {
    guard !rejects.isEmpty else { return }
    let table = try open()
    count += rejects.count
    let name = Array(file.utf8)
    for reject in rejects {
      let (field, value) = (Array(reject.field.utf8), Array(reject.value.utf8))
      let label = labels.map { Array(reject.problem.name[$0].utf8) }
      try unsafe table.add(texts: name.count + field.count + value.count + (label?.count ?? 0)) { cells in
        unsafe cells.text(name)
        unsafe cells.number(reject.line)
        unsafe reject.column > 0 ? cells.number(reject.column) : cells.missing()
        unsafe cells.text(field)
        unsafe cells.text(value)
        unsafe cells.text(Array(reject.problem.rawValue.utf8))
        if let label { unsafe cells.text(label) }
      }
    }
  }

  /// Puts the file in its place.
  func commit() throws(TableError) {
    try table?.commit()
    if table == nil, case .fileIfAny(let path) = destination, unsafe unlink(path) != 0, errno != ENOENT {
      throw .cannotWrite(path, errno)
    }
  }
}
