import JSONText
import TestKit

/// One field of a slip's JSON with one character changed.
struct Flip {
  /// Where: `head.root`, or what the piece of an entry was.
  let field: String
  let text: String
}

extension Flip {
  /// A flip in each field: each key and value, and of each string each line, and of each payload in it each key and value.
  static func all(in json: String, seed: UInt64) throws -> [Flip] {
    let bytes = Array(json.utf8)
    var chance = Seeded(seed: seed)
    let value = try JSONReader.read(bytes).get()
    var pieces: [(String, Range<Int>)] = []
    collect(value, "", bytes, &pieces)
    return pieces.compactMap { field, range in
      let places = range.filter { isLetter(bytes[$0]) }
      guard let place = places.randomElement(using: &chance) else { return nil }
      var flipped = bytes
      flipped[place] = other(bytes[place])
      return Flip(field: "\(field) at \(place)", text: String(decoding: flipped, as: UTF8.self) + "\n")
    }
  }

  private static func collect(
    _ value: JSONValue, _ path: String, _ bytes: [UInt8], _ pieces: inout [(String, Range<Int>)]
  ) {
    switch value.kind {
    case .object(let members):
      for member in members {
        pieces += split(token(at: member.keyOffset, bytes), bytes).map {
          ("key of \(path).\(member.key)", $0)
        }
        collect(member.value, "\(path).\(member.key)", bytes, &pieces)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() { collect(element, "\(path)[\(index)]", bytes, &pieces) }
    default: pieces += split(token(at: value.offset, bytes), bytes).map { (path, $0) }
    }
  }

  /// A string without its quotes, or a bare word.
  private static func token(at start: Int, _ bytes: [UInt8]) -> Range<Int> {
    var end = start + 1
    guard bytes[start] == UInt8(ascii: "\"") else {
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      return start..<end
    }
    while bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return start + 1..<end
  }

  /// The parts of a string between its escapes: lines, and what stands in quotes.
  private static func split(_ token: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    var (parts, start, at): ([Range<Int>], Int, Int) = ([], token.lowerBound, token.lowerBound)
    while at < token.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      parts.append(start..<at)
      at += 2
      start = at
    }
    return (parts + [start..<token.upperBound]).filter { !$0.isEmpty }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Another of its kind: a digit stays a digit, a hexadecimal letter one of those.
  private static func other(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x38, 0x41...0x59, 0x61...0x65, 0x67...0x79: byte + 1
    case 0x39: 0x30
    case 0x66: 0x65
    default: byte - 1
    }
  }
}
