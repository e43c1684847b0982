package import Journal
import Rules
import Units

/// A claim of a batch whose cost a case of before may hold already.
package struct ClaimTwin: Hashable, Sendable {
  /// The claim's id and its case.
  package let claim: String
  package let casefile: Int
  /// The first that holds a cost of the same household, day and amount.
  package let holder: CostHolder
}

/// What a batch's claims are held against: the costs that the casebook held before it, by household, day and what was left to
/// the household.
struct HeldCosts {
  private struct Name: Hashable {
    let household: Int32
    let day: Day
    let amount: Yuan
  }

  private struct Holder {
    let claim: String?
    let holder: CostHolder
  }

  private var holders: [Name: Holder] = [:]
  /// The others where several hold it.
  private var others: [Name: [Holder]] = [:]

  /// All that a casebook holds for some households.
  init(_ book: Casebook, _ households: KnownHouseholds) throws(CasebookError) {
    try book.each(CaseColumn.holding) { row in
      guard let household = households.ordinals[row.text(.household)], let day = row.day(.incurredOn) else {
        return
      }
      add(
        household, day, row.money(.amount), under: row.optionalText(.claimID), in: .casefile(row.int(.number))
      )
    }
    for cost in try book.carriedCosts() {
      guard let household = households.ordinals[cost.household] else { continue }
      add(household, cost.day, cost.amount, under: cost.claimID, in: .before(cost.casefile))
    }
    try book.eachBillInCase { bill in
      guard let household = households.ordinals[bill.household], let day = Day(bill.day),
        let number = bill.casefile
      else { return }
      add(household, day, bill.amount, under: nil, in: .casefile(number))
    }
  }

  /// Takes up a cost; one under a claim's id is no twin of what comes in under the same.
  private mutating func add(
    _ household: Int32, _ day: Day, _ amount: Yuan, under claim: String?, in holder: CostHolder
  ) {
    let name = Name(household: household, day: day, amount: amount)
    let holder = Holder(claim: claim, holder: holder)
    if holders[name] == nil { holders[name] = holder } else { others[name, default: []].append(holder) }
  }

  /// The first that holds a claim's cost under another id; `nil` where none does, or where the claim is denied and counts
  /// nowhere.
  func twin(of claim: BatchClaim) -> ClaimTwin? {
    guard !holders.isEmpty, claim.ordinal >= 0, claim.state != .denied || claim.reason.isCounted else {
      return nil
    }
    let name = Name(household: claim.ordinal, day: claim.day, amount: claim.amount)
    guard let one = holders[name] else { return nil }
    let all = [one] + (others[name] ?? [])
    let first = all.filter { $0.claim != claim.id }.map(\.holder).min()
    return first.map { ClaimTwin(claim: claim.id, casefile: claim.number, holder: $0) }
  }
}
