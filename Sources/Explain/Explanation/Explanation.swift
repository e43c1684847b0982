public import Claims
import Rules
public import Units

/// Why a claim was decided as it was, step by step, each number with where it comes from.
///
/// It is made of values first, and speaks in three voices: ``sentence`` for the villager, ``text(in:)`` for the clerk,
/// ``json()`` for the auditor. What would have to be different comes from the same remarks of ``steps`` in all three.
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
  /// Outcome, sum and reason in a sentence, in the words of the scheme.
  public let headline: Wording
  /// The whole of it for the villager: what was decided, how much, why, and what would have to be different or what to
  /// bring; no codes and no terms of the trade.
  public let sentence: Wording
  /// The beginning of ``sentence``: what was decided, how much and why.
  package let lead: Wording
  /// The rest of it: what would have to be different or what to bring, a sentence each.
  package let plainChanges: [Wording]
  /// The steps in order.
  public let steps: [Passage]

  /// Explains a decision.
  public init(_ derivation: Derivation) {
    let matter = Matter(derivation)
    self.derivation = derivation
    headline = matter.headline
    lead = matter.lead
    plainChanges = matter.plainChanges
    sentence = matter.sentence
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
