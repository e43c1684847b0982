import Files
package import Journal
import Units

/// One cost, one case: a cost is known by its household, its day and its total, whoever it befell, under whatever peril, and
/// whichever way it came in.
extension Casebook {
  /// The first case that was declared of a cost and still stands, or that counted one taken over; one that was withdrawn or
  /// reversed does not: its cost may be declared anew.
  func holderDeclared(
    _ household: String, on day: Day, total: Yuan
  ) throws(CasebookError) -> CostHolder? {
    if let before = try carriedCosts(household, on: day, total: total).first { return .before(before) }
    for file in try casesDeclared(household, on: day) where try self.total(of: file) == total {
      return .casefile(file.number)
    }
    return nil
  }

  /// Who holds a cost: cases that still stand, declared or by a bill of a screened one, and those that it was taken over from;
  /// ascending.
  func holders(
    ofCost household: String, on day: Day, total: Yuan
  ) throws(CasebookError) -> [CostHolder] {
    var holders = Set(try carriedCosts(household, on: day, total: total).map(CostHolder.before))
    for file in try casesDeclared(household, on: day) where try self.total(of: file) == total {
      holders.insert(.casefile(file.number))
    }
    for bill in try billsInCases(household, on: day) where try self.total(of: bill) == total {
      if let number = bill.casefile { holders.insert(.casefile(number)) }
    }
    return holders.sorted()
  }

  /// Who else holds a cost of this case, ascending.
  package func twins(of file: Casefile) throws(CasebookError) -> [CostHolder] {
    var twins: Set<CostHolder> = []
    if let total = try total(of: file) {
      twins.formUnion(try holders(ofCost: file.household, on: file.incurredOn, total: total))
    }
    for bill in try bills(in: file.number) {
      guard let day = Day(bill.day) else { throw .damaged(row: BillColumn.table) }
      twins.formUnion(try holders(ofCost: bill.household, on: day, total: try total(of: bill)))
    }
    return twins.subtracting([.casefile(file.number)]).sorted()
  }

  /// What the cost of a declared case was before anything came back; `nil` of any other.
  func total(of file: Casefile) throws(CasebookError) -> Yuan? { try claim(of: file).cost?.total }

  /// What a bill was before anything came back.
  func total(of bill: RecordedBill) throws(CasebookError) -> Yuan {
    guard let entry = try entry(bill.entry) else { throw .damaged(entry: bill.entry) }
    return try entry.read(BillStatement.self).total
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
