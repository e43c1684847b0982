import Claims
public import Rules
import Tables

/// Counts and sums of a run by reason and peril.
public struct Tally: Sendable, Equatable {
  /// What fell to one reason and peril.
  public struct Entry: Sendable, Equatable, BitwiseCopyable {
    /// How many claims.
    public var claims = 0
    /// What they asked for, in fen.
    public var amount: Int64 = 0
    /// What they are paid, in fen.
    public var payout: Int64 = 0

    static func += (a: inout Entry, b: Entry) {
      a.claims += b.claims
      a.amount += b.amount
      a.payout += b.payout
    }
  }

  /// One more than the largest raw value of ``Reason``.
  static let reasons = Reason.allCases.count + 1

  private let perils: Int
  private var entries: [Entry]

  /// The sum of what workers have counted: for each reason and peril an entry.
  init(perils: Int, _ workers: [FlatArray<Entry>]) {
    self.perils = perils
    entries = (0..<Tally.reasons * perils).map { index in
      workers.reduce(into: Entry()) { $0 += $1[index] }
    }
  }

  /// What fell to a reason and a peril (an index into `Scheme.perils`), or to all perils.
  public func entry(_ reason: Reason, peril: Int? = nil) -> Entry {
    sum { $0 == Int(reason.rawValue) && (peril == nil || $1 == peril) }
  }

  /// What fell to an outcome and a peril, or to all perils.
  public func entry(_ outcome: Outcome, peril: Int? = nil) -> Entry {
    sum { row, column in
      Reason(rawValue: UInt8(row))?.outcome == outcome && (peril == nil || column == peril)
    }
  }

  /// What fell to a peril.
  public func entry(peril: Int) -> Entry { sum { $1 == peril } }

  /// All of it.
  public var total: Entry { sum { _, _ in true } }

  private func sum(_ wanted: (_ reason: Int, _ peril: Int) -> Bool) -> Entry {
    var sum = Entry()
    for index in entries.indices where wanted(index / perils, index % perils) { sum += entries[index] }
    return sum
  }
}
