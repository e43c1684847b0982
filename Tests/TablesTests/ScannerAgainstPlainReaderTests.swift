import Tables
import TestKit
import Testing

@Suite("The scanner against a slow reader")
struct ScannerAgainstPlainReaderTests {
  static let pieces: [[UInt8]] = [
    Array(",".utf8), Array(",".utf8), Array("\"".utf8), Array("\"".utf8), Array("\n".utf8), Array("\r".utf8),
    Array("\r\n".utf8), Array(" ".utf8), Array("a".utf8), Array("é".utf8), Array("住".utf8), [0], [0xFF],
    [0xE4],
    Array("\"x,\ny\"".utf8), Array("\"\"".utf8), Array("a,b,c\n".utf8), Array("0123456789".utf8),
  ]

  static func text(_ random: inout Seeded, pieces count: Int, sparing: Bool) -> [UInt8] {
    var bytes = Array("a,b,c\n".utf8)
    for _ in 0..<count {
      // Where quotes and broken bytes are rare, more rows are whole.
      let piece = pieces.randomElement(using: &random) ?? []
      let isNasty = piece.contains(0x22) || piece.first.map { $0 >= 0xE0 && piece.count == 1 } ?? false
      if sparing, isNasty, Int.random(in: 0...8, using: &random) > 0 {
        bytes += Array("x,y,z\n".utf8)
      } else {
        bytes += piece
      }
    }
    return bytes
  }

  @Test(
    "reads the same rows from any text, with any block size",
    arguments: TestSize.seeds(fast: 6, ordinary: 60, long: 600))
  func agree(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<12 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = Self.text(&random, pieces: count, sparing: Bool.random(using: &random))
      let slow = PlainReader(bytes).rows
      for _ in 0..<3 {
        let blockSize =
          Bool.random(using: &random)
          ? Int.random(in: 1...64, using: &random) : [1, 100, 1 << 18].randomElement(using: &random) ?? 1
        let read = try readTable(bytes, columns: abc, blockSize: blockSize, encoding: .utf8)
        let table = try #require(read.table)
        if table.rows != slow {
          let first = zip(table.rows, slow).first { $0 != $1 }
          Issue.record(
            "blocks of \(blockSize): \(first.map { "\($0) for \($1)" } ?? "\(table.rows.count) rows for \(slow.count)")\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
          )
          return
        }
        #expect(table.lines == bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1))
      }
    }
  }

  @Test("and the texts have rows of every shape")
  func reach() {
    var met: [RowShape: Int] = [:]
    var broken = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = Seeded(seed: seed)
      for row in PlainReader(Self.text(&random, pieces: 200, sparing: seed % 2 == 0)).rows {
        met[row.shape, default: 0] += 1
        if row.broken > 0 { broken += 1 }
      }
    }
    for shape in [RowShape.whole, .tooFewCells, .tooManyCells, .badQuoting] {
      #expect(met[shape, default: 0] > 30, "\(shape)")
    }
    #expect(broken > 30)
  }
}
