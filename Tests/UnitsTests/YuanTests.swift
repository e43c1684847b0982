import TestKit
import Testing
import Units

@Suite("Yuan")
struct YuanTests {
  @Test(
    "reads what the files write",
    arguments: [
      ("0", 0), ("12", 1200), ("12.3", 1230), ("12.34", 1234), ("1,234.50", 123_450),
      ("1,000,000", 100_000_000),
      ("0012.50", 1250), ("100000000.00", 10_000_000_000), ("000000000000000000000000000001.00", 100),
    ])
  func reads(text: String, fen: Int64) {
    #expect(Yuan(text)?.fen == fen)
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", ".", "1.", ".5", "1.234", "+1", "-1", " 1", "1 ", "1e3", "1,23", "1234,567", ",123", "1,", "1,,000",
      "1,000,00", "１２", "12.3.4", "999999999999999999999999999999", "9223372036854775807",
      "92233720368547759", "92233720368547758.07", "NaN", "0x10",
      "1,0.5",
    ])
  func refuses(text: String) {
    #expect(Yuan(text) == nil)
  }

  @Test("has a sign only where it may", arguments: [("-5", -500), ("-0.01", -1), ("5", 500)])
  func signs(text: String, fen: Int64) {
    #expect(Yuan(text, signed: true)?.fen == fen)
    #expect(Yuan("--5", signed: true) == nil)
    #expect(Yuan("-", signed: true) == nil)
  }

  @Test(
    "is written with two decimals",
    arguments: [(0, "0.00", "0.00"), (5, "0.05", "0.05"), (-123_456_789, "-1234567.89", "-1,234,567.89")])
  func writes(fen: Int64, plain: String, grouped: String) {
    #expect(Yuan(fen: fen).description == plain)
    #expect(Yuan(fen: fen).grouped == grouped)
  }
}

@Suite("Yuan, read eight bytes at a time")
struct QuickYuanTests {
  @Test("is read as one digit after another says", arguments: 0..<20)
  func agrees(seed: UInt64) {
    var random = Seeded(seed: seed)
    let alphabet = Array("0123456789.,- x/:".utf8)
    var readable = 0
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...14, using: &random)
      var text = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      if Bool.random(using: &random) {
        text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
          UInt8.random(in: 48...57, using: &random)
        }
        text += [46] + (0..<2).map { _ in UInt8.random(in: 48...57, using: &random) }
      }
      let wanted = Yuan(String(decoding: text, as: UTF8.self))
      let padded = text + Array(repeating: 0x39, count: 16)
      let read = unsafe padded.withUnsafeBufferPointer { bytes in
        unsafe bytes.baseAddress.flatMap { unsafe Yuan.parseQuickly($0, count: text.count) }
      }
      #expect(read == wanted, "\(String(decoding: text, as: UTF8.self))")
      if wanted != nil { readable += 1 }
    }
    #expect(readable > 1_000)
  }
}
