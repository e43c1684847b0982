import Batch
import Foundation
import SchemeKit
import Tables
import TestKit
import Testing

@Suite("A claim id that comes again")
struct ClaimIDTests {
  /// How ids are spelt; each keeps the numbers apart.
  private static let spellings: [@Sendable (Int) -> String] = [
    { "C\($0)" }, { "\($0)号" }, { String(repeating: "0", count: 16 - "\($0)".count) + "\($0)" },
    { "an id of more than sixteen bytes: \($0)" }, { String(repeating: "x", count: 250) + "\($0)" },
  ]

  /// The ids of a run, by number, and for each whether it stood before.
  private static func numbers(_ order: Int, _ random: inout Seeded) -> [Int] {
    var numbers = Array(1...200)
    switch order {
    case 0: break
    case 1: numbers.reverse()
    case 2: numbers.shuffle(using: &random)
    default: numbers = (0..<200).map { _ in Int.random(in: 1...60, using: &random) }
    }
    for _ in 0..<20 {
      let again = numbers.randomElement(using: &random) ?? 1
      numbers.insert(again, at: Int.random(in: 0...numbers.count, using: &random))
    }
    return numbers
  }

  @Test(
    "is found in any order and spelling, with any block size, from a file and from a pipe",
    arguments: 0..<4, 0..<5)
  func found(order: Int, spelling: Int) throws {
    for seed in TestSize.seeds(fast: 2, ordinary: 6, long: 6) {
      var random = Seeded(seed: seed)
      var claims = "claim_id,household_id,peril,incurred_on,amount\n"
      var expected = "claim_id,outcome,reason,payout\n"
      var first: [Int: String] = [:]
      for number in Self.numbers(order, &random) {
        let id = Self.spellings[spelling](number)
        // Two households that nobody knows, two days and two amounts: what repeats may be the same or another claim.
        let rest = [
          "\(["X", "Y"].randomElement(using: &random) ?? "X")", "illness",
          "2018-01-0\(Int.random(in: 1...2, using: &random))", "\(Int.random(in: 1...2, using: &random))",
        ].joined(separator: ",")
        claims += "\(id),\(rest)\n"
        let verdict =
          first[number].map { $0 == rest ? "denied,duplicate-claim" : "pended,claim-id-conflict" }
          ?? "denied,unknown-household"
        first[number] = first[number] ?? rest
        expected += "\(id),\(verdict),0.00\n"
      }
      let households =
        "household_id,group,members,annual_income,dwellings,businesses,vehicles\nH,poor,1,0,1,0,0\n"
      try withTables(claims: claims, households: households) { files in
        let blockSize = [1, 100, 5000, 1 << 18].randomElement(using: &random) ?? 1
        let threads = [1, 2, 7].randomElement(using: &random) ?? 1
        let scheme = SchemeSketch([BenefitSketch()]).scheme
        let run = try BatchRun(scheme, files) {
          $0.blockSize = blockSize
          $0.threads = threads
        }
        #expect(run.decisions == expected, "seed \(seed), blocks of \(blockSize), \(threads) threads")
        let pipe = try Feeder(claims, at: files.path("pipe"))
        let piped = try BatchRun(scheme, files) {
          $0.claims = files.path("pipe")
          $0.blockSize = blockSize
          $0.threads = threads
        }
        pipe.wait()
        #expect(piped.decisions == expected, "seed \(seed), a pipe in blocks of \(blockSize)")
      }
    }
  }

  @Test("is compared with its first readable claim: a rejected row uses no id up")
  func afterReject() throws {
    try withTables(
      claims: """
        claim_id,household_id,peril,incurred_on,amount
        b,X,illness,2018-01-05,0
        b,X,illness,2018-01-05,1
        a,X,illness,2018-02-30,1
        a,X,flood,2018-02-03,1
        a,X,illness,2018-02-03,2
        b,X,illness,2018-01-05,1
        a,X,illness,2018-02-03,1

        """, households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
    ) { files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files)
      #expect(
        run.decisions == """
          claim_id,outcome,reason,payout
          b,denied,unknown-household,0.00
          a,denied,unknown-household,0.00
          b,denied,duplicate-claim,0.00
          a,pended,claim-id-conflict,0.00

          """)
      #expect(run.summary.rejectedClaims == 3)
    }
  }
}

/// A named pipe that a thread of its own fills, a little at a time.
final class Feeder: Sendable {
  private let done = DispatchSemaphore(value: 0)

  init(_ text: String, at path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else { throw POSIXError(.EEXIST) }
    Thread.detachNewThread { [done] in
      defer { done.signal() }
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      var rest = Data(text.utf8)[...]
      while !rest.isEmpty {
        // A reader that has gone ends the feeding; the test sees by its own means what it has read.
        do { try handle.write(contentsOf: rest.prefix(777)) } catch { break }
        rest = rest.dropFirst(777)
      }
      do { try handle.close() } catch { return }
    }
  }

  /// Until all has been written.
  func wait() { done.wait() }
}
