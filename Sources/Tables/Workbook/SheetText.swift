/// A sheet as a text of CSV in UTF-8, made while it is read: commas, line feeds, quotes where they are needed.
///
/// Row n of the sheet is record n, so that places are the same: a row that is not there is an empty line. Days are written
/// `2018-03-05`, with ` 13:30:00` behind them where they have a time; truths are `yes` and `no`; numbers are exact to fifteen
/// digits, and those that have more are written `1.30434000000000E+17`. A formula of which the file has no value, and an
/// error, begin with U+FFFD: no column takes them.
package final class SheetText {
  private let reader: SheetReader
  private var handedOut = 0

  init(_ reader: SheetReader) { self.reader = reader }

  /// What was met so far; whole at the end.
  package var notes: SheetNotes { reader.notes }

  /// How many rows the sheet has, those that are not there among them; whole at the end.
  var rows: Int { reader.row }

  /// The next bytes, at most `count`; 0 only at the end.
  package func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(WorkbookFault) -> Int {
    guard count > 0 else { return 0 }
    while handedOut == reader.out.count {
      handedOut = 0
      reader.take()
      if reader.isAtEnd { return 0 }
      try reader.advance()
    }
    let bytes = unsafe reader.out.bytes
    let got = min(count, bytes.count - handedOut)
    _ = unsafe UnsafeMutableBufferPointer(start: buffer, count: got).update(
      fromContentsOf: bytes[handedOut..<handedOut + got])
    handedOut += got
    return got
  }
}
