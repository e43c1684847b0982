import Journal
import Units

/// The columns of the files that were taken in.
enum ImportedFileColumn: String, TableColumn {
  static let table = "imported_file"

  case digest, kind, entry

  static let insertion = Change<Self>.insert(or: "IGNORE")

  fileprivate static let same = Question<CountColumn>(
    "FROM imported_file WHERE \(digest.given) AND \(kind.given)")
  fileprivate static let claims = Question<Self>(
    [.entry], "FROM imported_file WHERE kind = 'claims' ORDER BY entry")
}

/// The columns of the imports that were taken back: the entry that did it, the file's entry, and the first of its rows.
enum UndoneImportColumn: String, TableColumn {
  static let table = "undone_import"

  case entry, file
  case firstRow = "first_row"

  static let insertion = Change<Self>.insert()

  fileprivate static let since = Question<Self>(
    "FROM undone_import WHERE entry > \(entry.parameter) ORDER BY entry")
  fileprivate static let before = Question<Self>(
    "FROM undone_import WHERE entry < \(entry.parameter) ORDER BY entry")
}

/// The columns of the files that went to other offices, or came from them.
enum OfficeFileColumn: String, TableColumn {
  static let table = "office_file"

  case digest, way, office, entry

  static let insertion = Change<Self>.insert(or: "IGNORE")

  fileprivate static let received = Question<CountColumn>(
    "FROM office_file WHERE \(digest.given) AND way = 'receive'")
  fileprivate static let receipts = Question<Self>(
    [.entry], "FROM office_file WHERE way = 'receive' AND \(office.given) ORDER BY entry")
  fileprivate static let sent = Question<CountColumn>(
    "FROM office_file WHERE \(digest.given) AND way = 'send' AND \(office.given)")
}

/// An import that was taken back: the entry that did it, the file's entry, and the entries of its rows, which stand before that.
package struct UndoneRows: Hashable, Sendable {
  let entry: Int
  let file: Int
  package let rows: Range<Int>

  fileprivate init(_ row: SQLRow<UndoneImportColumn>) {
    entry = row.int(.entry)
    file = row.int(.file)
    rows = min(row.int(.firstRow), file)..<file
  }
}

extension Casebook {
  /// The imports that were taken back after an entry, in that order.
  func undoneRows(since entry: Int) throws(CasebookError) -> [UndoneRows] {
    try rows(UndoneImportColumn.since) {
      $0(UndoneImportColumn.entry, entry)
    } read: {
      UndoneRows($0)
    }
  }

  /// The imports that were taken back before an entry, in that order.
  package func undoneRows(before entry: Int) throws(CasebookError) -> [UndoneRows] {
    try rows(UndoneImportColumn.before) {
      $0(UndoneImportColumn.entry, entry)
    } read: {
      UndoneRows($0)
    }
  }

  /// Whether a file of a kind was taken in before.
  func hasImported(_ digest: String, _ kind: String) throws(CasebookError) -> Bool {
    try count(ImportedFileColumn.same) { bind in
      bind(ImportedFileColumn.digest, digest)
      bind(ImportedFileColumn.kind, kind)
    } > 0
  }

  /// The entries that name the files of claims that were adjudicated.
  package func claimFileEntries() throws(CasebookError) -> [Int] {
    try rows(ImportedFileColumn.claims) { $0.int(.entry) }
  }

  /// Whether a file was received from another office before.
  func hasReceived(_ digest: String) throws(CasebookError) -> Bool {
    try count(OfficeFileColumn.received) { $0(OfficeFileColumn.digest, digest) } > 0
  }

  /// The entries by which files were received from an office, in their order.
  func receipts(from office: String) throws(CasebookError) -> [Int] {
    try rows(OfficeFileColumn.receipts) {
      $0(OfficeFileColumn.office, office)
    } read: {
      $0.int(.entry)
    }
  }

  /// Whether a file was sent to an office.
  func hasSent(_ digest: String?, to office: String) throws(CasebookError) -> Bool {
    try count(OfficeFileColumn.sent) { bind in
      bind(OfficeFileColumn.digest, digest)
      bind(OfficeFileColumn.office, office)
    } > 0
  }
}
