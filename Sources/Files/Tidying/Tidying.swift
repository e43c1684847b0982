package import Rules
package import Tables
package import Units

/// What list to tidy, as what, and where it goes.
package struct TidyRequest: Sendable {
  package let path: String
  /// A kind that comes in: see ``Tidying/kinds``.
  package let kind: FileKind
  package let reading: TableReading
  /// Whose words it has.
  package let scheme: Scheme
  /// The day of the run.
  package let lastDay: Day
  package let output: String
  package let rejects: RejectDestination
  package let style: TableStyle
  /// The language of the header; English where nobody says.
  package let labels: Language?
  /// The language of the problems in the list of rejects.
  package let language: Language

  package init(
    _ path: String, as kind: FileKind, _ reading: TableReading, scheme: Scheme, lastDay: Day, output: String,
    rejects: RejectDestination, style: TableStyle, labels: Language?, language: Language
  ) {
    (self.path, self.kind, self.reading, self.scheme) = (path, kind, reading, scheme)
    (self.lastDay, self.output, self.rejects, self.style) = (lastDay, output, rejects, style)
    (self.labels, self.language) = (labels, language)
  }
}

/// What was understood of a list.
package struct TidySummary: Sendable {
  package let format: TableFormat
  package let encoding: TableEncoding
  /// Its headers; none where its rows name their cells themselves.
  package let headers: [TableHeader]
  /// The kind's columns that it does not have.
  package let absent: [Field]
  package let notes: TableNotes
  /// How many rows were written.
  package let written: Int
  package let rejected: Int
  /// How many of the rejected were written as they stand.
  package let kept: Int
  package let dress: DressCount
}

/// An office's list in, and the same list as we write it out: row by row, none of them kept.
package final class Tidying {
  /// The kinds of files that come in.
  package static let kinds: [FileKind] = FileKind.allCases.filter { $0.goesBetweenOffices && $0 != .payouts }

  private static let blockSize = 1 << 18

  private let request: TidyRequest
  private let source: TableSource
  private let columns: [Column]
  private var row: TidyRow
  private let amounts: TableAmounts
  private var ledger: TotalsLedger
  private let rejects: RejectStream
  private var notes: TableNotes
  private var (written, kept) = (0, 0)

  /// Tidies a list. What is written appears only once all rows were read.
  package static func run(_ request: TidyRequest) throws(FileError) -> TidySummary {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let isPrivate = request.kind.file.columns.contains { $0.name == Field.residentID.name }
      let rejects = try RejectStream(
        request.rejects, request.style, labels: request.language, isPrivate: isPrivate)
      let output = try OutputFile(path: request.output, isPrivate: isPrivate)
      // Which columns NDJSON has is known at its end.
      let source = try TableSource.open(
        request.path, wanted: request.kind.file.columns, request.reading, keepsPast: true,
        diagnostics: &diagnostics)
      if let source {
        let tidying = Tidying(request, source, rejects)
        return try tidying.run(to: output)
      }
    } catch { throw .file(error) }
    throw .input(diagnostics)
  }

  private init(_ request: TidyRequest, _ source: TableSource, _ rejects: RejectStream) {
    (self.request, self.source, self.rejects) = (request, source, rejects)
    columns = request.kind.file.columns
    notes = source.notes(besides: columns)
    row = TidyRow(request)
    amounts = TableAmounts(request.kind)
    ledger = amounts.ledger
  }

  private func run(to file: OutputFile) throws(TableError) -> TidySummary {
    var blocks = try source.blocks(size: Tidying.blockSize)
    var has = columns.indices.map { source.has($0) }
    if source.format == .ndjson {
      has = columns.map(\.isRequired)
      try unsafe each(blocks) { (_, scanner, _) throws(TableError) in
        for role in columns.indices where unsafe !scanner.cells[role].isMissing { has[role] = true }
      }
      blocks = source.pastBlocks(size: Tidying.blockSize, upTo: blocks.position)
    }
    let roles = columns.indices.filter { has[$0] }
    let style = request.style.suiting(file.path)
    let table = TableWriter(file, outline(roles), style)
    let isMarked = !style.isForSpreadsheets || style.format == .xlsx
    _ = rejects.begin(request.path)
    notes.emptyRows = 0
    notes.rows = RowNotes()
    try unsafe each(blocks) { (shape, scanner, line) throws(TableError) in
      if let totals = unsafe amounts.totals(shape, scanner) {
        ledger.meet(totals, at: line, &notes.rows)
        return
      }
      let read = unsafe row.read(shape, scanner)
      if let reject = read.reject {
        try rejects.add([reject.placed(at: line)])
        guard read.isKept else { return }
        kept += 1
      } else {
        ledger.add(amounts.amounts(of: read.cells), of: line, &notes.rows)
      }
      written += 1
      let cells = roles.map { read.cells[$0] }
      try table.add(isMarked ? cells.map { $0.map(PlainCells.marked) } : cells)
    }
    ledger.close(&notes.rows)
    try rejects.commit()
    try table.commit()
    notes.workbook = source.workbookNotes
    let absent = source.format == .ndjson ? [] : columns.indices.filter { !has[$0] }
    return TidySummary(
      format: source.format, encoding: source.encoding, headers: source.headers,
      absent: absent.map { request.kind.file.fields[$0] }, notes: notes, written: written,
      rejected: rejects.countSinceBegin, kept: kept, dress: row.dress)
  }

  /// The kind's table with some of its columns.
  private func outline(_ roles: [Int]) -> TableOutline {
    TableOutline(
      request.kind.rawValue,
      roles.map { role in
        let field = request.kind.file.fields[role]
        return WrittenColumn(request.labels == .zh ? field.chinese : field.name, field.chinese, field.content)
      })
  }

  /// Hands every row of some blocks to `body`, with the line on which it begins.
  private func each(
    _ blocks: BlockReader,
    _ body: (RowShape, RowScanner, TableLine) throws(TableError) -> Void
  ) throws(TableError) {
    let reader = RowReader(source, columns: columns)
    let block = Block()
    var lines = source.headerLines
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      unsafe row.begin(scanner)
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        try unsafe body(shape, scanner, reader.line(lines + scanner.line + 1))
      }
      unsafe notes.rows.noteRunOn(scanner.runOn, after: lines, reader)
      lines += unsafe scanner.lineCount
      notes.emptyRows += unsafe scanner.emptyRows
    }
  }
}
