import Claims
import Journal
import Rules
import Units

/// A confirmed claim on its way through a batch: read, then decided, then recorded.
struct BatchClaim: DecidedClaim {
  let id: String
  let household: String
  /// The household's place among those known, or −1.
  let ordinal: Int32
  let person: String?
  let peril: Int
  let cause: Int?
  let day: Day
  let amount: Yuan
  let compensated: Bool?
  /// The line of the block on which it stands, from 0.
  let line: Int
  /// Rows 3 to 15 as the household and the claim give them; rows 1 and 2 join in turn.
  var findings: Findings

  // Once decided:
  var reason = Reason.unknownHousehold
  var payout = Yuan.zero
  var money: Decision.Money?
  var state = CaseState.denied
  /// What the county is called on for.
  var call: Yuan?
  /// Its case and its entry.
  var number = 0
  var entry = 0
  /// The pended case of an earlier presentation, which this one takes the place of.
  var replaces: Int?
}
