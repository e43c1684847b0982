package import Casebook
import Tables
import Units

/// The list of claims on which two sides differ.
package struct DifferenceFile {
  private let draft: TableWriter

  /// Its columns.
  package static let columns = [
    "claim_id", "household_id", "outcome_a", "reason_a", "payout_a", "outcome_b", "reason_b", "payout_b",
    "difference",
  ]

  /// Opens the file, which is replaced as a whole or not at all.
  package init(_ path: String) throws(CasebookError) {
    do { draft = try TableWriter(path: path, columns: DifferenceFile.columns) } catch { throw .file(error) }
  }

  /// Adds a claim; the cells of a side that does not have it stay empty.
  package func add(_ difference: Difference) throws(CasebookError) {
    let household = [difference.a, difference.b].compactMap { $0?.household }.first { !$0.isEmpty }
    let cells =
      [difference.claim, household] + DifferenceFile.cells(difference.a) + DifferenceFile.cells(difference.b)
    do { try draft.add(cells + [difference.more.description]) } catch { throw .file(error) }
  }

  private static func cells(_ decision: ComparedDecision?) -> [String?] {
    [decision?.outcome.rawValue, decision?.reason, decision?.payout.description]
  }

  /// Puts the file in its place.
  package func commit() throws(CasebookError) {
    do { try draft.commit() } catch { throw .file(error) }
  }

  /// Gives up: the file is what it was.
  package func abandon() { draft.abandon() }
}
