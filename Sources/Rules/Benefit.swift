public import Units

/// Whose costs are summed, or whose benefit is capped.
public enum Subject: String, CaseIterable, Sendable {
  case household, person
}

/// What a scheme pays for one peril to one or more groups.
public struct Benefit: Hashable, Sendable {
  /// What is paid on once the warning line is passed.
  public enum Pays: String, CaseIterable, Sendable {
    /// The cost above the line: the line is a deductible.
    case excess
    /// All of the cost: the line only triggers.
    case whole
  }

  /// The most that is paid in a policy year.
  public enum Cap: Hashable, Sendable {
    /// There is none.
    case none(Provenance)
    /// An amount for each subject, or the statement that it is unpublished.
    case amount(Sourced<Yuan>, per: Subject)
  }

  /// Its name in the scheme file.
  public let id: String
  /// The groups it is for: indices into ``Scheme/groups``.
  public let groups: [Int]
  /// The peril it is for: an index into ``Scheme/perils``.
  public let peril: Int
  /// Whose costs are summed over the policy year.
  public let sumOver: Subject
  /// Where `sumOver` comes from.
  public let sumOverProvenance: Provenance
  /// What the subject bears itself, or must have passed.
  public let warningLine: Sourced<Yuan>
  /// What is paid on once the line is passed.
  public let pays: Pays
  /// Where `pays` comes from.
  public let paysProvenance: Provenance
  /// The share that is paid.
  public let staircase: Sourced<Staircase>
  /// The most that is paid.
  public let cap: Cap

  /// A benefit, checked by the loader.
  public init(
    id: String, groups: [Int], peril: Int, sumOver: Subject, sumOverProvenance: Provenance,
    warningLine: Sourced<Yuan>, pays: Pays, paysProvenance: Provenance, staircase: Sourced<Staircase>,
    cap: Cap
  ) {
    self.id = id
    self.groups = groups
    self.peril = peril
    self.sumOver = sumOver
    self.sumOverProvenance = sumOverProvenance
    self.warningLine = warningLine
    self.pays = pays
    self.paysProvenance = paysProvenance
    self.staircase = staircase
    self.cap = cap
  }

  /// Whether a claim under this benefit needs a figure that nobody has published.
  public var isSilent: Bool {
    if warningLine.value == nil || staircase.value == nil { return true }
    if case .amount(.unpublished, _) = cap { return true }
    return false
  }
}
