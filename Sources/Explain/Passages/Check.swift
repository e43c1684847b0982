public import Rules

/// A row of the decision table, and whether it applies.
public struct Check: Hashable, Sendable {
  /// The row.
  public let row: Reason
  /// Whether it applies: then it decides.
  public let applies: Bool
  /// Whether what was compared deserves a line of its own.
  public let isTelling: Bool
  /// What was compared, values and words.
  public let finding: Remark
}
