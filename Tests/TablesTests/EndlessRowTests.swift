import Tables
import TestKit
import Testing

@Suite("A row that does not end")
struct EndlessRowTests {
  @Test(
    "because a quote is never closed costs its first line only, and the lines below keep their numbers",
    arguments: [1, 5, 64, 1 << 18])
  func firstLineOnly(blockSize: Int) throws {
    let bytes = Array("a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n\nx,y',z\n1,2\n".utf8)
    let table = try #require(try readTable(bytes, columns: abc, blockSize: blockSize).table)
    #expect(table.rows.map(\.shape) == [.whole, .badQuoting, .whole, .whole, .whole])
    #expect(table.rows.map(\.line) == [2, 3, 4, 6, 7])
    #expect(table.rows.map(\.fault) == [0, 2, 0, 0, 0])
  }

  @Test(
    "is read soon, though every line opens a quote that the next one closes and opens again", .from(.ordinary)
  )
  func everyLine() throws {
    let bytes = Array("a,b,c\n".utf8) + Array(repeatElement("x\",\"\n".utf8, count: 200_000).joined())
    let table = try #require(try readTable(bytes, columns: abc).table)
    #expect(table.rows.count == 200_000)
    #expect(table.rows.allSatisfy { $0.shape == .badQuoting && $0.fault == 1 })
    #expect(table.rows.last?.line == 200_001)
  }

  @Test(
    "is a row up to 16 MiB and no table beyond, with any block size", .from(.ordinary),
    arguments: [1000, 1 << 22])
  func limit(blockSize: Int) throws {
    let header = Array("a,b,c\n1,2,3\n".utf8)
    for excess in [0, 1, 1 << 20] {
      let count = (16 << 20) + excess - "1,2,\n".utf8.count + 1
      let bytes =
        header + Array("1,2,".utf8) + [UInt8](repeating: 0x61, count: count) + Array("\n4,5,6\n".utf8)
      if excess <= 0 {
        let table = try #require(try readTable(bytes, columns: abc, blockSize: blockSize).table)
        #expect(table.rows.map { $0.cells.last??.count } == [1, count, 1])
      } else {
        #expect(throws: TableError.self) { _ = try readTable(bytes, columns: abc, blockSize: blockSize) }
      }
    }
  }

  @Test(
    "inside quotes ends with its first line, with any block size", .from(.ordinary),
    arguments: [1000, 1 << 22])
  func quotedLimit(blockSize: Int) throws {
    let long = [UInt8](repeating: 0x61, count: 1000) + [0x0A]
    let filling = Array(repeatElement(long, count: 17 << 10).joined())
    let bytes = Array("a,b,c\n1,2,\"".utf8) + filling + Array("\"\n4,5,6\n".utf8)
    let table = try #require(try readTable(bytes, columns: abc, blockSize: blockSize).table)
    // 17 MiB of lines, one of them with a quote at its beginning that nothing closes again.
    #expect(table.rows.count == (17 << 10) + 2)
    #expect(table.rows.first?.shape == .badQuoting && table.rows.first?.fault == 3)
    #expect(table.rows.dropFirst().dropLast(2).allSatisfy { $0.cells.map { $0?.count } == [1000, nil, nil] })
    #expect(table.rows.last?.cells.map { $0.map { String(decoding: $0, as: UTF8.self) } } == ["4", "5", "6"])
  }
}
