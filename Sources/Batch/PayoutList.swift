import Files
import Tables
import Units

/// What each household is paid in a run. Used by one worker at a time.
final class PayoutList {
  private struct Entry: BitwiseCopyable {
    var payout: Int64
    var claims: Int64
  }

  private let entries: FlatArray<Entry>

  init(households: Int) { entries = FlatArray(zeroed: households) }

  @inline(__always)
  func add(_ ordinal: UInt32, _ payout: Int64) {
    var entry = entries[Int(ordinal)]
    entry.payout += payout
    entry.claims += 1
    entries[Int(ordinal)] = entry
  }

  /// Writes one row for each household with something to pay, in register order.
  ///
  /// - Returns: how many households, and the sum in fen.
  func write(_ register: Register, to output: OutputFile, _ style: TableStyle) throws(TableError)
    -> PayoutTotals
  {
    let table = TableWriter(output, BatchPayoutsFile.outline, style)
    var totals = PayoutTotals()
    for ordinal in 0..<register.count where entries[ordinal].claims > 0 {
      let entry = entries[ordinal]
      let id = register.id(of: ordinal)
      try unsafe table.add(texts: id.count) { cells in
        unsafe cells.text(id)
        unsafe cells.number(Int(entry.claims))
        unsafe cells.yuan(entry.payout)
      }
      totals.households += 1
      totals.claims += Int(entry.claims)
      totals.payout += entry.payout
    }
    try table.finish([
      BatchPayoutsFile.Role.claims.rawValue: .count(totals.claims),
      BatchPayoutsFile.Role.payout.rawValue: .money(Yuan(fen: totals.payout)),
    ])
    return totals
  }
}

/// Control totals of a list of payouts.
public struct PayoutTotals: Sendable, Equatable {
  /// Households with something to pay.
  public var households = 0
  /// Claims that pay something.
  public var claims = 0
  /// The sum, in fen.
  public var payout: Int64 = 0
}
