import Casebook
package import Tables
package import Units

extension AnomalyReport {
  /// The columns of the table of findings.
  package static let columns = [
    "rank", "code", "score", "strength", "stake", "cases", "households", "actors", "entries",
    "to_be_looked_at",
    "meaning", "may_be_innocent", "look_next",
  ]

  /// Writes the findings, a row each; the sentences in one language, everything else the same in both.
  ///
  /// - Parameters:
  ///   - path: a file, replaced as a whole or not at all, or `-`.
  ///   - limit: how many findings to write at most.
  package func writeCSV(to path: String, limit: Int?, in language: Language) throws(TableError) {
    let draft = try TableWriter(path: path, columns: AnomalyReport.columns)
    do throws(TableError) {
      for (index, finding) in findings.prefix(limit ?? .max).enumerated() {
        try draft.add([
          "\(index + 1)", finding.code.rawValue, "\(finding.score)", "\(finding.strength)",
          finding.stake.description,
          finding.cases.map { "\($0)" }.joined(separator: ";"), finding.households.joined(separator: ";"),
          finding.actors.joined(separator: ";"), finding.entries.map { "\($0)" }.joined(separator: ";"),
          finding.what[language], finding.code.meaning[language], finding.code.innocent[language],
          finding.code.next[language],
        ])
      }
      try draft.commit()
    } catch {
      draft.abandon()
      throw error
    }
  }
}
