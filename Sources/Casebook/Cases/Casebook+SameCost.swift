import Claims
import Files
package import Journal
import Units

/// What a cost is known by, whoever it befell, under whatever peril, and whichever way it came in.
struct CostMark: Hashable, Sendable {
  let household: String
  let peril: String
  let day: Day
  /// Before anything came back; `nil` where a claim of a batch does not say.
  let total: Yuan?
  /// What was left to the household.
  let left: Yuan
  /// The number of the invoice or stay, where somebody named it.
  let number: String?
}

/// Who holds a cost already.
struct CostHolders: Hashable, Sendable {
  /// With the same household, day and total, or what was left where one of the two does not say its total.
  var byDay: Set<CostHolder> = []
  /// With a number like it, in the household or under the peril.
  var byNumber: Set<CostHolder> = []

  /// All but a case itself, ascending.
  func others(than own: Int?) -> [CostHolder] {
    byDay.union(byNumber).filter { $0 != own.map(CostHolder.casefile) }.sorted()
  }
}

/// The cases that hold a cost of a case too.
package struct CostTwins: Hashable, Sendable {
  /// With the same household, day and total, ascending.
  package let byDay: [CostHolder]
  /// With the same number of an invoice or stay, ascending.
  package let byNumber: [CostHolder]
}

/// One cost, one case.
extension Casebook {
  /// The first case that holds a bill's cost already and still stands: declared, decided in a batch, or taken over.
  func holderClaimed(_ bill: RecordedBill) throws(CasebookError) -> CostHolder? {
    try holders(of: try mark(of: bill), inBills: false).others(than: nil).first
  }

  /// Who holds a cost: cases that still stand, and those that it was taken over from.
  ///
  /// Another number tells no costs apart: a number is easily made up, and a department's may be that of the stay where the
  /// household names that of the invoice.
  ///
  /// - Parameter inBills: whether the bills of screened cases are looked at too.
  func holders(of cost: CostMark, inBills: Bool = true) throws(CasebookError) -> CostHolders {
    var holders = CostHolders()
    let carried = try carriedCosts(cost.household, on: cost.day, total: cost.total, left: cost.left)
    holders.byDay.formUnion(carried.map(CostHolder.before))
    for file in try casesClaimed(cost.household, on: cost.day) {
      let other = try claim(of: file)
      if isOne((cost.total, cost.left), (other.cost?.total, other.opening.amount)) {
        holders.byDay.insert(.casefile(file.number))
      }
    }
    if inBills {
      for bill in try billsInCases(cost.household, on: cost.day) {
        guard let number = bill.casefile,
          isOne((cost.total, cost.left), (try total(of: bill), bill.amount))
        else { continue }
        holders.byDay.insert(.casefile(number))
      }
    }
    guard let core = cost.number.flatMap({ Likeness.core(ofNumber: $0) }) else { return holders }
    let (household, peril) = (cost.household, cost.peril)
    holders.byNumber.formUnion(
      try carriedCosts(numbered: core, household, peril).map(CostHolder.before))
    holders.byNumber.formUnion(
      try casesDeclared(numbered: core, household, peril).map(CostHolder.casefile))
    if inBills {
      holders.byNumber.formUnion(
        try casesBilled(numbered: core, household, peril).map(CostHolder.casefile))
    }
    return holders
  }

  /// Whether two costs of one household and day came to the same: in all, or in what was left where one does not say its total.
  private func isOne(_ cost: (total: Yuan?, left: Yuan), _ other: (total: Yuan?, left: Yuan)) -> Bool {
    guard let total = cost.total, let all = other.total else { return cost.left == other.left }
    return total == all
  }

  /// Who else holds a cost of this case.
  package func twins(of file: Casefile) throws(CasebookError) -> CostTwins {
    var found = CostHolders()
    func add(_ cost: CostMark) throws(CasebookError) {
      let holders = try holders(of: cost)
      found.byDay.formUnion(holders.byDay)
      found.byNumber.formUnion(holders.byNumber)
    }
    if file.way != .screen { try add(try mark(of: file)) }
    for bill in try bills(in: file.number) { try add(try mark(of: bill)) }
    let own = CostHolder.casefile(file.number)
    return CostTwins(
      byDay: found.byDay.subtracting([own]).sorted(), byNumber: found.byNumber.subtracting([own]).sorted())
  }

  /// What the cost of a case that was declared, or decided in a batch, is known by.
  private func mark(of file: Casefile) throws(CasebookError) -> CostMark {
    CostMark(file.household, try claim(of: file))
  }

  /// What the cost of a bill is known by.
  private func mark(of bill: RecordedBill) throws(CasebookError) -> CostMark {
    guard let day = Day(bill.day) else { throw .damaged(row: BillColumn.table) }
    return CostMark(
      household: bill.household, peril: bill.peril, day: day, total: try total(of: bill), left: bill.amount,
      number: bill.record)
  }

  /// What a bill was before anything came back.
  func total(of bill: RecordedBill) throws(CasebookError) -> Yuan {
    guard let entry = try entry(bill.entry) else { throw .damaged(entry: bill.entry) }
    return try entry.read(BillStatement.self).total
  }
}

extension CostMark {
  /// What is claimed with a case.
  init(_ household: String, _ claim: CaseClaim) {
    self.init(
      household: household, peril: claim.opening.peril, day: claim.opening.incurredOn,
      total: claim.cost?.total, left: claim.opening.amount, number: claim.cost?.invoice)
  }
}

extension BillStatement {
  /// The cost before anything came back.
  var total: Yuan {
    parts.filter { BillStatement.costs.contains($0.name) }.reduce(.zero) { $0 + $1.amount }
  }

  /// The names of the columns that say what was spent, in the lists of all departments.
  private static let costs = Set(
    MedicalFile.costs.map { MedicalFile.field($0).name }
      + EducationFile.costs.map { EducationFile.field($0).name }
      + DisasterFile.costs.map { DisasterFile.field($0).name })
}
