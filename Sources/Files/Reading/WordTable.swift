package import Tables

/// Finds words of a short list in cells: an English and a Chinese word for each value.
///
/// A table without collisions, so that every word is found, or found missing, at the first place looked at.
package struct WordTable: Sendable {
  private struct Place: BitwiseCopyable {
    var first: UInt64 = 0
    /// 0 where no word is.
    var count = 0
    var value: UInt8 = 0
    /// Which of ``texts`` it is.
    var text: UInt8 = 0
  }

  private var places: [Place]
  private var multiplier: UInt64
  private let shift: UInt64
  private let texts: [[UInt8]]

  /// The words for the values 0, 1, 2 … All words differ.
  package init(_ words: [[String]]) {
    let all = words.enumerated().flatMap { value, names in
      Set(names).sorted().map { (Array($0.utf8), UInt8(value)) }
    }
    precondition(all.count < 128, "the lists of words are short")
    texts = all.map(\.0)
    var bits: UInt64 = 3
    while 1 << bits < all.count * 4 { bits += 1 }
    shift = 64 - bits
    multiplier = 0x9E37_79B9_7F4A_7C15
    places = []
    while !fill(all, 1 << Int(bits)) { multiplier = multiplier &* 0xD134_2543_DE82_EF95 &+ 2 }
  }

  /// Puts every word in its place; `false` where two want the same.
  private mutating func fill(_ words: [([UInt8], UInt8)], _ size: Int) -> Bool {
    places = Array(repeating: Place(), count: size)
    for (index, (bytes, value)) in words.enumerated() {
      let padded = bytes + Array(repeating: 0, count: 8)
      let key = unsafe padded.withUnsafeBufferPointer { buffer -> (UInt64, Int)? in
        guard let base = buffer.baseAddress else { return nil }
        let cell = unsafe Cell(start: base, count: bytes.count)
        return unsafe (cell.firstWord, place(cell))
      }
      guard let (first, place) = key, places[place].count == 0 else { return false }
      places[place] = Place(first: first, count: bytes.count, value: value, text: UInt8(index))
    }
    return true
  }

  /// Where a word stands if it is there: by its first and last bytes and its length.
  @inline(__always)
  private func place(_ cell: Cell) -> Int {
    let count = unsafe cell.count
    let last = unsafe count > 8 ? Cell(start: cell.start + (count &- 8), count: 8).firstWord : 0
    let key = unsafe (cell.firstWord ^ (last &* 0xFF51_AFD7_ED55_8CCD)) &+ UInt64(truncatingIfNeeded: count)
    return Int(truncatingIfNeeded: (key &* multiplier) >> shift)
  }

  /// The value of the word in a cell.
  @inline(__always)
  package func find(_ cell: Cell) -> UInt8? {
    let found = unsafe places[place(cell)]
    let count = unsafe cell.count
    guard unsafe found.first == cell.firstWord, found.count == count, count > 0 else { return nil }
    if count > 8, unsafe !isText(cell, found.text) { return nil }
    return found.value
  }

  @inline(__always)
  private func isText(_ cell: Cell, _ text: UInt8) -> Bool {
    unsafe texts[Int(text)].withUnsafeBufferPointer { bytes in
      for index in unsafe 8..<cell.count where unsafe bytes[index] != cell.start[index] { return false }
      return true
    }
  }
}
