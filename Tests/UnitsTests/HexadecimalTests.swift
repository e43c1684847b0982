import Testing
import Units

@Suite("Hexadecimal digits")
struct HexadecimalTests {
  @Test("every byte is two digits in lower case, and is read again in either case")
  func everyByte() {
    for byte in UInt8.min...UInt8.max {
      let text = Hexadecimal.text([byte])
      let plain = String(byte, radix: 16)
      #expect(text == (plain.utf8.count < 2 ? "0" : "") + plain)
      #expect(Hexadecimal.bytes(text) == [byte])
      #expect(Hexadecimal.bytes(text.uppercased()) == [byte])
    }
    #expect(Hexadecimal.text([0x00, 0xAB, 0xFF]) == "00abff")
    #expect(Hexadecimal.bytes("") == [])
  }

  @Test(
    "anything else is none",
    arguments: ["0", "abc", "0g", "g0", " 00", "0x", "0１", "-1", "é0", "/0", ":0", "@0", "`0"])
  func others(_ text: String) {
    #expect(Hexadecimal.bytes(text) == nil)
  }

  @Test("of all bytes, sixteen are digits as this program writes them, and six more are digits")
  func digits() {
    let bytes = UInt8.min...UInt8.max
    let lower = bytes.filter { Hexadecimal.lowerCaseValue(of: $0) != nil }
    #expect(lower == Array("0123456789abcdef".utf8))
    #expect(lower.compactMap { Hexadecimal.lowerCaseValue(of: $0) } == Array(0...15))
    #expect((UInt8(0)...15).map { Hexadecimal.digit($0) } == lower)
    let others = bytes.filter { Hexadecimal.value(of: $0) != Hexadecimal.lowerCaseValue(of: $0) }
    #expect(others == Array("ABCDEF".utf8))
    #expect(others.compactMap { Hexadecimal.value(of: $0) } == Array(10...15))
    #expect(Hexadecimal.isLowerCase("00ff") && !Hexadecimal.isLowerCase("00FF"))
  }
}
