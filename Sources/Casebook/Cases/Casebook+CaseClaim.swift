package import Journal
import Units

extension Casebook {
  /// What is claimed with a case, as it was amended last.
  package func claim(of file: Casefile) throws(CasebookError) -> CaseClaim {
    CaseClaim(
      claim: file.way == .decide ? file.claimID : nil,
      CaseOpening(
        person: file.person, peril: file.peril, cause: file.cause, incurredOn: file.incurredOn,
        amount: file.amount, compensated: file.compensated), cost: try declaredCost(of: file))
  }

  /// The same, as it stood when an entry was recorded.
  package func claim(of file: Casefile, at entry: Int) throws(CasebookError) -> CaseClaim {
    for later in try amendments(of: file.number) where later.number > entry {
      return try later.read(AmendStatement.self).was
    }
    return try claim(of: file)
  }

  /// The whole cost of a declared case and its parts; `nil` of any other.
  private func declaredCost(of file: Casefile) throws(CasebookError) -> DeclaredCost? {
    guard file.way == .declare else { return nil }
    if let last = try amendments(of: file.number).last {
      return try last.read(AmendStatement.self).becomes.cost
    }
    guard let entry = try entry(file.openedEntry) else { throw .damaged(entry: file.openedEntry) }
    return try entry.read(DeclareStatement.self).cost
  }
}
