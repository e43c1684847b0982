package import Units

/// Writes the cells of rows where there is room for them: CSV (RFC 4180, quoted only where needed) or NDJSON (every
/// value a string, `null` for missing).
@unsafe
public struct CellWriter {
  private var place: UnsafeMutablePointer<UInt8>
  private let openers: [[UInt8]]
  private let isJSON: Bool
  private var column = 0

  /// Begins a row.
  ///
  /// - Parameter place: where there is room for the row.
  package init(_ place: UnsafeMutablePointer<UInt8>, openers: [[UInt8]], format: TableFormat) {
    unsafe self.place = unsafe place
    unsafe self.openers = openers
    unsafe isJSON = format == .ndjson
  }

  /// What stands before each cell of a row with these columns.
  package static func openers(_ names: [String], _ format: TableFormat) -> [[UInt8]] {
    names.enumerated().map { index, name in
      switch format {
      case .csv: index == 0 ? [] : [0x2C]
      case .ndjson: Array(((index == 0 ? "{" : ",") + "\"\(name)\":").utf8)
      }
    }
  }

  /// Ends the row; returns the place behind it.
  package mutating func finish() -> UnsafeMutablePointer<UInt8> {
    if unsafe isJSON { unsafe put(0x7D) }
    unsafe put(0x0A)
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
    unsafe open()
    if unsafe isJSON { unsafe escape(start, count) } else { unsafe CellWriter.quote(start, count, &place) }
  }

  /// A word that needs neither quotes nor escapes.
  package mutating func code(_ bytes: [UInt8]) {
    unsafe open()
    if unsafe isJSON { unsafe put(0x22) }
    unsafe bare(bytes)
    if unsafe isJSON { unsafe put(0x22) }
  }

  /// A whole number.
  package mutating func number(_ number: Int) {
    unsafe open()
    unsafe bare(Array(String(number).utf8))
  }

  /// Nothing.
  package mutating func missing() {
    unsafe open()
    if unsafe isJSON { unsafe bare([0x6E, 0x75, 0x6C, 0x6C]) }
  }

  /// An amount that is not negative, in fen.
  package mutating func yuan(_ fen: Int64) {
    unsafe open()
    if unsafe isJSON { unsafe put(0x22) }
    unsafe CellWriter.yuan(fen, &place)
    if unsafe isJSON { unsafe put(0x22) }
  }

  /// A day, as ISO 8601 writes it.
  package mutating func day(_ day: Day) {
    unsafe open()
    if unsafe isJSON { unsafe put(0x22) }
    let (year, month) = (day.year, day.month)
    unsafe two(year / 100)
    unsafe two(year % 100)
    unsafe put(0x2D)
    unsafe two(month)
    unsafe put(0x2D)
    unsafe two(day.day)
    if unsafe isJSON { unsafe put(0x22) }
  }

  /// Some of a list of words, with semicolons between them: those whose index `isShown` picks.
  package mutating func codes(_ list: [[UInt8]], where isShown: (Int) -> Bool) {
    guard list.indices.contains(where: isShown) else { return unsafe missing() }
    unsafe open()
    if unsafe isJSON { unsafe put(0x22) }
    var isFirst = true
    for index in list.indices where isShown(index) {
      if !isFirst { unsafe put(0x3B) }
      isFirst = false
      unsafe bare(list[index])
    }
    if unsafe isJSON { unsafe put(0x22) }
  }

  private mutating func open() {
    unsafe bare(openers[column])
    unsafe column += 1
  }

  private mutating func bare(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe CellWriter.copy(base, buffer.count, &place) }
    }
  }

  private mutating func put(_ byte: UInt8) {
    unsafe place.pointee = byte
    unsafe place += 1
  }

  private mutating func two(_ number: Int) {
    unsafe put(0x30 + UInt8(truncatingIfNeeded: number / 10))
    unsafe put(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// A JSON string; control characters, quotes and backslashes are escaped.
  private mutating func escape(_ start: UnsafePointer<UInt8>, _ count: Int) {
    unsafe put(0x22)
    for index in 0..<count {
      let byte = unsafe start[index]
      if byte == 0x22 || byte == 0x5C {
        unsafe put(0x5C)
        unsafe put(byte)
      } else if byte < 0x20 {
        unsafe bare(Array("\\u00".utf8))
        unsafe put(Hexadecimal.digit(byte >> 4))
        unsafe put(Hexadecimal.digit(byte))
      } else {
        unsafe put(byte)
      }
    }
    unsafe put(0x22)
  }

  // MARK: The parts, for callers that write rows of their own

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

  /// Writes a CSV cell, in quotes where RFC 4180 asks for them.
  package static func quote(
    _ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let needsQuotes = unsafe UnsafeBufferPointer(start: from, count: count).contains {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return unsafe copy(from, count, &place) }
    unsafe place.pointee = 0x22
    unsafe place += 1
    for index in 0..<count {
      let byte = unsafe from[index]
      if byte == 0x22 {
        unsafe place.pointee = 0x22
        unsafe place += 1
      }
      unsafe place.pointee = byte
      unsafe place += 1
    }
    unsafe place.pointee = 0x22
    unsafe place += 1
  }

  /// Writes an amount that is not negative, with two decimals.
  @inlinable @inline(__always)
  public static func yuan(_ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    if fen == 0 {
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: 0x3030_2E30, as: UInt32.self)  // "0.00"
      unsafe place += 4
      return
    }
    var whole = fen.magnitude / 100
    let cents = fen.magnitude % 100
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, whole >= limit {
      digits += 1
      limit &*= 10
    }
    var index = digits - 1
    while index >= 0 {
      unsafe place[index] = 0x30 &+ UInt8(truncatingIfNeeded: whole % 10)
      whole /= 10
      index -= 1
    }
    unsafe place += digits
    unsafe place[0] = 0x2E
    unsafe place[1] = 0x30 &+ UInt8(truncatingIfNeeded: cents / 10)
    unsafe place[2] = 0x30 &+ UInt8(truncatingIfNeeded: cents % 10)
    unsafe place += 3
  }
}
