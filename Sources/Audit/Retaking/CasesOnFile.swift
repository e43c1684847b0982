import Casebook
import Journal
import Store

/// Cases of batches whose rows in the file are already what the journal makes of them: they are not written down again until
/// somebody asks for them, which in most casebooks of a million claims nobody does.
struct CasesOnFile {
  /// The file's own rows.
  private var rows: KeptCases?
  /// The number of the row that was read last; 0 before the first.
  private var reached = 0
  /// Numbers of the cases, in ascending order.
  private(set) var ranges: [ClosedRange<Int>]

  init(_ ranges: [ClosedRange<Int>] = []) { self.ranges = ranges }

  /// How many there are.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether the file's row of a decided claim's case is what it should be, so that it can stay there.
  ///
  /// Cases come in ascending order.
  mutating func leave(
    _ claim: BatchClaim, _ batch: RetakenBatch, _ book: Casebook
  ) throws(StoreError) -> Bool {
    guard claim.number > reached else { return false }
    if rows == nil { rows = try KeptCases(book, from: claim.number) }
    guard let rows else { return false }
    while reached < claim.number {
      guard let number = try rows.next() else {
        reached = .max  // done; asked again, it would begin anew
        return false
      }
      reached = number
    }
    guard reached == claim.number, rows.holds(claim, on: batch.dayText, by: batch.role.rawValue) else {
      return false
    }
    if let last = ranges.last, last.upperBound + 1 == claim.number {
      ranges[ranges.count - 1] = last.lowerBound...claim.number
    } else {
      ranges.append(claim.number...claim.number)
    }
    return true
  }

  /// Writes down what was left in the file: from now on somebody may ask for it.
  mutating func copy(to book: Casebook) throws(StoreError) {
    guard !ranges.isEmpty else { return }
    rows?.reset()
    rows = nil
    reached = ranges.last?.upperBound ?? 0
    for range in ranges { try book.copyKeptCases(range) }
    ranges = []
  }
}
