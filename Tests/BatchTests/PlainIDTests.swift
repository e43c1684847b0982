import Files
import TestKit
import Testing
import Units

@testable import Tables

@Suite("A glance at an id")
struct PlainIDTests {
  private static let pieces = [
    "H", "a", "Z", "0", "1", "23", "E", "e", "+", "-", ".", "_", "/", " ", "'", "=", "\"", "户", "村",
    "\u{4000}",
    "\u{9FFF}", "\u{3FFF}", "\u{A000}", "é", "e\u{301}", "\u{F90A}", "\u{200B}", "\u{FEFF}", "\u{7}",
    "\u{7F}",
    "\u{9B}", "\n", "Ａ", "＋", "𠮷", "\u{E000}", "\u{FFFD}", "NA", "nan", "null", "—", "\u{A0}", "\t",
  ]

  @Test(
    "lets pass only what has nothing to take off and nothing wrong in it",
    arguments: TestSize.seeds(fast: 3, ordinary: 30, long: 300))
  func plain(seed: UInt64) {
    var random = Seeded(seed: seed)
    var passed = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in
          Int.random(in: 0...3, using: &random) == 0 ? Self.pieces.randomElement(using: &random) ?? "" : "H1"
        }
        .joined()
      // Cells come without outer spaces.
      guard text.first != " ", text.last != " " else { continue }
      let own = OwnCell(text)
      let isASCII = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      for isPlain in isASCII ? [true, false] : [false] where unsafe CellReading.isPlainID(own.cell, isPlain) {
        passed += 1
        var worn: DressKinds = []
        let room = TextRoom()
        let bare = unsafe Dress.undress(own.cell, as: .word, in: room, &worn)
        let fault = unsafe Dress.idFault(bare)
        if unsafe !worn.isEmpty || fault != nil || !bare.string.utf8.elementsEqual(text.utf8) {
          Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
          return
        }
      }
    }
    #expect(passed > 1000)
  }
}

@Suite("An amount below a heading with a unit")
struct HeadingUnitTests {
  @Test("is counted in it, and says no unit of its own")
  func heading() {
    func fen(_ text: String, _ heading: Heading.Unit) -> Int64? {
      var worn: DressKinds = []
      let own = OwnCell(text)
      return unsafe Dress.amount(own.cell, signed: false, heading: heading, &worn)?.fen
    }
    #expect(fen("1.8", .tenThousand) == 1_800_000 && fen("¥1.8", .tenThousand) == 1_800_000)
    #expect(fen("1.234567", .tenThousand) == 1_234_567 && fen("1.2345678", .tenThousand) == nil)
    #expect(fen("1.8万", .tenThousand) == nil && fen("1.8元", .tenThousand) == nil)
    #expect(fen("1.8", .yuan) == 180 && fen("1.8元", .yuan) == nil && fen("1.8元", .unstated) == 180)
    #expect(fen("92233720368547758.08", .tenThousand) == nil)
  }
}
