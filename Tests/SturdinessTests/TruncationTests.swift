import Foundation
import TestKit
import Testing

@Suite("A file cut short")
struct TruncationTests {
  static let claims = Array(
    (Township.claimsHeader
      + "c1,H1,illness,2018-03-05,18000,inpatient,\n\n\"c,2\",H2,因灾,2018/3/5,\"1,000.50\",,yes\n"
      + "c3,\"H3\n\",education,2018-03-05,9000,,\n").utf8)
  static let households = Array(
    (Township.householdsHeader + "H1,out-of-poverty,3,5000,1,0,0\n\"H2\",非贫低收入户,2,,1,0,\n").utf8)

  @Test(
    "at any byte of the claims is no crash, and every line is decided, rejected, blank or header",
    arguments: TestSize.spread(Array(0..<4), fast: 1))
  func claims(quarter: Int) throws {
    let lengths = TestSize.spread((0...Self.claims.count).filter { $0 % 4 == quarter }, fast: 20)
    try withTownship(claims: [], households: Self.households) { town in
      for length in lengths {
        let bytes = Self.claims.prefix(length)
        try town.write(bytes, "claims")
        let outcome = try town.adjudicate([
          "--out", town.path(of: "out"), "--rejects", town.path(of: "rejects"), "--lang", "en",
        ])
        #expect([0, 1, 3].contains(outcome.exitCode), "\(length): \(outcome.exitCode)\n\(outcome.talk)")
        if outcome.exitCode == 1 {
          // The header is not whole: nothing was decided, and it is said why.
          #expect(length < Township.claimsHeader.utf8.count && !outcome.talk.isEmpty, "\(length)")
          continue
        }
        let decided = try town.text("out").split(separator: "\n").count - 1
        let rejected = try town.text("rejects").split(separator: "\n").count - 1
        #expect(outcome.exitCode == (rejected > 0 ? 3 : 0))
        #expect(decided + rejected == Self.rows(Array(bytes)), "\(length)")
      }
    }
  }

  /// How many rows stand below the header: lines that are not blank, those inside closed quotes counted as one.
  private static func rows(_ bytes: [UInt8]) -> Int {
    var rows = 0
    var line = 0
    var quoted = false
    var lines: [(count: Int, isOpen: Bool)] = []
    for byte in bytes {
      if byte == 0x22 { quoted.toggle() }
      if byte == 0x0A {
        lines.append((line, quoted))
        line = 0
      } else {
        line += 1
      }
    }
    if line > 0 { lines.append((line, quoted)) }
    // A quote still open at the end was never closed: each of its lines is a row.
    let neverClosed = quoted ? (lines.lastIndex { !$0.isOpen } ?? -1) + 1 : lines.count
    for (index, line) in lines.enumerated().dropFirst() where line.count > 0 {
      if !line.isOpen || index >= neverClosed { rows += 1 }
    }
    return rows
  }

  @Test(
    "at any byte of the register is no crash, and the claims are decided all the same",
    arguments: TestSize.spread([0, 1], fast: 1))
  func households(half: Int) throws {
    try withTownship(claims: Self.claims, households: []) { town in
      let lengths = TestSize.spread((0...Self.households.count).filter { $0 % 2 == half }, fast: 20)
      for length in lengths {
        try town.write(Self.households.prefix(length), "households")
        let outcome = try town.adjudicate(["--out", town.path(of: "out"), "--lang", "en"])
        if outcome.exitCode == 1 {
          #expect(length < Township.householdsHeader.utf8.count && !outcome.talk.isEmpty, "\(length)")
        } else {
          #expect([0, 3].contains(outcome.exitCode), "\(length): \(outcome.exitCode)\n\(outcome.talk)")
          #expect(try town.text("out").split(separator: "\n").count == 4, "\(length)")
        }
      }
    }
  }
}
