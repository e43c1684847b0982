import Tables

/// One file being written: a buffer filled by hand.
@safe struct SynthesisFile: ~Copyable {
  /// How many bytes have been put so far.
  var bytes: Int { flushed + used }
  /// How many rows have been ended, the header not counted.
  private(set) var rows = 0

  private static let capacity = 1 << 20
  /// The most bytes of one row; the longest there is has some 200.
  private static let rowLimit = 1 << 10

  private let file: OutputFile
  private let buffer: UnsafeMutablePointer<UInt8>
  private var used = 0
  private var flushed = 0

  /// Begins a file with its header.
  init(_ file: OutputFile, columns: [String]) {
    self.file = file
    unsafe buffer = .allocate(capacity: SynthesisFile.capacity)
    put(Array(columns.joined(separator: ",").utf8))
    put(UInt8(ascii: "\n"))
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// Ends the row and makes sure that the next one fits.
  mutating func endRow() throws(SynthesisError) {
    put(UInt8(ascii: "\n"))
    rows += 1
    if used > SynthesisFile.capacity - SynthesisFile.rowLimit { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws(SynthesisError) {
    do throws(TableError) {
      try unsafe file.write(UnsafeBufferPointer(start: buffer, count: used))
    } catch { throw .file(error) }
    flushed += used
    used = 0
  }
}

extension SynthesisFile {
  /// One byte.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    precondition(used < SynthesisFile.capacity, "a row is shorter than the row limit")
    unsafe buffer[used] = byte
    used &+= 1
  }

  /// A comma.
  @inline(__always)
  mutating func comma() { put(UInt8(ascii: ",")) }

  /// Text that stands in the program.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    precondition(count <= SynthesisFile.capacity - used, "a row is shorter than the row limit")
    unsafe (buffer + used).update(from: text.utf8Start, count: count)
    used &+= count
  }

  /// Bytes as they are.
  mutating func put(_ bytes: [UInt8]) {
    for byte in bytes { put(byte) }
  }

  /// A whole number, filled with zeros to `width` digits.
  @inline(__always)
  mutating func put(_ number: Int, width: Int = 1) {
    precondition(number >= 0 && width <= 20, "only counts and dates are put so")
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count &+= 1
      rest /= 10
    }
    count = max(count, width)
    precondition(count <= SynthesisFile.capacity - used, "a row is shorter than the row limit")
    rest = number
    var at = used &+ count
    used = at
    for _ in 0..<count {
      at &-= 1
      unsafe buffer[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// An amount in yuan with two decimals.
  @inline(__always)
  mutating func putYuan(fen: Int64) {
    if fen < 0 { put(UInt8(ascii: "-")) }
    let magnitude = Int(fen.magnitude)
    put(magnitude / 100)
    put(UInt8(ascii: "."))
    put(magnitude % 100, width: 2)
  }
}
