package import Files
package import Units

/// The rule of procedure for one step of a case: one for each, in the file of its statement. Moves, refusals, audits, dockets,
/// slips, stages, the inbox and the printed table are made from it.
package struct StepRule: Sendable {
  /// Its name for people.
  package let name: Wording
  /// Where a case may stand for it; nowhere for a step that opens one.
  package let from: [CaseState]
  /// Where it may stand then.
  package let to: [CaseState]
  /// The roles that may take it.
  package let by: [Role]
  /// The level it signs; `nil` where it only notes something.
  package let signs: Level?
  /// The stage that a case has reached with it, by where it stands then; none where it has come no further.
  package let stages: [CaseState: Stage]
  /// The same as a docket has it; `nil` where it may not come by a file. Money is approved and moved by those who sit at
  /// the casebook.
  package let byFile: DocketFile.Step?
  /// Whether it stands on slips: who objected is nobody's business.
  package let standsOnSlips: Bool

  init(
    _ name: Wording, from: [CaseState], to: [CaseState], by: [Role], signs: Level?,
    stages: [CaseState: Stage],
    byFile: DocketFile.Step?, standsOnSlips: Bool
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.by = by
    self.signs = signs
    self.stages = stages
    self.byFile = byFile
    self.standsOnSlips = standsOnSlips
  }
}
