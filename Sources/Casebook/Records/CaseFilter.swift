package import Journal

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
