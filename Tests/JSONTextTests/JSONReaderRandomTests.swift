import JSONText
import TestKit
import Testing
import Units

@Suite("JSON reader, any bytes")
struct JSONReaderRandomTests {
  @Test("never traps, and points into the text", arguments: 1...8 as ClosedRange<UInt64>)
  func anyBytes(seed: UInt64) {
    var random = Seeded(seed: seed)
    let alphabet =
      Array("{}[]\",:\\u0d8Ee-+.19truefalsn \n".utf8) + [0xEF, 0xBB, 0xBF, 0xE9, 0xAD, 0x8F, 0, 0xFF]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let source = JSONSource(bytes: bytes, file: "any.json")
      guard case .failure(let fault) = source.read() else { continue }
      #expect((0...bytes.count).contains(fault.offset))
      let place = source.place(at: fault.offset)
      #expect(place.line >= 1 && place.column >= 1)
    }
  }

  @Test("reads back what the writer wrote", arguments: 1...4 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for layout in [JSONWriter.Layout.line, .indented] {
      for _ in 0..<200 {
        var writer = JSONWriter(layout: layout)
        let strings = (0..<Int.random(in: 0...5, using: &random)).map { _ in anyString(&random) }
        writer.object { writer in
          for string in strings { writer.member(string, string) }
          writer.member("list") { $0.array { list in for string in strings { list.string(string) } } }
        }
        let value = try JSONReader.read(writer.bytes).get()
        #expect(value.members?.dropLast().map(\.key) == strings)
        #expect(value.members?.last?.value.elements?.map(\.string) == strings)
      }
    }
  }

  private func anyString(_ random: inout Seeded) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0...0x7F : 0x80...0x10FFFF
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
