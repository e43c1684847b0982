import Tables
import WorkbookKit

/// A file that stands in memory.
final class BytesInMemory: WorkbookBytes {
  private let all: [UInt8]
  var byteCount: Int { all.count }

  init(_ all: [UInt8]) { self.all = all }

  func bytes(
    at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(WorkbookFault) -> Int {
    precondition(offset >= 0 && count >= 0, "a reader asks for what can be")
    guard offset < all.count else { return 0 }
    let got = min(count, all.count - offset)
    for index in 0..<got { unsafe buffer[index] = all[offset + index] }
    return got
  }
}

/// What a workbook was read as.
struct ReadWorkbook {
  var sheets: [Workbook.Sheet] = []
  var texts: [[UInt8]] = []
  var notes: [SheetNotes] = []

  /// Reads all sheets, in pieces of a size.
  init(_ bytes: [UInt8], piece: Int = 1 << 16, upTo limit: Int = .max) throws(WorkbookFault) {
    let book = try Workbook(BytesInMemory(bytes))
    sheets = book.sheets
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: piece)
    defer { unsafe room.deallocate() }
    for sheet in book.sheets {
      let text = try book.text(of: sheet)
      var all: [UInt8] = []
      var count = 0
      while true {
        let got = try unsafe text.read(into: room, count: piece)
        if got == 0 { break }
        count += got
        if count <= limit { unsafe all += UnsafeBufferPointer(start: room, count: got) }
      }
      texts.append(all)
      notes.append(text.notes)
    }
  }

  /// The first sheet as text.
  var text: String { String(decoding: texts.first ?? [], as: UTF8.self) }
}

/// Why a workbook is refused; `nil` where it is read.
func refusal(_ bytes: [UInt8]) -> WorkbookFault? {
  do throws(WorkbookFault) {
    _ = try ReadWorkbook(bytes, upTo: 0)
    return nil
  } catch {
    return error
  }
}
