import Tables
import TestKit
import Testing
import WorkbookKit

/// Books with some of their bytes changed: whatever comes of it, it is rows or a refusal.
@Suite("A workbook with some bytes changed")
struct WorkbookMutationTests {
  private static let seed = MadeWorkbook(
    rows: """
      <row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>甲_x000D_</t></r></is></c></row>
      <row r="3"><c r="A3" s="0"><v>43164.5</v></c><c r="C3"><f>1</f></c><c r="D3" t="e"><v>#N/A</v></c></row>
      <row><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="d"><v>2018-03-05T01:02:03</v></c></row>
      """,
    behind:
      #"<autoFilter ref="A1:B3"/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A4:A9"/></mergeCells>"#,
    texts: ["<t>户主</t>", "<r><t>a,b</t></r><rPh><t>x</t></rPh>"], formats: ["176"],
    own: #"<numFmt numFmtId="176" formatCode="yyyy年m月d日"/>"#)

  private static let words = [
    "row", "c", "r=\"", "<v>", "</c>", "A1:XFD1048576", "1048576", "-1", "99999999999999999999", "1E308",
    "_xD800_", "<is>",
    "&#x10FFFF;", "<![CDATA[", "mergeCell ", "t=\"s\"", "s=\"1\"", ":", "xmlns=\"\"", "\u{0}", "\"", "<!--",
  ]

  @Test(
    "in its parts is read or refused, and read alike in any pieces",
    arguments: TestSize.seeds(fast: 4, ordinary: 40, long: 2_000))
  func parts(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<50 {
      var book = Self.seed
      let path = book.parts.keys.sorted().randomElement(using: &random) ?? ""
      var bytes = Array((book.parts[path] ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...min(20, bytes.count - at), using: &random)
        let word = Array((Self.words.randomElement(using: &random) ?? "").utf8)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.replaceSubrange(at..<(at + length), with: word)
        case 1: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
        default:
          bytes.replaceSubrange(at..<(at + min(1, length)), with: [UInt8.random(in: 0...255, using: &random)])
        }
      }
      var archive = book.archive
      for index in archive.entries.indices where archive.entries[index].name == path {
        archive.entries[index].content = bytes
      }
      book.parts = [:]
      #expect(Self.outcome(archive.bytes, piece: 1 << 16) == Self.outcome(archive.bytes, piece: 7))
    }
  }

  @Test("in its archive is read or refused", arguments: TestSize.seeds(fast: 4, ordinary: 40, long: 2_000))
  func archives(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    var archive = Self.seed.archive
    for index in archive.entries.indices {
      archive.entries[index].isDeflated = Bool.random(using: &random)
      archive.entries[index].hasDescriptor = Bool.random(using: &random)
      archive.entries[index].isLarge = Bool.random(using: &random)
    }
    let sound = archive.bytes
    #expect(refusal(sound) == nil)
    for _ in 0..<50 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // The directory is where lies do most.
        let low = Bool.random(using: &random) ? 0 : max(0, bytes.count - 900)
        let at = Int.random(in: low..<bytes.count, using: &random)
        bytes[at] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)
          ?? 0
      }
      #expect(Self.outcome(bytes, piece: 1 << 16) == Self.outcome(bytes, piece: 7))
    }
  }

  private static func outcome(_ bytes: [UInt8], piece: Int) -> Result<[[UInt8]], WorkbookFault> {
    do throws(WorkbookFault) {
      let read = try ReadWorkbook(bytes, piece: piece, upTo: 1 << 16)
      return .success(read.texts)
    } catch {
      return .failure(error)
    }
  }
}
