import Glibc

/// Hands out a file as blocks of whole rows, in order. Callers take turns: it is not safe for two at once.
package final class BlockReader {
  /// The file.
  package let file: InputFile
  /// How many bytes were handed out: for a progress bar.
  package private(set) var position: Int
  private let blockSize: Int
  private let separator: UInt8?
  /// Where to stop, when bytes are read that were read before.
  private let pastEnd: Int?
  /// The sheets that are read, where a workbook is.
  private let sheets: SheetSupply?
  private var carry: [UInt8] = []
  private var blocks = 0
  private var reachedEnd = false

  /// Reads `file` from where it stands.
  ///
  /// - Parameters:
  ///   - start: how many bytes of the file were read before.
  ///   - blockSize: how much is read at once; a row that is longer makes its block longer.
  ///   - separator: stands between two cells, where line feeds inside quotes end no row.
  ///   - pastEnd: reads again what was read before, from `start` to here; the file was opened to keep its past.
  ///   - sheets: where the bytes are those of sheets: no block has rows of two.
  init(
    file: InputFile, start: Int, blockSize: Int, separator: UInt8?, pastEnd: Int? = nil,
    sheets: SheetSupply? = nil
  ) {
    precondition(blockSize > 0, "a block holds something")
    self.file = file
    position = start
    self.blockSize = blockSize
    self.separator = separator
    self.pastEnd = pastEnd
    self.sheets = sheets
  }

  /// Fills `block` with the next rows; `false` at the end of the file.
  package func next(into block: Block) throws(TableError) -> Bool {
    block.rawCount = 0
    block.reserve(carry.count + blockSize)
    unsafe carry.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { unsafe block.raw.update(from: base, count: bytes.count) }
    }
    block.rawCount = carry.count
    let end = try fill(block)
    carry.removeAll(keepingCapacity: true)
    unsafe carry.append(
      contentsOf: UnsafeBufferPointer(start: block.raw + end, count: block.rawCount - end))
    block.rawCount = end
    block.number = blocks
    block.offset = position
    position += end
    blocks += 1
    return end > 0
  }

  /// Reads until the block holds a whole row, and says where its last whole row ends.
  ///
  /// It never holds more than the longest row: what is a row must not hang on how much is read at once.
  private func fill(_ block: Block) throws(TableError) -> Int {
    block.endsQuotesWithLines = false
    var wanted = blockSize
    while true {
      if !reachedEnd {
        let count = min(wanted, RowCutter.rowLimit + 1 - block.rawCount)
        block.reserve(block.rawCount + count)
        let got = try unsafe receive(into: block.raw + block.rawCount, count: count, after: block.rawCount)
        reachedEnd = got == 0
        block.rawCount += got
      }
      if block.rawCount == 0 { return 0 }
      let cut = unsafe RowCutter.cut(block.raw, count: block.rawCount, separator: separator)
      if cut.end > 0 { return cut.end }
      let isFull = block.rawCount > RowCutter.rowLimit
      if cut.stopsInQuotes, reachedEnd || isFull {
        // A quote that is never closed. Who comes to a later line inside it stays inside, so no quote that a later
        // line opens is closed either: each line is a row, and those that open a quote are bad ones.
        block.endsQuotesWithLines = true
        let lines = unsafe RowCutter.cut(block.raw, count: block.rawCount, separator: nil).end
        if reachedEnd { return block.rawCount }
        if lines > 0 { return lines }
      }
      if reachedEnd { return block.rawCount }
      if isFull { throw .lineTooLong(file.path, position) }
      wanted = max(wanted, block.rawCount)
    }
  }

  private func receive(
    into place: UnsafeMutablePointer<UInt8>, count: Int, after held: Int
  ) throws(TableError) -> Int {
    guard let pastEnd else { return try unsafe file.read(into: place, count: count) }
    let offset = position + held
    let end = min(pastEnd, sheets?.end(after: offset) ?? pastEnd)
    return try unsafe file.read(at: offset, into: place, count: min(count, end - offset))
  }
}
