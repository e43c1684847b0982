package import Units

/// A scale of money from nothing up to a round amount, with a few round steps.
package struct Axis {
  /// Between two ticks, in fen: 1, 2 or 5 and zeros, never below a yuan.
  package let step: Int64
  /// How many steps there are.
  package let count: Int64
  /// The last tick, in fen.
  package var top: Int64 { step * count }

  /// The smallest round scale that reaches an amount in at most so many steps.
  package init(reaching most: Int64, steps: Int64 = 5) {
    var step: Int64 = 100
    var factors: [Int64] = [2, 5, 10]
    var base = step
    while step < .max / 100 / steps, step * steps < most {
      step = base * factors.removeFirst()
      if factors.isEmpty { (base, factors) = (step, [2, 5, 10]) }
    }
    self.step = step
    count = max(1, (max(most, 0) + step - 1) / step)
  }

  /// What the numbers at the ticks are counted in: 元, 万元 or 亿元; yuan or millions of it.
  package func unit(_ language: Language) -> String {
    switch language {
    case .zh: step >= 10_000_000_000 ? "亿元" : step >= 1_000_000 ? "万元" : "元"
    case .en: step >= 100_000_000 ? "million yuan" : "yuan"
    }
  }

  private func divisor(_ language: Language) -> Int64 {
    switch language {
    case .zh: step >= 10_000_000_000 ? 10_000_000_000 : step >= 1_000_000 ? 1_000_000 : 100
    case .en: step >= 100_000_000 ? 100_000_000 : 100
    }
  }

  /// The ticks with their numbers.
  package func ticks(_ language: Language) -> [(value: Int64, label: String)] {
    (0...count).map { ($0 * step, ($0 * step / divisor(language)).grouped) }
  }
}
