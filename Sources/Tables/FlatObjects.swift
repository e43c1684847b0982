import Glibc

/// Reads lines of NDJSON that are as almost all are: an object without objects or lists in it and without escapes, in text
/// that is well-formed UTF-8. Whatever else a line is, or may be, it leaves to the reader of JSON.
///
/// Cells lie where they stand in the line. Keys mostly follow each other as they did in the row before.
@safe
struct FlatObjects: ~Copyable {
  /// What ``read(_:_:_:)`` fills.
  @unsafe
  struct Room {
    /// One for each role.
    let cells: UnsafeMutablePointer<Cell>
    /// For each role, where its value begins in the line, + 1; 0 where the line has none.
    let offsets: UnsafeMutablePointer<Int>
  }

  /// A key that was met.
  private struct Key: BitwiseCopyable {
    /// Its bytes, the first lowest, with zeros behind its end.
    let words: (UInt64, UInt64, UInt64, UInt64)
    let count: Int
    /// The role of its column, or ``nobody`` where nobody asked for it.
    let role: Int
  }

  private static let nobody = -1

  private let columns: Int
  private let keys: UnsafeMutablePointer<Key>
  private var keyCount = 0
  /// The roles whose cells may hold something, as bits.
  private var filled = UInt64.max

  /// The most columns that can be asked for.
  static let mostRoles = 64
  /// The longest key, in bytes.
  private static let longestKey = 32
  private static let mostKeys = 256

  init(columns: Int) {
    self.columns = columns
    unsafe keys = .allocate(capacity: FlatObjects.mostKeys)
  }

  deinit { unsafe keys.deallocate() }

  /// What stands in a cell for `true` and `false`. Behind it are bytes that may be read, as behind every cell.
  static func word(_ flag: Bool) -> Cell {
    let (word, count): (StaticString, Int) = flag ? ("yes             ", 3) : ("no              ", 2)
    return unsafe Cell(start: word.utf8Start, count: count)
  }

  /// Notes that something else has filled the cells.
  mutating func forget() { filled = .max }

  /// Reads the line that begins at `start`.
  ///
  /// - Parameter sense: what a key means that comes for the first time.
  /// - Returns: the place behind its line feed, which may be that of the padding; `nil` where the line is to be read as JSON:
  ///   then what `room` holds means nothing.
  mutating func read(
    _ start: UnsafePointer<UInt8>, _ room: Room, _ sense: (String) -> NDJSONScanner.Sense
  ) -> UnsafePointer<UInt8>? {
    var at = unsafe FlatObjects.behindBlanks(start)
    guard unsafe at.pointee == UInt8(ascii: "{") else { return nil }
    var (expected, seen): (Int, UInt64) = (0, 0)
    repeat {
      unsafe at = unsafe FlatObjects.behindBlanks(at + 1)
      guard unsafe at.pointee == UInt8(ascii: "\"") else { return nil }
      guard let index = unsafe key(at + 1, after: expected) ?? learn(at + 1, sense) else { return nil }
      expected = index &+ 1
      let (count, role) = unsafe (keys[index].count, keys[index].role)
      unsafe at = unsafe FlatObjects.behindBlanks(at + count + 2)
      guard unsafe at.pointee == UInt8(ascii: ":") else { return nil }
      unsafe at = unsafe FlatObjects.behindBlanks(at + 1)
      let value = unsafe at
      guard var cell = unsafe FlatObjects.value(&at) else { return nil }
      if role != FlatObjects.nobody {
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: role)
        guard seen & bit == 0 else { return nil }
        seen |= bit
        unsafe cell.trim()
        unsafe room.cells[role] = unsafe cell
        unsafe room.offsets[role] = unsafe value - start + 1
      }
      unsafe at = unsafe FlatObjects.behindBlanks(at)
    } while unsafe at.pointee == UInt8(ascii: ",")
    guard unsafe at.pointee == UInt8(ascii: "}") else { return nil }
    unsafe at = unsafe FlatObjects.behindBlanks(at + 1)
    guard unsafe at.pointee == 0x0A else { return nil }
    // Mostly the line before had the same cells.
    if filled != seen { unsafe clear(filled & ~seen, room, start) }
    filled = seen
    return unsafe at + 1
  }

  private func clear(_ roles: UInt64, _ room: Room, _ start: UnsafePointer<UInt8>) {
    for role in 0..<columns where roles >> UInt64(role) & 1 == 1 {
      unsafe room.cells[role] = unsafe Cell(start: start, count: 0)
      unsafe room.offsets[role] = 0
    }
  }

  @inline(__always)
  private static func behindBlanks(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = unsafe place
    while unsafe place.pointee == 0x20 || place.pointee == 0x09 || place.pointee == 0x0D { unsafe place += 1 }
    return unsafe place
  }

  // MARK: Keys

  /// The key that begins here, looked for first where it should be.
  @inline(__always)
  private func key(_ place: UnsafePointer<UInt8>, after expected: Int) -> Int? {
    if expected < keyCount, unsafe isKey(expected, place) { return expected }
    return (0..<keyCount).first { unsafe isKey($0, place) }
  }

  @inline(__always)
  private func isKey(_ index: Int, _ place: UnsafePointer<UInt8>) -> Bool {
    let key = unsafe keys + index
    let count = unsafe key.pointee.count
    guard unsafe place[count] == UInt8(ascii: "\"") else { return false }
    let words = unsafe key.pointee.words
    guard unsafe Cell(start: place, count: count).firstWord == words.0 else { return false }
    if count <= 8 { return true }
    guard unsafe Cell(start: place + 8, count: count &- 8).firstWord == words.1 else { return false }
    if count <= 16 { return true }
    return unsafe Cell(start: place + 16, count: count &- 16).firstWord == words.2
      && (count <= 24 || Cell(start: place + 24, count: count &- 24).firstWord == words.3)
  }

  /// Notes a key that comes for the first time; `nil` where it is none that can be told by its bytes.
  @inline(never)
  private mutating func learn(
    _ place: UnsafePointer<UInt8>, _ sense: (String) -> NDJSONScanner.Sense
  ) -> Int? {
    let close = unsafe FlatObjects.textEnd(place)
    let count = unsafe close - place
    guard unsafe close.pointee == UInt8(ascii: "\""), count > 0, count <= FlatObjects.longestKey,
      keyCount < FlatObjects.mostKeys
    else { return nil }
    let meaning = sense(unsafe Cell(start: place, count: count).string)
    if meaning.isSlip { return nil }
    func word(_ number: Int) -> UInt64 {
      let first = number * 8
      return unsafe first < count ? Cell(start: place + first, count: count - first).firstWord : 0
    }
    unsafe (keys + keyCount).initialize(
      to: Key(
        words: (word(0), word(1), word(2), word(3)), count: count, role: meaning.role ?? FlatObjects.nobody))
    keyCount += 1
    return keyCount - 1
  }

  // MARK: Values

  /// The value that begins at `place`, which is moved behind it; `nil` where it is none, or no cell's.
  @inline(__always)
  private static func value(_ place: inout UnsafePointer<UInt8>) -> Cell? {
    let start = unsafe place
    switch unsafe start.pointee {
    case UInt8(ascii: "\""):
      let close = unsafe textEnd(start + 1)
      guard unsafe close.pointee == UInt8(ascii: "\"") else { return nil }
      unsafe place = unsafe close + 1
      return unsafe Cell(start: start + 1, count: close - start - 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let end = unsafe numberEnd(start) else { return nil }
      unsafe place = unsafe end
      return unsafe Cell(start: start, count: end - start)
    case UInt8(ascii: "t"): return unsafe literal("true", &place, word(true))
    case UInt8(ascii: "f"): return unsafe literal("false", &place, word(false))
    case UInt8(ascii: "n"): return unsafe literal("null", &place, Cell(start: start, count: 0))
    default: return nil
    }
  }

  /// The nearest quote, backslash or control character; the padding has one.
  @inline(__always)
  private static func textEnd(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    unsafe EightBytes.place(from: from) { word in
      EightBytes.first(word, EightBytes.all(0x22)) | EightBytes.first(word, EightBytes.all(0x5C))
        | EightBytes.firstBelow(0x20, word)
    }
  }

  /// Behind a number (RFC 8259, section 6); `nil` where it is none.
  @inline(__always)
  private static func numberEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var at = unsafe start
    if unsafe at.pointee == UInt8(ascii: "-") { unsafe at += 1 }
    let whole = unsafe at
    guard unsafe skipDigits(&at) else { return nil }
    if unsafe whole.pointee == UInt8(ascii: "0") && at != whole + 1 { return nil }
    if unsafe at.pointee == UInt8(ascii: ".") {
      unsafe at += 1
      guard unsafe skipDigits(&at) else { return nil }
    }
    if unsafe at.pointee | 0x20 == UInt8(ascii: "e") {
      unsafe at += 1
      if unsafe at.pointee == UInt8(ascii: "+") || at.pointee == UInt8(ascii: "-") { unsafe at += 1 }
      guard unsafe skipDigits(&at) else { return nil }
    }
    return unsafe at
  }

  @inline(__always)
  private static func skipDigits(_ place: inout UnsafePointer<UInt8>) -> Bool {
    let start = unsafe place
    while unsafe place.pointee &- 0x30 < 10 { unsafe place += 1 }
    return unsafe place > start
  }

  /// The cell that stands for a literal.
  private static func literal(
    _ name: StaticString, _ place: inout UnsafePointer<UInt8>, _ cell: Cell
  ) -> Cell? {
    guard unsafe memcmp(place, name.utf8Start, name.utf8CodeUnitCount) == 0 else { return nil }
    unsafe place += name.utf8CodeUnitCount
    return unsafe cell
  }
}
