package import Units

/// Writes the cells of one row where there is room for them, in the form of the table's format.
@unsafe
public struct CellWriter {
  private var place: UnsafeMutablePointer<UInt8>
  private let form: any RowForm
  private var column = 0

  /// Begins a row.
  ///
  /// - Parameter place: where there is room for the row.
  package init(_ place: UnsafeMutablePointer<UInt8>, _ form: any RowForm) {
    unsafe self.place = unsafe place
    unsafe self.form = form
  }

  /// Ends the row; returns the place behind it.
  package mutating func finish() -> UnsafeMutablePointer<UInt8> {
    unsafe form.endRow(&place)
    return unsafe place
  }

  /// Any text.
  package mutating func text(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return unsafe missing() }
      unsafe text(base, buffer.count)
    }
  }

  /// Any text, of at least one byte.
  package mutating func text(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let column = unsafe open()
    unsafe form.text(column, start, count, &place)
  }

  /// A word that needs neither quotes nor escapes.
  package mutating func code(_ bytes: [UInt8]) {
    let column = unsafe open()
    unsafe form.word(column, &place) { place in unsafe CellWriter.copy(bytes, &place) }
  }

  /// A whole number.
  package mutating func number(_ number: Int) {
    let column = unsafe open()
    unsafe form.number(column, number, &place)
  }

  /// Nothing.
  package mutating func missing() {
    let column = unsafe open()
    unsafe form.missing(column, &place)
  }

  /// An amount that is not negative, in fen.
  package mutating func yuan(_ fen: Int64) {
    let column = unsafe open()
    unsafe form.money(column, fen, &place)
  }

  /// A day, as ISO 8601 writes it.
  package mutating func day(_ day: Day) {
    let column = unsafe open()
    unsafe form.day(column, day, &place)
  }

  /// Begins the next cell; returns its column.
  private mutating func open() -> Int {
    let here = unsafe column
    unsafe form.beginCell(here, &place)
    unsafe column = here + 1
    return here
  }

  /// The most bytes that a row takes, whatever its form.
  ///
  /// - Parameter texts: how many bytes its texts have together.
  package static func room(texts: Int, columns: Int) -> Int {
    // A byte becomes at most seven; around each cell stand its name and marks, and numbers and days have their own room.
    7 * texts + 96 * columns + 64
  }

  // MARK: The parts, for forms, and for callers that write rows of their own

  /// Writes two digits.
  static func two(_ number: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe put(0x30 + UInt8(truncatingIfNeeded: number / 10), &place)
    unsafe put(0x30 + UInt8(truncatingIfNeeded: number % 10), &place)
  }

  /// Writes one byte.
  static func put(_ byte: UInt8, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe place.pointee = byte
    unsafe place += 1
  }

  /// Copies bytes.
  static func copy(_ bytes: [UInt8], _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe copy(base, buffer.count, &place) }
    }
  }

  /// Copies bytes.
  @inlinable @inline(__always)
  public static func copy(
    _ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    unsafe place.update(from: from, count: count)
    unsafe place += count
  }

  /// Copies bytes sixteen at a time: up to 15 more may be read and written behind them.
  @inlinable @inline(__always)
  public static func copyLoosely(
    _ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    var done = 0
    repeat {
      let chunk = unsafe UnsafeRawPointer(from + done).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(place + done).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
      done &+= 16
    } while done < count
    unsafe place += count
  }

  /// Writes an amount that is not negative, with two decimals.
  @inlinable @inline(__always)
  public static func yuan(_ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    if fen == 0 {
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: 0x3030_2E30, as: UInt32.self)  // "0.00"
      unsafe place += 4
      return
    }
    let whole = fen.magnitude / 100
    let cents = fen.magnitude % 100
    if whole < 100_000_000 {
      let digits = unsafe eightDigits(whole)
      // Zeros in front are left out, but for the last digit.
      let zeros = (digits | 1 << 56).trailingZeroBitCount >> 3
      let shown = (digits | 0x3030_3030_3030_3030) >> UInt64(truncatingIfNeeded: zeros &* 8)
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: shown, as: UInt64.self)
      unsafe place += 8 &- zeros
    } else {
      unsafe manyDigits(whole, &place)
    }
    unsafe place[0] = 0x2E
    unsafe place[1] = 0x30 &+ UInt8(truncatingIfNeeded: cents / 10)
    unsafe place[2] = 0x30 &+ UInt8(truncatingIfNeeded: cents % 10)
    unsafe place += 3
  }

  /// The eight digits of a number below a hundred million, a byte each, the first lowest: halved, and its halves, and theirs.
  @inlinable @inline(__always)
  static func eightDigits(_ number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
  }

  @usableFromInline
  static func manyDigits(_ number: UInt64, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe copy(Array(String(number).utf8), &place)
  }
}
