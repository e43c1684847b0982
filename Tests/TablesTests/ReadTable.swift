import Foundation
import Tables
import TestKit
import Units

/// One row as a reader saw it.
struct SeenRow: Equatable, CustomStringConvertible {
  var shape: RowShape
  /// One for each column, `nil` where missing; only of rows that are whole.
  var cells: [[UInt8]?]
  /// The line in the file, from 1.
  var line: Int
  /// The column of a fault in shape, else 0.
  var fault: Int
  /// The column with bytes that are no characters, or 0.
  var broken: Int

  var description: String {
    "\(line): \(shape) \(fault) \(broken) \(cells.map { $0.map { String(decoding: $0, as: UTF8.self) } })"
  }
}

/// A table read through the whole path: file, encoding, header, blocks, rows.
struct ReadTable: Equatable {
  var rows: [SeenRow] = []
  var lines = 0
  var encoding: TableEncoding
  var format: TableFormat

  /// Reads a table; `nil` where its header is refused, which `diagnostics` tells.
  static func read(
    _ path: String, columns: [Column], blockSize: Int, encoding: TableEncoding? = nil,
    diagnostics: inout [Diagnostic]
  ) throws(TableError) -> ReadTable? {
    guard
      let source = try TableSource.open(
        path, wanted: columns, TableReading(encoding: encoding), diagnostics: &diagnostics)
    else { return nil }
    var table = ReadTable(encoding: source.encoding, format: source.format)
    table.lines = source.headerLines
    let blocks = try source.blocks(size: blockSize)
    let reader = RowReader(source, columns: columns)
    let block = Block()
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      while let row = unsafe table.next(&scanner, columns) { table.rows.append(row) }
      table.lines += unsafe scanner.lineCount
    }
    return table
  }

  private func next(_ scanner: inout RowScanner, _ columns: [Column]) -> SeenRow? {
    let shape = unsafe scanner.next()
    if shape == .none { return nil }
    let broken = unsafe scanner.badlyEncodedRole
    let read = unsafe scanner.cells
    let cells: [[UInt8]?] =
      shape != .whole || broken != nil
      ? []
      : columns.indices.map { role in
        let cell = unsafe read[role]
        return unsafe cell.isMissing ? nil : Array(UnsafeBufferPointer(start: cell.start, count: cell.count))
      }
    let brokenColumn = unsafe broken.map { [scanner] in unsafe scanner.column(of: $0) } ?? 0
    return unsafe SeenRow(
      shape: shape, cells: cells, line: lines + scanner.line + 1,
      fault: shape == .whole ? 0 : scanner.faultColumn,
      broken: shape == .whole ? brokenColumn : 0)
  }
}

/// Reads bytes as a table, by way of a file.
func readTable(
  _ bytes: [UInt8], columns: [Column], blockSize: Int = 1 << 18, encoding: TableEncoding? = nil
) throws -> (table: ReadTable?, diagnostics: [Diagnostic]) {
  try withScratchFolder { folder in
    let file = folder.appendingPathComponent("table")
    try Data(bytes).write(to: file)
    var diagnostics: [Diagnostic] = []
    let table = try ReadTable.read(
      file.path, columns: columns, blockSize: blockSize, encoding: encoding, diagnostics: &diagnostics)
    return (table, diagnostics)
  }
}

/// The columns that most of these tests read.
let abc = [Column("a", "甲"), Column("b", "乙"), Column("c", "丙", isRequired: false)]
