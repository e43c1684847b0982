/// Takes a text apart from its front.
struct Scan {
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: Bytes) { rest = text[...] }

  /// Whether nothing is left.
  var isDone: Bool { rest.isEmpty }

  /// Takes a word, if it stands here.
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard rest.count >= length,
      unsafe rest.starts(with: UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { return false }
    rest = rest.dropFirst(length)
    return true
  }

  /// Takes all the digits that stand here, if they are so many; nothing otherwise.
  mutating func digits(_ wanted: some RangeExpression<Int>) -> ArraySlice<UInt8>? {
    let run = rest.prefix { (0x30...0x39).contains($0) }
    guard wanted.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return run
  }

  /// Takes all the spaces that stand here.
  mutating func passSpaces() { rest = rest.drop { $0 == 0x20 } }
}
