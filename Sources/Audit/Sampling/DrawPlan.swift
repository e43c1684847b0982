package import Units

/// All that a draw depends on but the journal.
package struct DrawPlan: Hashable, Sendable {
  /// How cases are picked.
  package enum Method: String, CaseIterable, Sendable {
    /// So many of each stratum of township and amount, each case of a stratum alike.
    case stratum
    /// In proportion to the payout.
    case amount
  }

  /// Which cases can be drawn.
  package enum Population: String, CaseIterable, Sendable {
    /// Approved, with a payout above nothing.
    case paid
    /// Denied ones too.
    case decided
  }

  /// By what a stratum gets its share of a sample.
  package enum Allocation: String, CaseIterable, Sendable {
    /// The money in it.
    case money
    /// The cases in it.
    case cases
    /// Its cases times how far their payouts spread.
    case spread
  }

  /// The head that freezes the population.
  package var head: HeadCode
  /// A later head that the chance comes from; the one that freezes the population where there is none.
  package var seedHead: HeadCode?
  /// Words that were agreed in public, for the chance as well.
  package var words: String?
  package var population: Population
  /// The first and last day of decision that count; open where not said.
  package var from: Day?
  package var to: Day?
  package var method: Method
  /// Into how many classes payouts fall, each with about as much money.
  package var classes: Int
  package var allocation: Allocation
  /// How many cases; `nil` to tell from ``assurance``.
  package var size: Int?
  package var assurance: Assurance

  package init(
    head: HeadCode, seedHead: HeadCode? = nil, words: String? = nil, population: Population = .paid,
    from: Day? = nil, to: Day? = nil, method: Method, classes: Int = 3, allocation: Allocation = .money,
    size: Int? = nil, assurance: Assurance = .usual
  ) {
    self.head = head
    self.seedHead = seedHead
    self.words = words
    self.population = population
    self.from = from
    self.to = to
    self.method = method
    self.classes = classes
    self.allocation = allocation
    self.size = size
    self.assurance = assurance
  }

  /// The chance of the draw.
  package var seed: DrawSeed { DrawSeed(head: head, seedHead: seedHead, words: words) }
}

/// How sure a sample is to make: the confidence wanted, the error that would still be borne, and the error expected, both as
/// parts of the money.
package struct Assurance: Hashable, Sendable {
  package let confidence: Rate
  package let tolerable: Rate
  package let expected: Rate

  /// 95 % confidence, 5 % tolerable, 1 % expected.
  package static let usual = Assurance(
    unchecked: Rate(percent: 95), tolerable: Rate(percent: 5), expected: Rate(percent: 1))

  private init(unchecked confidence: Rate, tolerable: Rate, expected: Rate) {
    self.confidence = confidence
    self.tolerable = tolerable
    self.expected = expected
  }

  /// Checks what was asked for.
  package init(confidence: Rate, tolerable: Rate, expected: Rate) throws(AssuranceFault) {
    guard confidence >= Rate(percent: 50), confidence < .whole else { throw .confidence }
    guard tolerable > .zero, tolerable < .whole else { throw .tolerable }
    guard expected < tolerable else { throw .expected(expected, tolerable) }
    self.init(unchecked: confidence, tolerable: tolerable, expected: expected)
    guard Statistics.intervals(self) <= Assurance.mostIntervals else { throw .tooNear(expected, tolerable) }
  }

  /// More cases than this nobody looks at.
  static let mostIntervals = 1_000_000
}

/// Why a sample cannot be made to be so sure.
package enum AssuranceFault: Error, Hashable, Sendable {
  case confidence
  case tolerable
  /// The error expected is not below the tolerable one.
  case expected(Rate, Rate)
  /// Below it, but so near that no sample tells one from the other.
  case tooNear(Rate, Rate)

  /// What is wrong, and what to do.
  package var wording: Wording {
    switch self {
    case .confidence:
      Wording(
        zh: "置信度应从 50 到 100 以下，如 --confidence 95",
        en: "the confidence must be at least 50 and below 100 percent, such as --confidence 95")
    case .tolerable:
      Wording(
        zh: "可容忍误差应大于 0、小于 100，如 --tolerable 5",
        en: "the tolerable error must be above 0 and below 100 percent, such as --tolerable 5")
    case .expected(let expected, let tolerable):
      Wording(
        zh: "预计误差 \(expected) 不小于可容忍误差 \(tolerable)：抽样证明不了；提高 --tolerable，降低 --expected，或全部核查",
        en:
          "the expected error of \(expected) is not below the tolerable error of \(tolerable), so no sample "
          + "can show that it is: raise --tolerable, lower --expected, or look at every case")
    case .tooNear(let expected, let tolerable):
      Wording(
        zh: "预计误差 \(expected) 离可容忍误差 \(tolerable) 太近，要抽的案件太多；提高 --tolerable，降低 --expected，或用 --size 自定",
        en:
          "the expected error of \(expected) is too close to the tolerable error of \(tolerable): the "
          + "sample would be too large. Raise --tolerable, lower --expected, or give --size")
    }
  }
}
