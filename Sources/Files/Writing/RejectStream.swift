package import Tables
package import Units

/// Where rejected rows go.
public enum RejectDestination: Sendable, Equatable {
  /// A file, made even where nothing is rejected.
  case file(String)
  /// A file that is made only where something is rejected, and taken away where it stands from an earlier run.
  case fileIfAny(String)
  /// Standard error.
  case standardError
}

/// A rejected row, and the file that it comes from as the user named it.
package struct RejectedRow: Hashable, Sendable {
  package let file: String
  package let reject: Reject
}

/// Where the rejected rows of a run go, in order.
package final class RejectStream {
  /// `nil` where no list is wanted: then the first are kept.
  private let destination: RejectDestination?
  private let labels: Language?
  /// Whether a new list is for its owner alone.
  private let isPrivate: Bool
  private let style: TableStyle
  private var list: RejectWriter?
  /// The file that the next rejects come from, as the user named it.
  private var file = ""
  private var count = 0
  /// The first rows of all, where no list is written.
  package private(set) var first: [RejectedRow] = []

  /// How many rows are kept where no list is written.
  private static let mostKept = 10

  package init(
    _ destination: RejectDestination?, _ style: TableStyle, labels: Language?, isPrivate: Bool = false
  ) throws(TableError) {
    self.isPrivate = isPrivate
    self.destination = destination
    self.labels = labels
    self.style = style
    if let destination, case .file = destination { _ = try open(destination) }
  }

  private func open(_ destination: RejectDestination) throws(TableError) -> RejectWriter {
    if let list { return list }
    let opened: RejectWriter
    switch destination {
    case .file(let path), .fileIfAny(let path):
      opened = RejectWriter(
        try OutputFile(path: path, isPrivate: isPrivate), style.suiting(path), language: labels)
    case .standardError:
      // People read there: a workbook is nothing for them.
      let readable = style.format == .xlsx ? TableStyle() : style
      opened = RejectWriter(OutputFile.standardError, readable, language: labels)
    }
    list = opened
    return opened
  }

  /// From now on rejects come from `file`; returns how many came before.
  package func begin(_ file: String) -> Int {
    self.file = file
    defer { count = 0 }
    return count
  }

  /// How many came since ``begin(_:)``.
  package var countSinceBegin: Int { count }

  /// Adds rejects whose lines are counted from the start of the file.
  package func add(_ rejects: [Reject]) throws(TableError) {
    guard !rejects.isEmpty else { return }
    count += rejects.count
    guard let destination else {
      first += rejects.prefix(RejectStream.mostKept - first.count).map { RejectedRow(file: file, reject: $0) }
      return
    }
    let list = try open(destination)
    for reject in rejects { try list.add(reject, of: file) }
  }

  /// Puts the file in its place.
  package func commit() throws(TableError) {
    try list?.commit()
    if list == nil, case .fileIfAny(let path) = destination { try RejectList.remove(path) }
  }
}
