public import Units

/// The income ceiling: only households whose income per member is below it are paid.
public struct ProtectionLine: Hashable, Sendable {
  /// How a group's line is drawn.
  public enum Rule: Hashable, Sendable {
    /// A multiple, in millionths (1,500,000 is 1.5), of the national poverty standard of the year before the event.
    case multiple(Sourced<Int64>)
    /// Published amounts, yuan a person and year, by the calendar year of the event; sorted by year.
    case published([YearFigure])
  }

  /// A figure that holds for one calendar year.
  public struct YearFigure: Hashable, Sendable {
    /// The calendar year.
    public let year: Int
    /// Current yuan a person and year.
    public let amount: Yuan
    /// Where it comes from.
    public let provenance: Provenance

    /// A figure for one calendar year.
    public init(year: Int, amount: Yuan, provenance: Provenance) {
      self.year = year
      self.amount = amount
      self.provenance = provenance
    }
  }

  /// What is known of a line for an event in some year.
  public enum Drawn: Hashable, Sendable {
    /// The line a person and year, exactly, in millionths of a fen.
    case line(Int128)
    /// No standard, or no published amount, is known for the year.
    case yearUnknown
    /// The scheme's multiple is unpublished.
    case silent
  }

  /// One rule for each group, in the order of ``Scheme/groups``; `nil` for a group that has none.
  public let rules: [Rule?]
  /// The national poverty standard by calendar year, sorted by year; empty where every line is published.
  public let nationalStandard: [YearFigure]

  /// The scheme's lines.
  public init(rules: [Rule?], nationalStandard: [YearFigure]) {
    self.rules = rules
    self.nationalStandard = nationalStandard
  }

  /// The line of a group for an event in a calendar year.
  ///
  /// - Parameters:
  ///   - group: an index into ``Scheme/groups``.
  ///   - eventYear: the calendar year of the event; a multiple is one of the standard of the year before.
  public func drawn(group: Int, eventYear: Int) -> Drawn {
    switch rules[group] {
    case nil, .multiple(.unpublished): .silent
    case .multiple(.known(let multiple, _)):
      if let standard = nationalStandard.first(where: { $0.year == eventYear - 1 }) {
        .line(Int128(standard.amount.fen) * Int128(multiple))
      } else {
        .yearUnknown
      }
    case .published(let figures):
      if let figure = figures.first(where: { $0.year == eventYear }) {
        .line(Int128(figure.amount.fen) * 1_000_000)
      } else {
        .yearUnknown
      }
    }
  }

  /// The calendar years of events for which any line may be known; outside, none is.
  public var eventYears: Range<Int> {
    var years = nationalStandard.map { $0.year + 1 }
    for case .published(let figures) in rules { years += figures.map(\.year) }
    guard let first = years.min(), let last = years.max() else { return 0..<0 }
    return first..<last + 1
  }
}
