// Blocks with quotes.
extension CSVScanner {
  mutating func nextQuoted(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    if unsafe isUsualRow(cells) { return .whole }
    return unsafe nextUnusual(cells)
  }

  // MARK: Rows as almost all are

  /// Takes a row apart that has as many cells as the header, in each of them no quote or line feed and around it two quotes or
  /// none; `false`, and nothing is changed, where the row is another.
  private mutating func isUsualRow(_ cells: UnsafeMutablePointer<Cell>) -> Bool {
    let (end, roles, last) = unsafe (end, roles, columns &- 1)
    let (separator, marks) = unsafe (separator, RowMarks(separator))
    var from = unsafe cursor
    var bytes = 0
    guard unsafe from < end && last > 0 else { return false }
    for column in 0...last {
      var cell: Cell
      var behind: UnsafePointer<UInt8>
      if unsafe from.pointee == 0x22 {
        unsafe behind = unsafe marks.firstQuoteOrFeed(from + 1)
        guard unsafe behind.pointee == 0x22 else { return false }
        unsafe cell = unsafe Cell(start: from + 1, count: behind - from - 1)
        unsafe behind += 1
        if unsafe behind.pointee == 0x0D && column == last { unsafe behind += 1 }
      } else {
        unsafe behind = unsafe marks.first(from)
        unsafe cell = unsafe Cell(start: from, count: behind - from)
        if column == last, unsafe cell.count > 0 && behind[-1] == 0x0D { unsafe cell.count &-= 1 }
      }
      guard unsafe behind.pointee == (column == last ? 0x0A : separator) else { return false }
      unsafe cell.trim()
      unsafe bytes |= cell.count
      unsafe cells[Int(roles[column])] = unsafe cell
      unsafe from = unsafe behind + 1
    }
    guard bytes > 0 else { return false }
    unsafe line = unsafe nextLine
    unsafe row = unsafe cursor
    unsafe cursor = unsafe from
    unsafe nextLine &+= 1
    return true
  }

  /// Finds the bytes that end cells, eight at a time; the padding behind a block has a line feed.
  private struct RowMarks {
    private let separators: UInt64

    init(_ separator: UInt8) { separators = EightBytes.all(separator) }

    /// The nearest quote or line feed.
    @inline(__always)
    func firstQuoteOrFeed(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
      unsafe EightBytes.place(from: from, RowMarks.quotesAndFeeds)
    }

    /// The nearest quote, line feed or separator.
    @inline(__always)
    func first(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
      unsafe EightBytes.place(from: from) { RowMarks.quotesAndFeeds($0) | EightBytes.first($0, separators) }
    }

    @inline(__always)
    private static func quotesAndFeeds(_ word: UInt64) -> UInt64 {
      EightBytes.first(word, EightBytes.all(0x22)) | EightBytes.first(word, EightBytes.all(0x0A))
    }
  }

  // MARK: All other rows

  private mutating func nextUnusual(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    let columns = unsafe columns
    while unsafe cursor < end {
      unsafe line = unsafe nextLine
      unsafe row = unsafe cursor
      var column = 0
      var surplus = 0
      var bad = 0
      var isLast = false
      var isEmpty = true
      while !isLast {
        let (cell, isGood) = unsafe quotedCell(&isLast)
        if !isGood, bad == 0 {
          bad = column + 1
          unsafe clear(cells, from: column)
        }
        if bad == 0, column < columns {
          let role = unsafe roles[column]
          if role != ColumnLayout.ignored { unsafe cells[Int(role)] = unsafe cell }
        } else if unsafe !cell.isMissing, surplus == 0, column >= columns {
          surplus = column + 1
        }
        if unsafe !cell.isMissing { isEmpty = false }
        column += 1
      }
      unsafe nextLine &+= 1
      if bad > 0 { return unsafe fault(.badQuoting, at: bad) }
      if isEmpty, columns > 1 {
        unsafe emptyRows &+= 1
        continue
      }
      if column < columns, unsafe !complete(cells, from: column) {
        return unsafe fault(.tooFewCells, at: column + 1)
      }
      if surplus > 0 { return unsafe fault(.tooManyCells, at: surplus) }
      return .whole
    }
    return .none
  }

  /// One cell from the cursor, which is moved behind its separator or line feed.
  private mutating func quotedCell(_ isLast: inout Bool) -> (Cell, isGood: Bool) {
    let start = unsafe cursor
    if unsafe start < end && start.pointee == 0x22 { return unsafe cellInQuotes(&isLast) }
    let hasQuote = unsafe skipBare(&isLast)
    var cell = unsafe Cell(start: start, count: cursor - 1 - start)
    if isLast, unsafe cell.count > 0 && cursor[-2] == 0x0D { unsafe cell.count -= 1 }
    unsafe cell.trim()
    return unsafe (cell, !hasQuote)
  }

  /// Moves behind the next separator or line feed, or behind the block; says whether a quote was passed.
  private mutating func skipBare(_ isLast: inout Bool) -> Bool {
    var hasQuote = false
    while unsafe cursor < end {
      let byte = unsafe cursor.pointee
      unsafe cursor += 1
      if unsafe byte == separator { return hasQuote }
      if byte == 0x0A {
        isLast = true
        return hasQuote
      }
      if byte == 0x22 { hasQuote = true }
    }
    unsafe cursor += 1  // as if the padding's line feed were the row's
    isLast = true
    return hasQuote
  }

  private mutating func cellInQuotes(_ isLast: inout Bool) -> (Cell, isGood: Bool) {
    let text = unsafe scratch
    var count = 0
    var feeds = 0
    unsafe cursor += 1
    while true {
      guard unsafe cursor < end else {
        isLast = true  // never closed, in the last line
        return unsafe (Cell(start: text, count: 0), false)
      }
      let byte = unsafe cursor.pointee
      unsafe cursor += 1
      if byte == 0x22 {
        guard unsafe cursor < end && cursor.pointee == 0x22 else { break }
        unsafe cursor += 1
      } else if byte == 0x0A {
        if unsafe endsQuotesWithLines {
          isLast = true
          return unsafe (Cell(start: text, count: 0), false)
        }
        unsafe nextLine += linesInCells
        feeds += 1
      }
      unsafe text[count] = byte
      count += 1
    }
    unsafe scratch += count
    if feeds > 0, unsafe looksLikeRows(Cell(start: text, count: count)) { unsafe noteRunOn() }
    let behind = unsafe cursor
    let hasQuote = unsafe skipBare(&isLast)
    var tail = unsafe cursor - 1 - behind
    if isLast, tail > 0, unsafe cursor[-2] == 0x0D { tail -= 1 }
    var cell = unsafe Cell(start: text, count: count)
    unsafe cell.trim()
    return unsafe (cell, tail == 0 && !hasQuote)
  }

  // MARK: Rows in a cell

  private mutating func noteRunOn() {
    if unsafe runOn.count == 0 { unsafe runOn.firstLine = unsafe line }
    unsafe runOn.count += 1
  }

  /// Whether a cell of several lines has rows of the table in it: quotes that belong to two cells make one of all
  /// that stands between them. What is left of a row before its first line's end and behind its last may be short.
  private func looksLikeRows(_ cell: Cell) -> Bool {
    let least = unsafe columns - 1
    guard least > 0 else { return false }
    var hasRow = false
    var isFirst = true
    var (separators, bytes) = (0, 0)
    for index in unsafe 0..<cell.count {
      let byte = unsafe cell.start[index]
      if byte != 0x0A {
        bytes += 1
        if unsafe byte == separator { separators += 1 }
        continue
      }
      if separators >= least {
        hasRow = true
      } else if !isFirst, bytes > 0 {
        return false
      }
      isFirst = false
      (separators, bytes) = (0, 0)
    }
    return hasRow || separators >= least
  }
}
