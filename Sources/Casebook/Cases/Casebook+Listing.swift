package import Journal
import Store
import Units

/// Which cases a list is to show; all of them where nothing is said.
package struct CaseFilter: Hashable, Sendable {
  package var state: CaseState?
  package var household: String?
  /// Only those of which something can still come.
  package var isOpen = false

  package init(state: CaseState? = nil, household: String? = nil, isOpen: Bool = false) {
    self.state = state
    self.household = household
    self.isOpen = isOpen
  }
}

extension Casebook {
  /// The cases that a filter lets through, in the order of their numbers.
  package func cases(_ filter: CaseFilter = CaseFilter()) throws(CasebookError) -> [Casefile] {
    var conditions: [String] = []
    var values: [String] = []
    if let state = filter.state {
      values.append(state.rawValue)
      conditions.append("state = ?\(values.count)")
      if CaseState.indexed.contains(state) { conditions.append(CaseState.indexCondition) }
    }
    if let household = filter.household {
      values.append(household)
      conditions.append("household = ?\(values.count)")
    }
    if filter.isOpen { conditions.append("state NOT IN ('paid', 'denied', 'withdrawn', 'reversed')") }
    let clause = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) "
    return try casefiles(clause + "ORDER BY number") { query in
      for (index, value) in values.enumerated() { query.bind(index + 1, value) }
    }
  }
}

extension CaseState {
  /// The states that the index of waiting cases holds: a query that repeats ``indexCondition`` reads no other case.
  static let indexed = allCases.filter { $0.isOpen && $0 != .approved }
  /// As in the schema, word for word: SQLite uses the index only then.
  static let indexCondition = "state NOT IN ('paid', 'denied', 'withdrawn', 'reversed', 'approved')"
}
