import TestKit

/// Rows as objects of JSON, one on each line or all in one array.
struct WriteObjects: SheetShape {
  private let dialect: Dialect
  private let isArray: Bool
  private var keys: [Bytes] = []
  private var text = Bytes()
  private var isFirst = true

  init(_ dialect: Dialect, isArray: Bool) {
    self.dialect = dialect
    self.isArray = isArray
  }

  func file(_ dialect: Dialect) throws -> Bytes { try dialect.bytes(of: text) }

  mutating func writeHeader(_ names: [String], using random: inout Seeded) {
    keys = names.map {
      $0.utf8.allSatisfy { $0 < 0x80 } ? Bytes(of: "\"\($0)\"") : WriteObjects.quoted($0, using: &random)
    }
    if dialect.blankLines { writeBlankLine() }
    if isArray {
      text.append(UInt8(ascii: "["))
      if random.chance(500) { writeBlankLine() }
    }
  }

  mutating func writeBlankLine() { text += dialect.lineEnd.rawValue.utf8 }

  mutating func write(_ cells: [SpelledCell], _ fault: RowFault?, isLast: Bool, using random: inout Seeded) {
    if isArray, !isFirst {
      text.append(UInt8(ascii: ","))
      writeBlankLine()
    }
    if fault == .badQuoting {
      text += Bytes(of: broken(using: &random))
    } else {
      writeObject(cells, fault, using: &random)
    }
    isFirst = false
    if !isArray, !isLast || dialect.endsWithNewline || dialect.isTorn || dialect.endsInsideQuotes {
      writeBlankLine()
    }
  }

  private mutating func writeObject(_ cells: [SpelledCell], _ fault: RowFault?, using random: inout Seeded) {
    let isSpread = isArray && random.chance(30)
    text.append(UInt8(ascii: "{"))
    var isEmpty = true
    let nested =
      fault == .splitAmount ? cells.firstIndex { $0.column == .amount || $0.column == .income } : nil
    for (place, cell) in cells.enumerated() {
      if cell.text.isEmpty, place != nested, random.chance(500) { continue }
      let value =
        place == nested
        ? Bytes(of: random.pick(["[18,\"000.00\"]", "{\"yuan\":18}", "[]"])) : value(cell, using: &random)
      writeMember(keys[place], value, &isEmpty, isSpread, using: &random)
    }
    if fault == .moreCells,
      let place = cells.indices.filter({ cells[$0].column != nil }).randomElement(using: &random)
    {
      // A member that was left out before is there twice too.
      for _ in 0..<2 {
        writeMember(keys[place], value(cells[place], using: &random), &isEmpty, isSpread, using: &random)
      }
    }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func writeMember(
    _ key: Bytes, _ value: Bytes, _ isEmpty: inout Bool, _ isSpread: Bool, using random: inout Seeded
  ) {
    if !isEmpty { text.append(UInt8(ascii: ",")) }
    isEmpty = false
    if isSpread { writeBlankLine() }
    if dialect.spaces > 0, random.chance(dialect.spaces) { text.append(0x20) }
    text += key
    text.append(UInt8(ascii: ":"))
    if dialect.spaces > 0, random.chance(dialect.spaces) { text += [0x20, 0x09] }
    text += value
  }

  private func value(_ cell: SpelledCell, using random: inout Seeded) -> Bytes {
    if cell.column == nil, random.chance(20) { return Bytes(of: "{\"a\":[1,{\"b\":null}]}") }
    if cell.text.isEmpty { return Bytes(of: random.chance(500) ? "null" : "\"\"") }
    if case .answer = cell.meant, random.chance(500) {
      if cell.text == "yes" || cell.text == "是" { return Bytes(of: "true") }
      if cell.text == "no" || cell.text == "否" { return Bytes(of: "false") }
    }
    let bytes = Bytes(of: cell.text)
    if WriteObjects.isNumber(bytes), random.chance(500) { return bytes }
    return WriteObjects.quoted(cell.text, using: &random)
  }

  /// Whether JSON can have it as a number.
  private static func isNumber(_ text: Bytes) -> Bool {
    guard let first = text.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") else {
      return false
    }
    return ReadObject.members(of: (Bytes(of: "{\"\":") + text + Bytes(of: "}"))[...]) != nil
  }

  /// Objects that are none; in an array only those that keep its brackets in order.
  private func broken(using random: inout Seeded) -> String {
    let anywhere = [
      "{\"claim_id\":\"X\",}", "{claim_id:\"X\"}", "{\"claim_id\":012}", "{\"claim_id\":\"X\"} x", "\"X\"",
      "17",
      "{\"claim_id\":\"X\" \"amount\":1}", "{\"claim_id\":\"\\x\"}", "{\"claim_id\":nil}",
      "{\"claim_id\":+1}",
    ]
    let inLines = [
      "{\"claim_id\":\"X\"", "{\"claim_id\":\"X}", "{\"claim_id\":", "[{\"claim_id\":\"X\"}]", "claim_id,X",
    ]
    // By the first character the form is told.
    return random.pick((isArray ? anywhere : anywhere + inLines).filter { !isFirst || $0.utf8.first == 0x7B })
  }

  /// A text as JSON, some of its characters by their numbers.
  private static func quoted(_ text: String, using random: inout Seeded) -> Bytes {
    let numbers = random.chance(100)
    var quoted: Bytes = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\n": quoted += Bytes(of: "\\n")
      case "\t": quoted += Bytes(of: "\\t")
      case "/" where numbers: quoted += Bytes(of: "\\/")
      case _ where scalar.value < 0x20 || numbers && !scalar.isASCII:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          quoted += Bytes(of: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      default: quoted += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return quoted + [UInt8(ascii: "\"")]
  }

  mutating func end(using random: inout Seeded) {
    let isTorn = dialect.isTorn || dialect.endsInsideQuotes
    if isTorn {
      if isArray, !isFirst { text += Bytes(of: ",") + Bytes(of: dialect.lineEnd.rawValue) }
      text += Bytes(of: "{\"claim_id\":\"torn")
    } else if isArray {
      if random.chance(500) { writeBlankLine() }
      text.append(UInt8(ascii: "]"))
      if dialect.endsWithNewline { writeBlankLine() }
    }
  }
}
