import Claims
import Explain
import Foundation
import Rules
import Units

/// One input of the fuzzer: the bytes of a scheme file. Whatever they are, the loader answers; what it takes can be
/// checked, tried, and adjudicated under.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSchemes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let loading = SchemeLoader.load(
    bytes: Array(UnsafeBufferPointer(start: start, count: count)), file: "fuzz.json")
  for diagnostic in loading.diagnostics {
    _ = diagnostic.text(in: .zh).count + diagnostic.text(in: .en).count
  }
  guard let scheme = loading.scheme else {
    precondition(!loading.diagnostics.isEmpty, "a scheme is refused with a reason")
    return 0
  }
  _ = SchemeCheck.findings(in: loading)
  _ = SchemeTrial.run(scheme)
  let adjudicator = Adjudicator(scheme: scheme)
  var ledger = Ledger(adjudicator)
  for (number, fen) in [Int64(1), 999_999, 1_500_000, 10_000_000_000].enumerated() {
    for group in scheme.groups.indices {
      for peril in scheme.perils.indices {
        guard let day = Day(year: 2018, month: 1 + number, day: 5) else { return 0 }
        let household = Household(
          id: "\(group)", group: group, members: 999_999_999, income: .zero, assets: [0, 0, 0])
        let claim = Claim(
          id: "\(number) \(group) \(peril)", household: household.id, person: "p", peril: peril, day: day,
          amount: Yuan(fen: fen))
        let decision = ledger.decide(claim, for: household)
        precondition(
          decision.payout >= .zero && decision.payout.fen <= 4 * fen + 4_000_000, "a payout has bounds")
      }
    }
  }
  return 0
}
