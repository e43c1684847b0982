import Glibc
import JSONText

/// A table as NDJSON: one JSON object a line, which names its cells itself.
struct NDJSONRows: RowSource {
  let layout: ColumnLayout
  let headerLines = 0
  let titleRows = 0
  private let meant: ColumnRoles
  let bodyStart: Int
  let separator: UInt8? = nil

  init(_ beginning: TableBeginning, _ meant: ColumnRoles) {
    self.meant = meant
    layout = ColumnLayout(roles: meant.wanted.count)
    bodyStart = beginning.start
  }

  /// Escapes are written anew: with, all in all, no more bytes.
  func rewritesCells(of block: Block) -> Bool { true }

  /// An escape may be anything.
  func isPlain(_ block: Block) -> Bool {
    guard block.traits.isDisjoint(with: [.controls, .beyondASCII]) else { return false }
    return unsafe memchr(block.text, CInt(UInt8(ascii: "\\")), block.count) == nil
  }

  func cursor(_ block: Block, _ room: RowRoom) -> any RowCursor { unsafe NDJSONScanner(block, room, meant) }
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
  private let meant: ColumnRoles
  private var scratch: UnsafeMutablePointer<UInt8>
  /// For each role, behind how many bytes of the line its value begins, + 1; 0 where the row has none.
  private let offsets: UnsafeMutablePointer<Int>
  /// Reads the objects that are as almost all are; `nil` where what it needs does not hold of the block.
  private var flat: FlatObjects?

  init(_ block: Block, _ room: RowRoom, _ meant: ColumnRoles) {
    unsafe cursor = UnsafePointer(block.text)
    unsafe rowText = UnsafeBufferPointer(start: block.text, count: 0)
    unsafe end = UnsafePointer(block.text + block.count)
    columns = meant.wanted
    self.meant = meant
    unsafe scratch = unsafe room.scratch
    unsafe offsets = .allocate(capacity: columns.count)
    unsafe offsets.initialize(repeating: 0, count: columns.count)
    let isUsual = block.isWellFormed && columns.count <= FlatObjects.mostRoles
    flat = isUsual ? FlatObjects(columns: columns.count) : nil
  }

  deinit { unsafe offsets.deallocate() }

  var lineCount: Int { nextLine }
  private(set) var emptyRows = 0
  private(set) var rowText: UnsafeBufferPointer<UInt8>

  func column(of role: Int) -> Int {
    guard let start = unsafe rowText.baseAddress, unsafe offsets[role] > 0 else { return 0 }
    return unsafe character(at: offsets[role] - 1, of: start)
  }

  func next(_ cells: UnsafeMutablePointer<Cell>) -> RowShape {
    while unsafe cursor < end {
      let start = unsafe cursor
      let room = unsafe FlatObjects.Room(cells: cells, offsets: offsets)
      if let behind = unsafe flat?.read(start, room, { sense(of: $0) }) {
        take(unsafe behind - start)
        return .whole
      }
      flat?.forget()
      let length = unsafe RowCutter.lineEnd(start, from: 0, count: end - start)
      take(length)
      let text = unsafe UnsafeRawBufferPointer(start: start, count: length)
      if unsafe text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
        emptyRows += 1
        continue
      }
      for role in columns.indices {
        unsafe cells[role] = unsafe Cell(start: scratch, count: 0)
        unsafe offsets[role] = 0
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

  /// Makes the next bytes the row in hand.
  private func take(_ length: Int) {
    line = nextLine
    nextLine += 1
    unsafe rowText = UnsafeBufferPointer(start: cursor, count: min(length, end - cursor))
    unsafe cursor += length
  }

  private func place(
    _ members: [JSONValue.Member], _ start: UnsafePointer<UInt8>, _ cells: UnsafeMutablePointer<Cell>
  ) -> RowShape {
    var (isTwice, isNested) = (false, false)
    var seen: Set<Int> = []
    for member in members {
      let sense = sense(of: member.key)
      guard let role = sense.role else {
        if sense.isSlip {
          faultColumn = unsafe character(at: member.value.offset, of: start)
          return .misspeltKey
        }
        continue
      }
      if !seen.insert(role).inserted {
        if !isTwice, !isNested { faultColumn = unsafe character(at: member.value.offset, of: start) }
        isTwice = true
        continue
      }
      unsafe offsets[role] = member.value.offset + 1
      switch member.value.kind {
      case .null: break
      case .bool(let flag): unsafe cells[role] = unsafe FlatObjects.word(flag)
      case .number(let said), .string(let said): unsafe cells[role] = unsafe keep(said)
      // No cell's value: different ones would read alike. What stands behind it is read all the same: whose row it is.
      case .array, .object:
        if !isNested { faultColumn = unsafe character(at: member.value.offset, of: start) }
        isNested = true
      }
    }
    return isNested ? .badJSON : isTwice ? .duplicateKey : .whole
  }

  /// What a key means; keys come again in every row.
  struct Sense {
    let role: Int?
    /// Whether it is nearly a column on which decisions hang.
    let isSlip: Bool
  }

  private var senses: [String: Sense] = [:]

  private func sense(of key: String) -> Sense {
    if let known = senses[key] { return known }
    let unit = Heading(key).unit
    let isOther = unit == .other || unit == .tenThousand
    let sense = Sense(role: isOther ? nil : meant[key], isSlip: meant.misspelt(key) != nil)
    if senses.count < 1000 { senses[key] = sense }
    return sense
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
