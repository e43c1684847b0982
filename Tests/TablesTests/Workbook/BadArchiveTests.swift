import Tables
import TestKit
import Testing
import WorkbookKit

@Suite("An archive")
struct BadArchiveTests {
  private static let archive = MadeWorkbook(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).archive
  private static let sheet = archive.entries.firstIndex { $0.name == "xl/worksheets/sheet1.xml" } ?? 0

  /// The archive with something changed in the entry of its sheet.
  private static func changed(_ change: (inout MadeArchive.Entry) -> Void) -> [UInt8] {
    var archive = archive
    change(&archive.entries[sheet])
    return archive.bytes
  }

  @Test("that is sound is read")
  func sound() { #expect(refusal(Self.archive.bytes) == nil) }

  @Test("whose data are not what it says is refused")
  func data() {
    #expect(refusal(Self.changed { $0.checksum = 7 }) == .badArchive(.badData))
    #expect(refusal(Self.changed { $0.size = $0.content.count - 1 }) == .badArchive(.badData))
    #expect(refusal(Self.changed { $0.size = $0.content.count + 1 }) == .badArchive(.badData))
    #expect(refusal(Self.changed { $0.packed = [0xFF, 0xFF, 0xFF] }) == .badArchive(.badData))
    #expect(refusal(Self.changed { $0.packed = [] }) == .badArchive(.badData))
    #expect(
      refusal(Self.changed { $0.packed = MadeArchive.deflated($0.content) + [0] }) == .badArchive(.badData))
    #expect(
      refusal(Self.changed { $0.packed = MadeArchive.deflated($0.content).dropLast() })
        == .badArchive(.badData))
    #expect(
      refusal(
        Self.changed {
          $0.isDeflated = false
          $0.packed = $0.content.dropLast()
        }) == .badArchive(.badData))
    #expect(refusal(Self.changed { $0.size = 0xFFFF_FFFE }) == .badArchive(.badData))
  }

  @Test("whose headers say different things is refused")
  func headers() {
    #expect(refusal(Self.changed { $0.ownName = "xl/worksheets/sheet2.xml" }) == .badArchive(.headersDiffer))
    #expect(refusal(Self.changed { $0.ownName = "x" }) == .badArchive(.overlap))
    #expect(refusal(Self.changed { $0.offset = 0 }) == .badArchive(.overlap))
    #expect(refusal(Self.changed { $0.offset = 1 << 31 }) == .badArchive(.badOffset))
    #expect(refusal(Self.changed { $0.packedSize = 1 << 30 }) == .badArchive(.overlap))
    var archive = Self.archive
    archive.entries[Self.sheet].isLarge = true
    archive.entries[Self.sheet].offset = Int.max - 100
    #expect(refusal(archive.bytes) == .badArchive(.badDirectory))
    archive.entries[Self.sheet].offset = 1 << 50
    #expect(refusal(archive.bytes) == .badArchive(.badOffset))
  }

  @Test("with one file twice, encrypted or packed in a way of its own is refused")
  func entries() {
    var archive = Self.archive
    archive.entries.append(archive.entries[Self.sheet])
    #expect(refusal(archive.bytes) == .badArchive(.sameNameTwice))
    archive.entries[archive.entries.count - 1].name = "XL/Worksheets/SHEET1.xml"
    #expect(refusal(archive.bytes) == .badArchive(.sameNameTwice))
    #expect(refusal(Self.changed { $0.flags = 1 }) == .encrypted)
    #expect(refusal(Self.changed { $0.flags = 0x40 }) == .encrypted)
    #expect(refusal(Self.changed { $0.method = 12 }) == .unknownCompression("xl/worksheets/sheet1.xml"))
    #expect(refusal(Self.changed { $0.method = 9 }) == .unknownCompression("xl/worksheets/sheet1.xml"))
  }

  @Test("whose files lie in each other, as in the bombs that never end, is refused")
  func overlapping() {
    var archive = Self.archive
    for index in archive.entries.indices { archive.entries[index].offset = 0 }
    #expect(refusal(archive.bytes) == .badArchive(.overlap))
  }

  @Test("that is cut off anywhere is refused")
  func cut() {
    let bytes = Self.archive.bytes
    let step = TestSize.volume(fast: 17, ordinary: 3, long: 1)
    for count in stride(from: 4, to: bytes.count, by: step) {
      #expect(refusal(Array(bytes[..<count])) != nil, "\(count) of \(bytes.count)")
    }
  }

  @Test("whose end says what cannot be is refused")
  func ends() {
    let bytes = Self.archive.bytes
    let end = bytes.count - 22
    func changed(_ at: Int, _ values: UInt8...) -> WorkbookFault? {
      var bytes = bytes
      for (index, value) in values.enumerated() { bytes[end + at + index] = value }
      return refusal(bytes)
    }
    #expect(changed(4, 1) == .badArchive(.severalVolumes))
    #expect(changed(12, 0, 0, 0, 0x7F) == .badArchive(.tooManyEntries))
    #expect(changed(15, 0xFE) == .badArchive(.tooManyEntries))
    #expect(changed(16, 0xFF, 0xFF, 0xFF, 0xFE) == .badArchive(.badOffset))
    #expect(changed(16, 0xFF, 0xFF, 0xFF, 0xFF) == .badArchive(.badOffset))
    #expect(changed(16, 0, 0, 0, 0) == .badArchive(.badDirectory))
    #expect(changed(20, 1) == .badArchive(.cutOff))
    #expect(changed(0, 0) == .badArchive(.cutOff))
  }

  @Test("that is empty, or no more than a mark, is refused")
  func nothing() {
    #expect(refusal([]) == .badArchive(.cutOff))
    #expect(refusal([0x50, 0x4B, 3, 4]) == .badArchive(.cutOff))
    #expect(refusal(MadeArchive().bytes) == .foreign(.otherArchive))
    #expect(refusal(Array("a,b\n1,2\n".utf8)) == .badArchive(.cutOff))
  }
}
