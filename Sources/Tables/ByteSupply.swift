/// Where the bytes of a table come from when they are not taken from the disk as they stand there.
package protocol ByteSupply: AnyObject {
  /// The next bytes, at most `count`, which is at least 64; 0 only at the end.
  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int
}

/// What a supply takes a file's bytes from, a stretch at a time.
@safe
final class SupplyBuffer {
  private let file: InputFile
  private let bytes: UnsafeMutablePointer<UInt8>
  private static let capacity = 1 << 16
  private var place = 0
  private var count = 0

  init(_ file: InputFile) {
    self.file = file
    unsafe bytes = .allocate(capacity: SupplyBuffer.capacity)
  }

  deinit { unsafe bytes.deallocate() }

  /// The byte that comes next, left in its place; `nil` at the end.
  @inline(__always)
  func peek() throws(TableError) -> UInt8? {
    if place == count {
      place = 0
      count = try unsafe file.read(into: bytes, count: SupplyBuffer.capacity)
      if count == 0 { return nil }
    }
    return unsafe bytes[place]
  }

  /// The byte that comes next; `nil` at the end.
  @inline(__always)
  func next() throws(TableError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    place &+= 1
    return byte
  }
}

/// A file whose lines end in carriage returns alone, as old spreadsheets write them: its rows end in line feeds here.
final class ReturnSupply: ByteSupply {
  private let file: InputFile

  init(_ file: InputFile) { self.file = file }

  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    let got = try unsafe file.read(into: buffer, count: count)
    for index in 0..<got where unsafe buffer[index] == 0x0D { unsafe buffer[index] = 0x0A }
    return got
  }
}

/// A file in UTF-16, turned into UTF-8. What is no character becomes 0xFF, which is none in UTF-8 either, so that the row
/// it stands in is found and rejected.
final class UTF16Supply: ByteSupply {
  private let bytes: SupplyBuffer
  private let isBigEndian: Bool

  /// - Parameter file: stands at its beginning, behind which its byte order mark comes first.
  init(_ file: InputFile, isBigEndian: Bool) {
    bytes = SupplyBuffer(file)
    self.isBigEndian = isBigEndian
  }

  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    var written = 0
    while written + 4 <= count, let unit = try nextUnit() {
      guard let scalar = try scalar(from: unit) else {
        unsafe buffer[written] = 0xFF
        written += 1
        continue
      }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        unsafe buffer[written] = byte
        written += 1
      }
    }
    return written
  }

  private var waiting: UInt16?

  private func nextUnit() throws(TableError) -> UInt16? {
    if let unit = waiting {
      waiting = nil
      return unit
    }
    guard let first = try bytes.next() else { return nil }
    // Half a unit at the end is half a surrogate pair's kind of nonsense.
    guard let second = try bytes.next() else { return 0xDC00 }
    return isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
  }

  private func scalar(from unit: UInt16) throws(TableError) -> Unicode.Scalar? {
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard let trail = try nextUnit() else { return nil }
    guard UTF16.isTrailSurrogate(trail) else {
      waiting = trail
      return nil
    }
    return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
  }
}
