package import Casebook
import Claims
import Rules
import Tables
import Units

/// The list of cases that another scheme would have decided otherwise.
package struct ReplayFile {
  private let draft: TableWriter

  /// Its columns.
  package static let columns = [
    "case", "claim_id", "household_id", "township", "peril", "incurred_on", "amount", "reason_was", "was",
    "reason_becomes", "becomes", "difference",
  ]

  /// Opens the file, which is replaced as a whole or not at all.
  package init(_ path: String) throws(CasebookError) {
    do { draft = try TableWriter(path: path, columns: ReplayFile.columns) } catch { throw .file(error) }
  }

  /// Writes the cases in the order of their decisions, and puts the file in its place.
  package func write(_ found: Readjudication) throws(CasebookError) {
    do throws(TableError) {
      for difference in found.differences {
        let file = difference.casefile
        try draft.add([
          "\(file.number)", file.claimID, file.household, difference.township, file.peril,
          file.incurredOn.description, file.amount.description, file.reason, difference.was.description,
          difference.reason.code, difference.becomes.description, difference.gain.description,
        ])
      }
      try draft.commit()
    } catch {
      draft.abandon()
      throw .file(error)
    }
  }
}
