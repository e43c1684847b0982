/// What of a file is code: comments and the words of strings become blanks, so that every line keeps its place.
struct CodeMask {
  private enum Place {
    /// Code, with so many brackets open since its beginning.
    case code(brackets: Int)
    /// A string that ends with so many quotes and hashes.
    case string(quotes: Int, hashes: Int)
  }

  private let text: [UInt8]
  private var out: [UInt8]
  private var places = [Place.code(brackets: 0)]
  private var at = 0

  private init(_ text: [UInt8]) { (self.text, out) = (text, text) }

  /// The bytes of a file, or blanks for them.
  static func code(of text: [UInt8]) -> [UInt8] {
    var mask = CodeMask(text)
    while mask.at < text.count {
      switch mask.places[mask.places.count - 1] {
      case .code(let brackets): mask.code(brackets)
      case .string(let quotes, let hashes): mask.string(quotes, hashes)
      }
    }
    return mask.out
  }

  private mutating func code(_ brackets: Int) {
    switch text[at] {
    case UInt8(ascii: "/") where stands("//", at):
      while at < text.count, text[at] != UInt8(ascii: "\n") { blank(1) }
    case UInt8(ascii: "/") where stands("/*", at): blank(until: "*/")
    case UInt8(ascii: "#") where stands("#/", at): blank(until: "/#")
    case UInt8(ascii: "#"), UInt8(ascii: "\""): openString()
    case UInt8(ascii: "("):
      places[places.count - 1] = .code(brackets: brackets + 1)
      at += 1
    case UInt8(ascii: ")") where brackets == 0 && places.count > 1:
      places.removeLast()
      at += 1
    case UInt8(ascii: ")"):
      places[places.count - 1] = .code(brackets: brackets - 1)
      at += 1
    default: at += 1
    }
  }

  private mutating func openString() {
    let hashes = text[at...].prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = text[(at + hashes)...].prefix { $0 == UInt8(ascii: "\"") }.count
    guard quotes > 0 else {
      at += hashes
      return
    }
    let marks = quotes >= 3 ? 3 : 1
    places.append(.string(quotes: marks, hashes: hashes))
    blank(hashes + marks)
  }

  private mutating func string(_ quotes: Int, _ hashes: Int) {
    let ending = String(repeating: "#", count: hashes)
    switch text[at] {
    case UInt8(ascii: "\\") where stands("\\" + ending + "(", at):
      blank(hashes + 2)
      places.append(.code(brackets: 0))
    case UInt8(ascii: "\\") where stands("\\" + ending, at): blank(hashes + 2)
    case UInt8(ascii: "\"") where stands(String(repeating: "\"", count: quotes) + ending, at):
      blank(quotes + hashes)
      places.removeLast()
    default: blank(1)
    }
  }

  private func stands(_ mark: String, _ index: Int) -> Bool { text[index...].starts(with: mark.utf8) }

  private mutating func blank(until mark: String) {
    blank(2)
    while at < text.count, !stands(mark, at) { blank(1) }
    blank(2)
  }

  private mutating func blank(_ count: Int) {
    for index in at..<min(at + count, text.count) where text[index] != UInt8(ascii: "\n") {
      out[index] = UInt8(ascii: " ")
    }
    at += count
  }
}
