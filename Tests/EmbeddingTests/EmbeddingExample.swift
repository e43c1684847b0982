// The example of the article "Embedding the engine". A test compares it with the article, line by line.

import Claims
import Explain
import Rules
import Units

/// Decides two bills of one household under a scheme file, and says why the second is paid what it is.
func decideTwoBills(schemeFile bytes: [UInt8]) -> (decisions: [Decision], why: String)? {
  // A scheme exists only where its file has no fault; otherwise `loading.diagnostics` says all that is wrong.
  let loading = SchemeLoader.load(bytes: bytes, file: "my-county.json")
  guard let scheme = loading.scheme,
    let group = scheme.groups.firstIndex(where: { $0.id == "out-of-poverty" }),
    let illness = scheme.perils.firstIndex(where: { $0.id == "illness" }),
    let march = Day("2018-03-05"), let july = Day("2018-07-20"),
    let first = Yuan("18,000.00"), let second = Yuan("4000")
  else { return nil }

  // What is not known is nil, never zero: such a claim pends.
  let household = Household(
    id: "H1", group: group, members: 4, income: Yuan("8000.00"), assets: [1, 0, 0])
  let bills = [
    Claim(id: "C1", household: "H1", peril: illness, day: march, amount: first),
    Claim(id: "C2", household: "H1", peril: illness, day: july, amount: second),
  ]

  // A ledger remembers ids and accounts from claim to claim.
  var ledger = Ledger(Adjudicator(scheme: scheme))
  let decisions = bills.map { ledger.decide($0, for: household) }

  // What a decision was derived from is enough to explain it, as text or as JSON.
  let derivation = Derivation(
    scheme: scheme, claim: bills[1], household: household, decision: decisions[1],
    history: [.init(claim: bills[0], decision: decisions[0])])
  return (decisions, Explanation(derivation).text(in: .en))
}
