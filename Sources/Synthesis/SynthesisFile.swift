import Glibc

/// One file being written: a buffer filled by hand.
///
/// Whoever creates it puts it in its place or removes it: see `SyntheticCounty.write`.
@safe struct SynthesisFile: ~Copyable {
  /// How many bytes have been put so far.
  var bytes: Int { flushed + used }
  /// How many rows have been ended, the header not counted.
  private(set) var rows = 0

  private static let capacity = 1 << 20
  /// The most bytes of one row; the longest there is has some 200.
  private static let rowLimit = 1 << 10

  private let path: String
  private let buffer: UnsafeMutablePointer<UInt8>
  private var descriptor: Int32
  private var used = 0
  private var flushed = 0

  /// Creates the file, empties one that is there, and writes the header.
  init(path: String, columns: [String]) throws(SynthesisError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let code = errno
      throw .cannotWrite(path: path, code: code)
    }
    self.path = path
    self.descriptor = descriptor
    unsafe buffer = .allocate(capacity: SynthesisFile.capacity)
    put(Array(columns.joined(separator: ",").utf8))
    put(UInt8(ascii: "\n"))
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
    unsafe buffer.deallocate()
  }

  /// Ends the row and makes sure that the next one fits.
  mutating func endRow() throws(SynthesisError) {
    put(UInt8(ascii: "\n"))
    rows += 1
    if used > SynthesisFile.capacity - SynthesisFile.rowLimit { try flush() }
  }

  /// Writes what is left and closes the file. Some file systems tell only now that there was no space.
  mutating func close() throws(SynthesisError) {
    try flush()
    let result = Glibc.close(descriptor)
    let code = errno
    descriptor = -1
    if result != 0 { throw .cannotWrite(path: path, code: code) }
  }

  private mutating func flush() throws(SynthesisError) {
    var done = 0
    while done < used {
      let count = unsafe write(descriptor, buffer + done, used - done)
      if count > 0 {
        done += count
      } else {
        let code = count == 0 ? EIO : errno
        if code != EINTR { throw .cannotWrite(path: path, code: code) }
      }
    }
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
