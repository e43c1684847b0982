/// Takes the rows of a block apart (RFC 4180, LF or CRLF): cell by cell into the places that the header gave them.
///
/// A block without quotes, as almost all are, is scanned eight bytes at a time.
@unsafe
package struct CSVScanner: @unsafe RowCursor {
  /// The line in the block on which the row just handed out begins, from 0.
  package internal(set) var line = 0
  /// The cell, from 1, in which a fault of the row just handed out was found.
  package private(set) var faultColumn = 0
  @usableFromInline var cursor: UnsafePointer<UInt8>
  @usableFromInline let end: UnsafePointer<UInt8>
  @usableFromInline var nextLine = 0
  /// Where the block begins.
  private let text: UnsafePointer<UInt8>
  /// Where the row just handed out begins.
  var row: UnsafePointer<UInt8>
  /// How many rows without anything in them were passed over.
  package internal(set) var emptyRows = 0
  /// The cells so far that run over several lines which each look like a row.
  var runOn: (count: Int, firstLine: Int) = (0, 0)
  private let traits: BlockTraits
  let endsQuotesWithLines: Bool
  /// How many lines a line feed inside a cell makes: 0 in a sheet, whose rows are counted.
  let linesInCells: Int
  /// What stands between two cells.
  let separator: UInt8
  let roles: UnsafePointer<UInt8>
  let columns: Int
  private let columnOfRole: [Int]
  /// For each column, how long its cell was in the row before.
  private let lengths: UnsafeMutablePointer<Int>
  var scratch: UnsafeMutablePointer<UInt8>

  /// Scans a prepared block, whose cells go to the places of their roles; ``ColumnLayout/ignored`` has one too.
  init(_ block: Block, _ room: RowRoom, _ layout: ColumnLayout, separator: UInt8, isSheet: Bool) {
    unsafe self.separator = separator
    unsafe text = UnsafePointer(block.text)
    unsafe cursor = UnsafePointer(block.text)
    unsafe row = UnsafePointer(block.text)
    unsafe end = UnsafePointer(block.text + block.count)
    unsafe traits = block.traits
    unsafe endsQuotesWithLines = block.endsQuotesWithLines
    unsafe linesInCells = isSheet ? 0 : 1
    unsafe roles = unsafe room.roles
    unsafe columns = layout.columns
    unsafe columnOfRole = layout.columnOfRole
    unsafe lengths = unsafe room.lengths
    unsafe scratch = unsafe room.scratch
  }

  /// Scans no rows, in which no commas stand.
  init(nothingIn room: RowRoom) {
    unsafe separator = 0
    unsafe text = UnsafePointer(room.scratch)
    unsafe cursor = UnsafePointer(room.scratch)
    unsafe row = UnsafePointer(room.scratch)
    unsafe end = UnsafePointer(room.scratch)
    unsafe traits = []
    unsafe endsQuotesWithLines = false
    unsafe linesInCells = 0
    unsafe roles = unsafe room.roles
    unsafe columns = 0
    unsafe columnOfRole = []
    unsafe lengths = unsafe room.lengths
    unsafe scratch = unsafe room.scratch
  }

  /// How many lines the block has, once all its rows were handed out.
  package var lineCount: Int { unsafe nextLine }

  /// The bytes of the row just handed out.
  package var rowText: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: row, count: min(cursor, end) - row)
  }

  /// The text of the block, where commas stand between its cells and are not written as a sheet's are.
  var commas: CommaText {
    let isWritten = unsafe separator == UInt8(ascii: ",") && linesInCells > 0
    return unsafe CommaText(start: text, end: isWritten ? end : text)
  }

  /// All cells of the row just handed out.
  var rowCells: [String] {
    unsafe HeaderRow.cells(
      of: String(decoding: rowText, as: UTF8.self), separator: Unicode.Scalar(separator))
  }

  /// The number of a role's cell in the row; 0 where the file has no such column.
  package func column(of role: Int) -> Int { unsafe columnOfRole[role] }

  /// Takes the next row apart.
  ///
  /// - Parameter cells: one place for each role; those the header does not have are left alone.
  package mutating func next(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    unsafe traits.contains(.quotes) ? nextQuoted(cells) : nextPlain(cells)
  }

  /// The nearest separator or line feed; the padding has a line feed, so there is one.
  ///
  /// Sixteen bytes are looked at before anything is decided: cells of 7 and of 9 bytes then take the same path, which
  /// the processor need not guess.
  @inline(__always)
  private static func cellEnd(_ from: UnsafePointer<UInt8>, _ separators: UInt64) -> UnsafePointer<UInt8> {
    var from = unsafe from
    while true {
      let near = unsafe ends(UnsafeRawPointer(from).loadUnaligned(as: UInt64.self), separators)
      let far = unsafe ends(
        UnsafeRawPointer(from).loadUnaligned(fromByteOffset: 8, as: UInt64.self), separators)
      if near | far != 0 {
        // 64 where the near word has none: then, and only then, the far one's place is added.
        let place = near.trailingZeroBitCount
        return unsafe from + (place &+ (far.trailingZeroBitCount & (0 &- (place &>> 6)))) &>> 3
      }
      unsafe from += 16
    }
  }

  /// Eight separators.
  private var separators: UInt64 { unsafe EightBytes.all(separator) }

  /// Zero where no byte is a separator or a line feed; otherwise its lowest bit set is the high bit of the first that is.
  @inline(__always)
  private static func ends(_ word: UInt64, _ separators: UInt64) -> UInt64 {
    EightBytes.first(word, separators) | EightBytes.first(word, EightBytes.all(0x0A))
  }

  /// A row as almost all are: as many cells as the header, nothing to trim. Whatever else it is, ``nextBare(_:)`` says.
  private mutating func nextPlain(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    // The separator that almost all have is known to the compiler.
    unsafe separator == UInt8(ascii: ",")
      ? unsafe nextPlain(cells, UInt8(ascii: ",")) : unsafe nextPlain(cells, separator)
  }

  /// A cell is mostly as long as the one above it. Going on from there, where that is so, lets the processor begin with
  /// the next cell before it has found the end of this one.
  @inline(__always)
  private mutating func nextPlain(_ cells: UnsafeMutablePointer<Cell>, _ separator: UInt8) -> RowShape {
    let (end, roles, last, lengths) = unsafe (end, roles, columns &- 1, lengths)
    let separators = EightBytes.all(separator)
    guard unsafe !traits.contains(.spaces) && last > 0 && cursor < end else { return unsafe nextBare(cells) }
    var from = unsafe cursor
    var column = 0
    while column < last {
      let usual = unsafe from + lengths[column]
      let to = unsafe CSVScanner.cellEnd(from, separators)
      if unsafe to.pointee != separator { return unsafe nextBare(cells) }
      let cell = unsafe cells + Int(roles[column])
      column &+= 1
      if unsafe to == usual {
        unsafe cell.pointee = unsafe Cell(start: from, count: usual - from)
        unsafe from = unsafe usual + 1
      } else {
        unsafe lengths[column &- 1] = unsafe to - from
        unsafe cell.pointee = unsafe Cell(start: from, count: to - from)
        unsafe from = unsafe to + 1
      }
    }
    let to = unsafe CSVScanner.cellEnd(from, separators)
    // A carriage return before the line feed is no part of the cell; before an empty one stands a separator.
    let cellEnd = unsafe to[-1] == 0x0D ? to - 1 : to
    // What is as long as its separators holds nothing.
    if unsafe to.pointee != 0x0A || cellEnd - cursor == last { return unsafe nextBare(cells) }
    unsafe cells[Int(roles[last])] = unsafe Cell(start: from, count: cellEnd - from)
    unsafe row = unsafe cursor
    unsafe cursor = unsafe to + 1
    unsafe line = unsafe nextLine
    unsafe nextLine &+= 1
    return .whole
  }

  private mutating func nextBare(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    var from = unsafe cursor
    let (end, roles) = unsafe (end, roles)
    let separators = unsafe separators
    let hasSpaces = unsafe traits.contains(.spaces)
    let columns = unsafe columns
    while unsafe from < end {
      var column = 0
      var surplus = 0
      var isEmpty = true
      unsafe line = unsafe nextLine
      unsafe row = unsafe from
      while true {
        let to = unsafe CSVScanner.cellEnd(from, separators)
        let isLast = unsafe to.pointee == 0x0A
        var cell = unsafe Cell(start: from, count: to - from)
        if isLast, unsafe cell.count > 0 && to[-1] == 0x0D { unsafe cell.count &-= 1 }
        if hasSpaces { unsafe cell.trim() }
        if column < columns {
          let role = unsafe roles[column]
          if role != ColumnLayout.ignored { unsafe cells[Int(role)] = unsafe cell }
        } else if unsafe !cell.isMissing, surplus == 0 {
          surplus = column &+ 1
        }
        if unsafe !cell.isMissing { isEmpty = false }
        column &+= 1
        unsafe from = unsafe to + 1
        if isLast {
          unsafe nextLine &+= 1
          if isEmpty, columns > 1 { break }
          unsafe cursor = unsafe from
          if column < columns, unsafe !complete(cells, from: column) {
            return unsafe fault(.tooFewCells, at: column + 1)
          }
          if surplus > 0 { return unsafe fault(.tooManyCells, at: surplus) }
          return .whole
        }
      }
      unsafe emptyRows &+= 1
    }
    unsafe cursor = unsafe from
    return .none
  }

  /// Takes the cells that a row lacks at its end for missing; `false` where the file may have been cut off in this row,
  /// as its last line has no line feed.
  func complete(_ cells: UnsafeMutablePointer<Cell>, from column: Int) -> Bool {
    unsafe clear(cells, from: column)
    return unsafe cursor <= end
  }

  mutating func fault(_ shape: RowShape, at column: Int) -> RowShape {
    unsafe faultColumn = column
    return shape
  }

  func clear(_ cells: UnsafeMutablePointer<Cell>, from column: Int) {
    for missing in unsafe min(column, columns)..<columns {
      let role = unsafe roles[missing]
      if role != ColumnLayout.ignored { unsafe cells[Int(role)].count = 0 }
    }
  }
}
