package import Casebook
import Claims
import Files
import Rules
package import Tables
import Units

/// The list of cases that another scheme would have decided otherwise.
package struct ReplayFile {
  private let draft: TableWriter

  /// Opens the file, which is replaced as a whole or not at all.
  package init(_ path: String, _ style: TableStyle = TableStyle()) throws(CasebookError) {
    do { draft = try TableWriter(path: path, ReplayedFile.outline, style) } catch { throw .file(error) }
  }

  /// Writes the cases in the order of their decisions, and puts the file in its place.
  package func write(_ found: Readjudication) throws(CasebookError) {
    do throws(TableError) {
      for difference in found.differences {
        let file = difference.casefile
        try draft.add(
          ReplayedFile.cells { role in
            switch role {
            case .casefile: "\(file.number)"
            case .claim: file.claimID
            case .household: file.household
            case .township: difference.township
            case .peril: file.peril
            case .day: difference.day.description
            case .amount: difference.amount.description
            case .reasonWas: difference.reasonWas
            case .was: difference.was.description
            case .reasonBecomes: difference.reason.code
            case .becomes: difference.becomes.description
            case .difference: difference.gain.description
            }
          })
      }
      try draft.commit()
    } catch {
      draft.abandon()
      throw .file(error)
    }
  }
}
