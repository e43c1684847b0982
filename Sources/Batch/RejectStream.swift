import Files
import Tables
import Units

/// Where the rejected rows of a run go, in order.
final class RejectStream {
  private let destination: RejectDestination
  private let labels: Language?
  private let style: TableStyle
  private var list: RejectWriter?
  /// The file that the next rejects come from, as the user named it.
  private var file = ""
  private var count = 0

  init(_ destination: RejectDestination, _ style: TableStyle, labels: Language?) throws(TableError) {
    self.destination = destination
    self.labels = labels
    self.style = style
    if case .file = destination { _ = try open() }
  }

  private func open() throws(TableError) -> RejectWriter {
    if let list { return list }
    let opened: RejectWriter
    switch destination {
    case .file(let path), .fileIfAny(let path):
      opened = RejectWriter(try OutputFile(path: path), style.suiting(path), language: labels)
    case .standardError:
      // People read there: a workbook is nothing for them.
      let readable = style.format == .xlsx ? TableStyle() : style
      opened = RejectWriter(OutputFile.standardError, readable, language: labels)
    }
    list = opened
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
    let list = try open()
    count += rejects.count
    for reject in rejects { try list.add(reject, of: file) }
  }

  /// Puts the file in its place.
  func commit() throws(TableError) {
    try list?.commit()
    if list == nil, case .fileIfAny(let path) = destination { try RejectList.remove(path) }
  }
}
