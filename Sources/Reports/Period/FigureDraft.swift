/// Puts the figures together: each reckoned for both periods in the same way.
struct FigureDraft {
  /// A period and the one before it.
  struct Pair {
    let now: Reckoning
    let before: Reckoning
  }

  private(set) var figures = Figures()
  /// Whether anything is recorded of the period, and of the one before: what is not recorded is not known.
  let isKnown: Bool
  let hasBefore: Bool

  init(isKnown: Bool, hasBefore: Bool) {
    self.isKnown = isKnown
    self.hasBefore = hasBefore
  }

  /// Adds a figure that may be unknown although much is recorded: the median of nothing.
  mutating func add(_ measure: Measure, _ key: String, _ pair: Pair, optional value: (Reckoning) -> Int64?) {
    figures.add(
      Figure(
        measure: measure, key: key, value: isKnown ? value(pair.now) : nil,
        before: hasBefore ? value(pair.before) : nil))
  }

  /// Adds a figure of a whole that may be unknown.
  mutating func add(_ measure: Measure, _ pair: Pair, optional value: (Reckoning) -> Int64?) {
    add(measure, "", pair, optional: value)
  }

  /// Adds a figure.
  mutating func add(_ measure: Measure, _ key: String, _ pair: Pair, _ value: (Reckoning) -> Int64) {
    add(measure, key, pair, optional: value)
  }

  /// Adds a figure of a whole.
  mutating func add(_ measure: Measure, _ pair: Pair, _ value: (Reckoning) -> Int64) {
    add(measure, "", pair, optional: value)
  }

  /// Adds a figure that the period before has no counterpart of.
  mutating func addAlone(_ measure: Measure, _ key: String, _ value: Int64) {
    figures.add(Figure(measure: measure, key: key, value: isKnown ? value : nil, before: nil))
  }

  /// Adds a figure for each word.
  mutating func add(
    _ measure: Measure, each keys: [String], _ pair: Pair, _ value: (Reckoning, String) -> Int64
  ) {
    for key in keys { add(measure, key, pair) { value($0, key) } }
  }
}
