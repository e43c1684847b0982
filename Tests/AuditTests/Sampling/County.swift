import Audit
import Casebook
import Journal
import TestKit
import Testing
import Units

/// A made-up county's decided cases, with what each should have been paid.
struct County {
  let cases: [DecidedCase]
  let audited: [Int: Yuan]

  /// The sum of what was paid too much, less what was paid too little.
  var error: Int64 { cases.reduce(0) { $0 + $1.payout.fen - (audited[$1.number]?.fen ?? 0) } }

  static let day = Day.of("2018-03-19")

  /// - Parameter wrong: how many of a thousand cases are overpaid; a tenth as many are underpaid.
  init(_ count: Int, wrong: Int, seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var (cases, audited): ([DecidedCase], [Int: Yuan]) = ([], [:])
    for number in 1...count {
      // Most payouts are small and a few large, as they are.
      let scale = Int64.random(in: 1...100, using: &random)
      let payout = Yuan(fen: Int64.random(in: 5_000...20_000, using: &random) * scale * scale / 20)
      cases.append(
        DecidedCase(
          number: number, claimID: "C\(number)", household: "H\(number)",
          township: number % 50 == 0 ? nil : ["东镇", "西镇", "南乡"][number % 3], decidedOn: County.day,
          state: .paid,
          payout: payout))
      let lot = Int.random(in: 0..<1000, using: &random)
      if lot < wrong {
        let part = Int64.random(in: 0...80, using: &random)
        audited[number] = Yuan(fen: payout.fen * part / 100)
      } else if lot < wrong + wrong / 10 {
        audited[number] = Yuan(fen: payout.fen + payout.fen / 5)
      } else {
        audited[number] = payout
      }
    }
    self.cases = cases
    self.audited = audited
  }

  /// The auditor fills in a sample.
  func audit(_ draw: Draw) throws -> [AuditedCase] {
    try draw.cases.map { drawn in
      AuditedCase(drawn: drawn, audited: try #require(audited[drawn.decided.number]))
    }
  }

  static func head(_ size: Int = 1234) throws -> HeadCode {
    try #require(HeadCode("\(size) 3f2ad09b5c6e7f103f2ad09b5c6e7f10"))
  }
}
