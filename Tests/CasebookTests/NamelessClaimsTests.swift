import Batch
import Casebook
import Files
import Foundation
import Rules
import TestKit
import Testing
import Units

@Suite("Claims that name nobody, where persons are summed and the household is capped")
struct NamelessClaimsTests {
  /// The paper's scheme with every sum by person; the cap on disaster stays the household's.
  private static func scheme() throws -> [UInt8] {
    let text = String(decoding: try found(BuiltInSchemes.bytes(of: BuiltInSchemes.standard)), as: UTF8.self)
    let own = text.replacing(
      "\"sumOver\": { \"of\": \"household\"", with: "\"sumOver\": { \"of\": \"person\"")
    #expect(own != text)
    return Array(own.utf8)
  }

  private static let households = [
    "household_id,group,members,annual_income,dwellings,businesses,vehicles",
    "H0,low-income,3,5000,1,0,0", "H1,low-income,4,5000,1,0,0", "H2,out-of-poverty,2,5000,1,0,0",
  ]

  private static func claims(_ random: inout Seeded) -> [String] {
    ["claim_id,household_id,peril,incurred_on,amount,person_id"]
      + (0..<120).map { index in
        "C\(index),H\(Int.random(in: 0...2, using: &random)),"
          + "\(["illness", "disaster"].randomElement(using: &random) ?? ""),2018-03-0\(1 + index % 9),"
          + "\(Int.random(in: 1...40_000, using: &random)).00,"
          + (["P1", "P2", "P3", ""].randomElement(using: &random) ?? "")
      }
  }

  private static func write(_ lines: [String], _ name: String, _ folder: URL) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// What a batch without a casebook decides: id, reason, payout.
  private static func batch(_ scheme: Scheme, _ claims: [String], _ folder: URL) throws -> [String] {
    let out = folder.appendingPathComponent("decisions.csv").path
    var request = AdjudicationRequest(
      scheme: scheme, claims: try write(claims, "claims.csv", folder),
      households: try write(households, "households.csv", folder))
    request.output = out
    let summary = try Adjudication.run(request)
    #expect(summary.rejectedClaims == 0)
    return try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[3])"
    }
  }

  private func decided(_ desk: ImportDesk) throws -> [String] {
    try desk.entries(.decide).map { entry in
      let says = entry.payload
      return "\(says.text("claim") ?? "?") \(says.text("reason") ?? "?") \(says.text("payout") ?? "?")"
    }
  }

  @Test(
    "pend in batch and casebook alike, and take nothing from those that follow",
    arguments: 1...8 as ClosedRange<UInt64>)
  func pend(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let claims = Self.claims(&random)
    try ImportDesk.with(scheme: try Self.scheme()) { desk in
      try desk.take(.households, try desk.sheet(.households, lines: Self.households))
      let all = try Self.batch(desk.book.scheme, claims, desk.folder)
      let nameless = Set(
        claims.filter { $0.hasSuffix(",") }.map { String($0.prefix { $0 != "," }) })
      #expect(nameless.count > 10 && all.count == 120)
      for line in all {
        let isNameless = nameless.contains(String(line.prefix { $0 != " " }))
        #expect(line.hasSuffix(" person-unknown 0.00") == isNameless, "\(line)")
      }
      // Without them the others are decided as they are with them.
      let named = try Self.batch(desk.book.scheme, claims.filter { !$0.hasSuffix(",") }, desk.folder)
      #expect(named == all.filter { !$0.hasSuffix(" person-unknown 0.00") })

      let path = try Self.write(claims, "claims.csv", desk.folder)
      let outcome = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(path, threads: 2)
      }
      #expect(outcome.faults.isEmpty)
      #expect(try decided(desk) == all)
      #expect(try desk.book.rebuild().mended == [])
      // Decided once more under the same scheme, nothing differs.
      let again = try desk.book.readjudicate(under: desk.book.scheme, since: try found(Day("2018-01-01")))
      #expect(again.examined > 0 && again.differences.isEmpty)
    }
  }
}
