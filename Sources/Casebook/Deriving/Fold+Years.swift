import Journal
import Units

extension Fold {
  /// A policy year is closed: from now on, until it is opened again.
  func closeYear(_ entry: Entry, _ statement: CloseYearStatement) throws(CasebookError) {
    try run(ClosedYearColumn.closing) { bind in
      bind(.entry, entry.number)
      bind(.firstDay, statement.days.lowerBound)
      bind(.lastDay, statement.days.upperBound)
    }
  }

  /// A policy year is open again.
  func reopenYear(_ entry: Entry, _ statement: ReopenYearStatement) throws(CasebookError) {
    try run(ClosedYearColumn.reopening) { bind in
      bind(.reopenedEntry, entry.number)
      bind(.firstDay, statement.days.lowerBound)
    }
  }
}
