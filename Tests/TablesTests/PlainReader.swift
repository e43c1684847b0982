import Tables

/// CSV read the slow and plain way, a byte at a time from the rows' own rules: what the scanner is held against.
///
/// A row ends at a line feed outside quotes. Quotes open only where a cell begins, and a quote that is never closed makes
/// its line a bad row by itself. The header's columns are a, b and c.
struct PlainReader {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private(set) var rows: [SeenRow] = []
  private let columns = 3

  /// Reads all rows below a header of one line.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index += 1
    line = 2
    while index < bytes.count { readRow() }
  }

  private struct RawCell {
    var bytes: [UInt8] = []
    var isGood = true
  }

  private mutating func readRow() {
    let (start, startLine) = (index, line)
    var cells: [RawCell] = []
    var isClosed = true
    while isClosed {
      var cell = RawCell()
      isClosed = readCell(&cell)
      cells.append(cell)
      if !isClosed { break }
      let isLast = index >= bytes.count || bytes[index] == 0x0A
      index += 1
      if isLast { break }
    }
    if !isClosed {
      // Its first line only.
      index = start
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      index += 1
      line = startLine + 1
      rows.append(row(.badQuoting, startLine, fault: firstOpenCell(start..<min(index, bytes.count))))
      return
    }
    line += 1
    judge(cells, startLine, isTorn: index > bytes.count)
  }

  /// Reads up to a comma or the row's end; `false` where a quote is never closed.
  private mutating func readCell(_ cell: inout RawCell) -> Bool {
    if index < bytes.count, bytes[index] == 0x22 {
      index += 1
      while true {
        guard index < bytes.count else { return false }
        if bytes[index] == 0x22 {
          if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
            cell.bytes.append(0x22)
            index += 2
            continue
          }
          index += 1
          break
        }
        if bytes[index] == 0x0A { line += 1 }
        cell.bytes.append(bytes[index])
        index += 1
      }
      let tail = bare()
      cell.isGood = tail.isEmpty
    } else {
      cell.bytes = bare()
      cell.isGood = !cell.bytes.contains(0x22)
    }
    while cell.bytes.first == 0x20 { cell.bytes.removeFirst() }
    while cell.bytes.last == 0x20 { cell.bytes.removeLast() }
    return true
  }

  /// The bytes up to a comma or the row's end, without the return of a CRLF.
  private mutating func bare() -> [UInt8] {
    var found: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A {
      found.append(bytes[index])
      index += 1
    }
    let isLast = index >= bytes.count || bytes[index] == 0x0A
    if isLast, found.last == 0x0D { found.removeLast() }
    return found
  }

  /// The first bad cell of a line whose quote is never closed.
  private func firstOpenCell(_ range: Range<Int>) -> Int {
    var line = Array(bytes[range])
    if line.last == 0x0A { line.removeLast() }
    var at = 0
    var cell = 1
    while at < line.count {
      if line[at] == 0x22 {
        at += 1
        while at < line.count {
          if line[at] == 0x22 {
            if at + 1 < line.count, line[at + 1] == 0x22 { at += 1 } else { break }
          }
          at += 1
        }
        if at >= line.count { return cell }
        at += 1
        if at < line.count, line[at] != 0x2C { return cell }
      } else {
        while at < line.count, line[at] != 0x2C {
          if line[at] == 0x22 { return cell }
          at += 1
        }
      }
      at += 1
      cell += 1
    }
    return cell
  }

  /// - Parameter isTorn: whether no line feed ends the row.
  private mutating func judge(_ cells: [RawCell], _ line: Int, isTorn: Bool) {
    if cells.allSatisfy({ $0.bytes.isEmpty && $0.isGood }) { return }
    if let bad = cells.firstIndex(where: { !$0.isGood }) {
      rows.append(row(.badQuoting, line, fault: bad + 1))
    } else if cells.count < columns, isTorn {
      rows.append(row(.tooFewCells, line, fault: cells.count + 1))
    } else if let surplus = cells.indices.dropFirst(columns).first(where: { !cells[$0].bytes.isEmpty }) {
      rows.append(row(.tooManyCells, line, fault: surplus + 1))
    } else {
      let lacking = Array(repeating: [UInt8](), count: max(0, columns - cells.count))
      let own = cells.prefix(columns).map(\.bytes) + lacking
      let broken = own.firstIndex { String(validating: $0, as: UTF8.self) == nil }
      rows.append(
        SeenRow(
          shape: .whole, cells: broken == nil ? own.map { $0.isEmpty ? nil : $0 } : [], line: line, fault: 0,
          broken: broken.map { $0 + 1 } ?? 0))
    }
  }

  private func row(_ shape: RowShape, _ line: Int, fault: Int) -> SeenRow {
    SeenRow(shape: shape, cells: [], line: line, fault: fault, broken: 0)
  }
}
