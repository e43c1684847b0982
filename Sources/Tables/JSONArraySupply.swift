/// A file that is one JSON array, turned into NDJSON: one element a line. An element begins on its line of the file, as far
/// as no two begin on the same one.
final class JSONArraySupply: ByteSupply {
  private let bytes: SupplyBuffer
  /// Whether characters may have a second byte that looks like a mark of JSON.
  private let isGB18030: Bool
  /// The line of the file that is read, and the line that is written, from 1.
  private var (readLine, writtenLine) = (1, 1)
  private var state = State.before
  private var element = Element()

  private enum State {
    case before, between, inside, behind, ended
  }

  /// How far into an element we are.
  private struct Element {
    var depth = 0
    var isInString = false
    var isEscaped = false
  }

  init(_ file: InputFile, isGB18030: Bool) {
    bytes = SupplyBuffer(file)
    self.isGB18030 = isGB18030
  }

  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    var written = 0
    // A step writes two bytes at most.
    while written + 2 <= count, state != .ended {
      try unsafe step(buffer, &written)
    }
    return written
  }

  private func step(_ buffer: UnsafeMutablePointer<UInt8>, _ written: inout Int) throws(TableError) {
    guard let byte = try bytes.peek() else {
      // An array that nobody closes was cut off: what is left is shown as a row that is no JSON.
      let isTorn = element.depth > 0 || element.isInString
      if state == .inside, !isTorn { unsafe put(0x0A, buffer, &written) }
      if state != .behind, !isTorn { unsafe put(UInt8(ascii: "["), buffer, &written) }
      state = .ended
      return
    }
    if state != .inside, state != .behind, writtenLine < readLine, byte > 0x20 {
      unsafe put(0x0A, buffer, &written)
      return
    }
    _ = try bytes.next()
    if byte == 0x0A { readLine += 1 }
    switch state {
    case .before where byte == UInt8(ascii: "["): state = .between
    case .between where byte <= 0x20 || byte == UInt8(ascii: ","): break
    case .between where byte == UInt8(ascii: "]"): state = .behind
    case .between:
      state = .inside
      element = Element()
      try unsafe inside(byte, buffer, &written)
    case .inside: try unsafe inside(byte, buffer, &written)
    // A byte order mark and blanks stand before an array; behind it nothing may, and what does is shown.
    case .before: break
    case .behind: if byte > 0x20 { unsafe put(byte, buffer, &written) }
    case .ended: break
    }
  }

  private func inside(
    _ byte: UInt8, _ buffer: UnsafeMutablePointer<UInt8>, _ written: inout Int
  ) throws(TableError) {
    if element.depth == 0, !element.isInString, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
      unsafe put(0x0A, buffer, &written)
      state = byte == UInt8(ascii: "]") ? .behind : .between
      return
    }
    unsafe put(byte == 0x0A ? 0x20 : byte, buffer, &written)
    if byte >= 0x80, isGB18030, let second = try bytes.next() {
      unsafe put(second, buffer, &written)
      element.isEscaped = false
      return
    }
    if element.isInString {
      if element.isEscaped {
        element.isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        element.isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        element.isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): element.isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): element.depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): element.depth -= 1
    default: break
    }
  }

  @inline(__always)
  private func put(_ byte: UInt8, _ buffer: UnsafeMutablePointer<UInt8>, _ written: inout Int) {
    unsafe buffer[written] = byte
    written &+= 1
    if byte == 0x0A { writtenLine &+= 1 }
  }
}
