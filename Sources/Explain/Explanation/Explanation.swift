public import Claims
import Rules
public import Units

/// Why a claim was decided as it was, step by step, each number with where it comes from.
///
/// It is made of values first (``checks``, ``calculation``, ``changes``), and speaks in three voices: ``sentence`` for the
/// villager, ``text(in:)`` for the clerk, ``json()`` for the auditor. What would have to be different comes from the same
/// remarks in all three.
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
  public let lead: Wording
  /// The rows of the decision table in order, up to the one that decided.
  public let checks: [Check]
  /// How the payout comes about; `nil` for a claim that was not counted.
  public let calculation: Calculation?
  /// What would have to be different for the claim to be paid; nothing for one that was approved.
  public let changes: [Remark]
  /// Where what decided comes from: the row that applied, the figures of the calculation, what would have to be different.
  public let grounds: [Origin]
  /// The steps in order.
  public let steps: [Passage]

  /// Explains a decision.
  public init(_ derivation: Derivation) {
    let matter = Matter(derivation)
    self.derivation = derivation
    headline = matter.headline
    lead = matter.lead
    checks = matter.checks
    calculation = matter.calculation
    changes = matter.changes
    sentence = ([lead] + changes.plain).run
    let money = [matter.accountPassage, matter.staircasePassage].compactMap { $0 }
    var steps = [matter.declarationPassage, matter.householdPassage, matter.checksPassage(checks)] + money
    if let passage = matter.changesPassage(changes) { steps.append(passage) }
    if let other = OtherReading(matter) {
      steps.append(
        Passage(
          "other-reading", Wording(zh: "换一种算法", en: "The other reading of the staircase"),
          [.remark(other.remark)]))
    }
    self.steps = steps
    grounds =
      checks.filter(\.applies).flatMap(\.finding.origins) + money.flatMap(\.origins)
      + changes.flatMap(\.origins)
  }

  /// The row that decided.
  public var decisive: Check? { checks.last }
  /// The rest of ``sentence``: what would have to be different or what to bring, a sentence each.
  public var plainChanges: [Wording] { changes.plain }
}

extension [Remark] {
  /// What they say to the household, each once.
  fileprivate var plain: [Wording] {
    compactMap(\.plain).reduce(into: []) { sentences, plain in
      if !sentences.contains(plain) { sentences.append(plain) }
    }
  }
}

extension [Wording] {
  /// The sentences one after the other.
  fileprivate var run: Wording {
    Wording(zh: map(\.zh).joined(), en: map(\.en).joined(separator: " "))
  }
}
