import Tables
import TestKit
import Testing

@Suite("Encodings")
struct EncodingTests {
  /// 住院 and 因病 in GB18030, and a character of four bytes (U+20000).
  static let inpatient: [UInt8] = [0xD7, 0xA1, 0xD4, 0xBA]
  static let illness: [UInt8] = [0xD2, 0xF2, 0xB2, 0xA1]
  static let fourBytes: [UInt8] = [0x95, 0x32, 0x82, 0x36]

  private func cells(_ body: [UInt8], encoding: TableEncoding? = nil, blockSize: Int = 1 << 18) throws -> (
    TableEncoding, [String]
  ) {
    let table = try #require(
      try readTable(Array("a,b\n".utf8) + body, columns: abc, blockSize: blockSize, encoding: encoding).table)
    return (
      table.encoding,
      table.rows.map { row in
        row.broken > 0
          ? "broken \(row.broken)"
          : row.shape != .whole
            ? "\(row.shape)"
            : row.cells.map { String(decoding: $0 ?? [], as: UTF8.self) }.joined(separator: "|")
      }
    )
  }

  @Test("are told from the first bytes")
  func told() throws {
    func encoding(_ body: [UInt8]) throws -> TableEncoding { try cells(body).0 }
    #expect(try encoding(Array("1,2\n".utf8)) == .utf8)
    #expect(try encoding(Array("1,住院\n".utf8)) == .utf8)
    #expect(try encoding(Array("1,住院".utf8)) == .utf8)
    #expect(try encoding([0x31, 0x2C] + Self.inpatient + [0x0A]) == .gb18030)
    #expect(try encoding([0x31, 0x2C] + Self.illness + [0x0A]) == .gb18030)
    #expect(try encoding([0x31, 0x2C] + Self.fourBytes + [0x0A]) == .gb18030)
    #expect(try encoding(Array("1,住院\n".utf8) + [0x31, 0x2C, 0xFF, 0x0A]) == .utf8)
    let bom = try readTable([0xEF, 0xBB, 0xBF] + Array("a,b\n1,é\n".utf8), columns: abc)
    #expect(bom.table?.encoding == .utf8 && bom.table?.rows.map(\.shape) == [.whole])
  }

  @Test("make no difference to what is read, with any block size", arguments: 1...64)
  func sameCells(blockSize: Int) throws {
    let gb: [UInt8] =
      [0x31, 0x2C] + Self.inpatient + [0x0A] + Self.illness + [0x2C] + Self.fourBytes + [0x0D, 0x0A, 0x22]
      + Self.inpatient
      + [0x0A, 0x22, 0x2C, 0x20] + Self.illness + [0x20]
    let utf8 = Array("1,住院\n因病,𠀀\r\n\"住院\n\", 因病 ".utf8)
    let expected = ["1|住院|", "因病|𠀀|", "住院\n|因病|"]
    #expect(try cells(gb, blockSize: blockSize) == (.gb18030, expected))
    #expect(try cells(utf8, blockSize: blockSize) == (.utf8, expected))
  }

  @Test("that a row breaks cost that row only, and its column is told", arguments: [1, 9, 1 << 18])
  func broken(blockSize: Int) throws {
    func rows(_ bad: [UInt8], _ encoding: TableEncoding, _ good: [UInt8]) throws -> [String] {
      let body =
        [0x31, 0x2C] + good + [0x0A, 0x32, 0x2C] + bad + [0x0A] + bad + [0x2C, 0x33, 0x0A, 0x34, 0x2C] + good
      return try cells(body, encoding: encoding, blockSize: blockSize).1
    }
    let expected = ["1|住院|", "broken 2", "broken 1", "4|住院|"]
    for bad: [UInt8] in [
      [0xFF], [0xE4, 0xBD], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE4, 0x61],
    ] {
      #expect(try rows(bad, .utf8, Array("住院".utf8)) == expected, "\(bad)")
    }
    for bad: [UInt8] in [[0xFF], [0x81], [0xD7, 0x20], [0x81, 0x30], [0x81, 0x30, 0x81]] {
      #expect(try rows(bad, .gb18030, Self.inpatient) == expected, "\(bad)")
    }
  }

  @Test("decode every character of the basic plane and beyond as the C library's own pairs say")
  func roundTrip() throws {
    // Text in GB 2312's first rows: 0xB0A1 is 啊, 0xF7FE is 齄.
    #expect(try cells([0x31, 0x2C, 0xB0, 0xA1, 0xF7, 0xFE, 0x0A], encoding: .gb18030).1 == ["1|啊齄|"])
    // The four-byte range of the basic plane (U+0080, U+FFFF is none) and its end (U+10FFFF).
    #expect(
      try cells([0x31, 0x2C, 0x81, 0x30, 0x81, 0x30, 0xE3, 0x32, 0x9A, 0x35, 0x0A], encoding: .gb18030).1
        == ["1|\u{80}\u{10FFFF}|"])
  }

  @Test("of two bytes are what the C library says they are, which reads them behind one of four")
  func pairs() {
    let decoder = GB18030Decoder()
    func decode(_ bytes: [UInt8]) -> [UInt8] {
      var text = [UInt8](repeating: 0, count: GB18030Decoder.room(for: bytes.count))
      let count = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe text.withUnsafeMutableBufferPointer { text in
          unsafe text.baseAddress.map { unsafe decoder.decode(bytes, into: $0) } ?? 0
        }
      }
      return Array(text[..<count])
    }
    let before = decode(Self.fourBytes)
    for lead in UInt8(0x80)...0xFF {
      for trail in UInt8.min...0xFF where trail != 0x0A {
        let pair = [lead, trail, 0x2C, 0x61]
        guard before + decode(pair) == decode(Self.fourBytes + pair) else {
          Issue.record("\(pair)")
          return
        }
      }
    }
    #expect(decode(Self.inpatient) == Array("住院".utf8) && decoder.isSound)
    #expect(decode([0xFF]) == [0xFF] && !decoder.isSound)
  }

  @Test(
    "of UTF-8 are told as the standard library tells them",
    arguments: TestSize.seeds(fast: 2, ordinary: 20, long: 200))
  func validity(seed: UInt64) {
    var random = Seeded(seed: seed)
    let pieces: [[UInt8]] = [
      Array("abc".utf8), Array("纸船湾村".utf8), Array("é".utf8), Array("😀".utf8), [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80],
      [0xE4], [0x80], [0xFF], [0xE4, 0xBD], Array("0123456789".utf8), Array("\u{0800}\u{D7FF}\u{E000}".utf8),
    ]
    for _ in 0..<1000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let most = Bool.random(using: &random) ? pieces.count : 4
        text += pieces[Int.random(in: 0..<most, using: &random)]
      }
      let isValid = unsafe text.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.map { unsafe UTF8Text.isValid($0, count: bytes.count) } ?? true
      }
      #expect(isValid == (String(validating: text, as: UTF8.self) != nil), "\(text)")
    }
  }
}
