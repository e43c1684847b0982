import Casebook
import Files
package import Tables
package import Units

extension AnomalyReport {
  /// Writes the findings, a row each; the sentences in one language, everything else the same in both.
  ///
  /// - Parameters:
  ///   - path: a file, replaced as a whole or not at all, or `-`.
  ///   - limit: how many findings to write at most.
  package func writeTable(
    to path: String, _ style: TableStyle, limit: Int?, in language: Language
  ) throws(TableError) {
    let draft = try TableWriter(path: path, AnomaliesFile.outline, style)
    do throws(TableError) {
      for (index, finding) in findings.prefix(limit ?? .max).enumerated() {
        try draft.add(
          AnomaliesFile.cells { role in
            switch role {
            case .rank: "\(index + 1)"
            case .code: finding.code.rawValue
            case .score: "\(finding.score)"
            case .strength: "\(finding.strength)"
            case .stake: finding.stake.description
            case .cases: finding.cases.map { "\($0)" }.joined(separator: ";")
            case .households: finding.households.joined(separator: ";")
            case .actors: finding.actors.joined(separator: ";")
            case .entries: finding.entries.map { "\($0)" }.joined(separator: ";")
            case .what: finding.what[language]
            case .meaning: finding.code.meaning[language]
            case .innocent: finding.code.innocent[language]
            case .next: finding.code.next[language]
            }
          })
      }
      try draft.commit()
    } catch {
      draft.abandon()
      throw error
    }
  }
}
