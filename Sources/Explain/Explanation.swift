public import Claims
public import Units

/// Why a claim was decided as it was, step by step, each number with where it comes from.
///
/// It is made of values first: ``text(in:)`` and ``json()`` are two ways of writing the same ``steps``.
///
///     declaration     the claim as declared
///     household       the facts used of the household
///     decision-table  the rows in order, up to the one that decided
///     account         what was counted in the policy year, for a claim that counts
///     staircase       from the remaining cost to the payout, once the warning line is passed
///     changes         what would have to be different, for a denial or a pend
///     other-reading   what the staircase's other reading would pay, where that is another sum
public struct Explanation: Hashable, Sendable {
  /// What was explained.
  public let derivation: Derivation
  /// Outcome, sum and reason in a sentence for the villager.
  public let headline: Wording
  /// The steps in order.
  public let steps: [Passage]

  /// Explains a decision.
  public init(_ derivation: Derivation) {
    let matter = Matter(derivation)
    self.derivation = derivation
    headline = matter.headline
    var steps = [matter.declarationPassage, matter.householdPassage, matter.checksPassage]
    steps += [matter.accountPassage, matter.staircasePassage, matter.changesPassage].compactMap { $0 }
    if let other = OtherReading(matter) {
      steps.append(
        Passage(
          "other-reading", Wording(zh: "换一种算法", en: "The other reading of the staircase"),
          [.remark(other.remark)]))
    }
    self.steps = steps
  }
}
