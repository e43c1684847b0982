import JSONText
import Sealing

/// What a scheme file says, whatever its bytes: spaces, the order of keys and zeros behind a number's last digit do not matter.
enum SchemeMark {
  /// What no decision depends on.
  private static let passedOver: Set<String> = ["$schema", "cases"]

  /// ``Scheme/mark`` of a scheme file.
  static func of(_ root: JSONValue) -> String {
    let members = (root.members ?? []).filter { !passedOver.contains($0.key) }
    var bytes: [UInt8] = []
    add(JSONValue(.object(members), offset: 0), to: &bytes)
    return ShortMark.of(bytes)
  }

  private static func add(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value.kind {
    case .null: bytes.append(UInt8(ascii: "0"))
    case .bool(let isTrue): bytes.append(UInt8(ascii: isTrue ? "t" : "f"))
    case .number(let text): add(shortest(text), UInt8(ascii: "n"), to: &bytes)
    case .string(let text): add(text, UInt8(ascii: "s"), to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements { add(element, to: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for member in members.sorted(by: { $0.key < $1.key }) {
        add(member.key, UInt8(ascii: "k"), to: &bytes)
        add(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func add(_ text: some StringProtocol, _ kind: UInt8, to bytes: inout [UInt8]) {
    bytes.append(kind)
    bytes += String(text.utf8.count).utf8
    bytes.append(UInt8(ascii: ":"))
    bytes += text.utf8
  }

  /// A number without the zeros that say nothing.
  private static func shortest(_ number: String) -> Substring {
    let digits = number.utf8
    guard digits.contains(UInt8(ascii: ".")), !digits.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      let last = digits.lastIndex(where: { $0 != UInt8(ascii: "0") })
    else { return number[...] }
    return digits[last] == UInt8(ascii: ".") ? number[..<last] : number[...last]
  }
}
