import JSONText

/// A table as NDJSON: one JSON object a line, which names its cells itself.
struct NDJSONRows: RowSource {
  let layout: ColumnLayout
  let headerLines = 0
  let bodyStart: Int
  let quotesHideLineEnds = false

  init(_ beginning: TableBeginning, wanted: [Column]) {
    layout = ColumnLayout(roles: wanted.count)
    bodyStart = beginning.start
  }

  /// Escapes are written anew: with, all in all, no more bytes.
  func rewritesCells(of block: Block) -> Bool { true }

  /// An escape may be one.
  func mayHaveControls(_ block: Block) -> Bool { true }

  func cursor(_ block: Block, _ room: RowRoom) -> any RowCursor { unsafe NDJSONScanner(block, room) }
}

/// Takes the rows of a block of NDJSON apart: one JSON object a line, its values by the columns' names.
@safe
final class NDJSONScanner: RowCursor {
  private(set) var line = 0
  /// The character in the line, from 1, at which a fault of the row just handed out stands.
  private(set) var faultColumn = 0
  private var cursor: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var nextLine = 0
  private let columns: [Column]
  private var scratch: UnsafeMutablePointer<UInt8>
  /// For each role, the character in the line at which its value begins; 0 where the row has none.
  private var positions: [Int]

  init(_ block: Block, _ room: RowRoom) {
    unsafe cursor = UnsafePointer(block.text)
    unsafe end = UnsafePointer(block.text + block.count)
    columns = unsafe room.columns
    unsafe scratch = unsafe room.scratch
    positions = Array(repeating: 0, count: columns.count)
  }

  var lineCount: Int { nextLine }

  func column(of role: Int) -> Int { positions[role] }

  func next(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    while unsafe cursor < end {
      let start = unsafe cursor
      let length = unsafe RowCutter.lineEnd(start, from: 0, count: end - start)
      line = nextLine
      nextLine += 1
      unsafe cursor += length
      let text = unsafe UnsafeRawBufferPointer(start: start, count: length)
      if unsafe text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { continue }
      for role in columns.indices {
        unsafe cells[role] = unsafe Cell(start: scratch, count: 0)
        positions[role] = 0
      }
      switch unsafe JSONReader.read(text) {
      case .failure(let fault):
        faultColumn = unsafe character(at: fault.offset, of: start)
        return .badJSON
      case .success(let value):
        guard let members = value.members else {
          faultColumn = 1
          return .badJSON
        }
        return unsafe place(members, start, cells)
      }
    }
    return .none
  }

  private func place(
    _ members: [JSONValue.Member], _ start: UnsafePointer<UInt8>, _ cells: UnsafeMutablePointer<Cell>
  ) -> RowShape {
    var isTwice = false
    var seen: Set<Int> = []
    for member in members {
      guard
        let role = columns.firstIndex(where: { $0.isCalled(member.key) })
      else { continue }
      if !seen.insert(role).inserted {
        if !isTwice { faultColumn = unsafe character(at: member.value.offset, of: start) }
        isTwice = true
        continue
      }
      positions[role] = unsafe character(at: member.value.offset, of: start)
      let text: String =
        switch member.value.kind {
        case .null: ""
        case .bool(let flag): flag ? "yes" : "no"
        case .number(let text), .string(let text): text
        case .array: "[…]"
        case .object: "{…}"
        }
      unsafe cells[role] = unsafe keep(text)
    }
    return isTwice ? .duplicateKey : .whole
  }

  private func keep(_ text: String) -> Cell {
    var count = 0
    let start = unsafe scratch
    for byte in text.utf8 {
      unsafe start[count] = byte
      count += 1
    }
    unsafe scratch += count
    var cell = unsafe Cell(start: start, count: count)
    unsafe cell.trim()
    return unsafe cell
  }

  private func character(at offset: Int, of start: UnsafePointer<UInt8>) -> Int {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: offset), as: UTF8.self).count + 1
  }
}
