import Foundation
import TestKit
import Testing

@Suite("Odd values")
struct OddValueTests {
  /// A claim's row, and the problem it is rejected for; `nil` where it is decided.
  static let rows: [(row: String, problem: String?)] = [
    ("c,H1,illness,2018-03-05,18000,,", nil), ("c,H1,illness,2018-02-30,18000,,", "bad-date"),
    ("c,H1,illness,2018-13-01,18000,,", "bad-date"), ("c,H1,illness,0000-01-01,18000,,", "bad-date"),
    ("c,H1,illness,9999-12-31,18000,,", "in-the-future"), ("c,H1,illness,0001-01-01,18000,,", "bad-date"),
    ("c,H1,illness,1989-12-31,18000,,", "bad-date"), ("c,H1,illness,1990-01-01,18000,,", nil),
    ("c,H1,illness,2018-3-5,18000,,", nil), ("c,H1,illness,20180305,18000,,", nil),
    ("c,H1,illness,2018-03-05T08:00,18000,,", "bad-date"), ("c,H1,illness,2018-03-05,1.005,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,123456789012345678901234567890,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,92233720368547758.07,,", "amount-out-of-range|bad-amount"),
    ("c,H1,illness,2018-03-05,92233720368547758.08,,", "amount-out-of-range|bad-amount"),
    ("c,H1,illness,2018-03-05,000000000000000000000000000001,,", nil),
    ("c,H1,illness,2018-03-05,100000000.00,,", nil),
    ("c,H1,illness,2018-03-05,100000000.01,,", "amount-out-of-range"),
    ("c,H1,illness,2018-03-05,0,,", "amount-out-of-range"),
    ("c,H1,illness,2018-03-05,0.00,,", "amount-out-of-range"), ("c,H1,illness,2018-03-05,-1,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,+1,,", "bad-amount"), ("c,H1,illness,2018-03-05,1e3,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,\"1,000\",,", nil), ("c,H1,illness,2018-03-05,\"1,00\",,", "bad-amount"),
    ("c,H1,illness,2018-03-05,１００,,", nil), ("c,H1,illness,2018-03-05,１００块,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,1.,,", "bad-amount"),
    ("c,H1,illness,2018-03-05,.5,,", "bad-amount"), ("c,H1,illness,2018-03-05,NaN,,", "missing"),
    ("c,H1,Illness,2018-03-05,1,,", "unknown-word"), ("c,H1,因病,2018-03-05,1,住院,否", nil),
    ("c,H1,illness,2018-03-05,1,storm,", "unknown-word"),
    ("c,H1,illness,2018-03-05,1,,maybe", "unknown-word"),
    (",H1,illness,2018-03-05,1,,", "missing"), ("c,,illness,2018-03-05,1,,", "missing"),
    ("c,H1,,2018-03-05,1,,", "missing"),
    ("c,H1,illness,,1,,", "missing"), ("c,H1,illness,2018-03-05,,,", "missing"),
    ("c\u{1},H1,illness,2018-03-05,1,,", "bad-id"),
    ("c\u{0},H1,illness,2018-03-05,1,,", "bad-id"),
    (String(repeating: "c", count: 255) + ",H1,illness,2018-03-05,1,,", nil),
    (String(repeating: "c", count: 256) + ",H1,illness,2018-03-05,1,,", "bad-id"),
    (Township.claimsHeader.trimmingCharacters(in: .newlines), "unknown-word"),
    ("c,H1,illness", "missing"),
    ("c,H1,illness,2018-03-05,1,,,x", "too-many-cells"), ("c,H1,illness,2018-03-05,1,,,", nil),
    ("c,\"H1\"x,illness,2018-03-05,1,,", "bad-quoting"),
  ]

  @Test("are decided or rejected, each for its own reason, with the place")
  func values() throws {
    #expect(Self.rows.count > 40)
    try withTownship(
      claims: (Township.claimsHeader + Self.rows.map { $0.row + "\n" }.joined()).utf8,
      households: (Township.householdsHeader + "H1,out-of-poverty,3,5000,1,0,0\n").utf8
    ) { town in
      let outcome = try town.adjudicate([
        "--out", town.path(of: "out"), "--rejects", town.path(of: "rejects"),
      ])
      #expect(outcome.exitCode == 3)
      let expected = Self.rows.enumerated().filter { $1.problem != nil }
      let rejects = try town.text("rejects").split(separator: "\n").dropFirst()
      #expect(rejects.count == expected.count)
      for (reject, (index, row)) in zip(rejects, expected) {
        #expect(reject.hasPrefix("\(town.path(of: "claims")),\(index + 2),"), "\(row.row)")
        let problem = reject.split(separator: ",").last.map(String.init) ?? ""
        #expect(
          (row.problem ?? "").split(separator: "|").contains(Substring(problem)), "\(row.row): \(reject)")
      }
      let decided = try town.text("out").split(separator: "\n").count - 1
      #expect(decided + rejects.count == Self.rows.count)
    }
  }

  @Test("A forged record of earlier runs, at the limit of what one may hold, stops no run")
  func forgedRecord() throws {
    let houses = (0..<40).map { "H\($0),out-of-poverty,3,5000,1,0,0\n" }.joined()
    let claims = (0..<40).map { "c\(100 + $0),H\($0),illness,2018-03-05,1,,\n" }.joined()
    let forged = (0..<40).map { "f\($0),H\($0),illness,2018-01-05,1,yes,10000000000000000,0,0\n" }.joined()
    try withTownship(
      claims: (Township.claimsHeader + claims).utf8, households: (Township.householdsHeader + houses).utf8
    ) { town in
      try town.write(
        ("claim_id,household_id,peril,incurred_on,amount,counted,accumulator,paid_before,payout\n" + forged)
          .utf8, "earlier")
      let outcome = try town.adjudicate([
        "--earlier", town.path(of: "earlier"), "--payouts", town.path(of: "payouts"), "--lang", "en",
      ])
      #expect([0, 1].contains(outcome.exitCode), "\(outcome.exitCode) \(outcome.talk)")
    }
  }
}
