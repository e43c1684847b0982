import Units

/// What a figure is counted in.
package enum Unit: String, CaseIterable, Sendable {
  case cases, households, people, entries, days, yuan
  /// Tenths of a percent.
  case percent

  /// A value as files have it: money with two decimals, shares with one, counts whole.
  package func text(_ value: Int64) -> String {
    switch self {
    case .yuan: return Yuan(fen: value).description
    case .percent: return Numeral.text(value, decimals: 1)
    case .cases, .households, .people, .entries, .days: return "\(value)"
    }
  }

  /// A value as people read it: with thousands commas.
  package func grouped(_ value: Int64) -> String {
    switch self {
    case .yuan: return Yuan(fen: value).grouped
    case .percent: return text(value)
    case .cases, .households, .people, .entries, .days: return value.grouped
    }
  }
}

/// One number of a report, and the same number of the period before.
package struct Figure: Hashable, Sendable {
  /// What it says.
  package let measure: Measure
  /// Of what: a word of the scheme, a township, a state; empty for the whole.
  package let key: String
  /// In the smallest step of its unit: fen, tenths of a percent. `nil` where it is not known.
  package let value: Int64?
  /// The same of the period before.
  package let before: Int64?

  /// The name of its row: `payouts.paid_by_peril/illness`.
  package var row: String { measure.row + (key.isEmpty ? "" : "/\(key)") }
  /// A value as files have it; empty where it is not known.
  package func text(_ value: Int64?) -> String { value.map(measure.unit.text) ?? "" }
  /// By how much it changed; `nil` where either is not known.
  package var change: Int64? {
    guard let value, let before else { return nil }
    return value - before
  }
}

/// The numbers of a report in their order: whatever is shown is taken from here.
package struct Figures: Sendable {
  /// In the order of the report.
  package private(set) var all: [Figure] = []
  private var places: [String: Int] = [:]

  /// No numbers yet.
  package init() {}

  /// Adds a number; each row has its own name.
  mutating func add(_ figure: Figure) {
    let previous = places.updateValue(all.count, forKey: figure.row)
    precondition(previous == nil, "'\(figure.row)' is there twice")
    all.append(figure)
  }

  /// The number of a row; one without a value where there is none.
  package subscript(measure: Measure, key: String = "") -> Figure {
    let none = Figure(measure: measure, key: key, value: nil, before: nil)
    return places[none.row].map { all[$0] } ?? none
  }

  /// The keys of a measure, in their order.
  package func keys(of measure: Measure) -> [String] {
    all.lazy.filter { $0.measure == measure }.map(\.key)
  }
}
