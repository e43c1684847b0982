import Claims
import Tables
import Units

/// The accounts of a run: what was counted and paid for each household, peril and policy year.
///
/// A household has one group, and a group at most one benefit for a peril, so household and peril name the benefit. The
/// first policy year of each lies in a flat table; further years, and persons where a scheme sums by person, hang on it.
/// Used by one worker at a time.
@safe
final class Accounts {
  private struct Cell: BitwiseCopyable {
    var account: Account
    /// The calendar year the policy year began in, + 1; 0 where nothing was counted.
    var year: Int32
    /// The place in ``further`` of the next policy year's cell, + 1.
    var next: UInt32
  }

  /// Whose account it is, where it is a person's.
  private struct PersonKey: Hashable {
    let place: Int
    let year: PolicyYear
    let person: String
  }

  private let perils: Int
  private let cells: FlatArray<Cell>
  private var further: [Cell] = []
  private var persons: [PersonKey: Account] = [:]

  init(households: Int, perils: Int) {
    self.perils = perils
    cells = FlatArray(zeroed: households * perils)
  }

  deinit { cells.free() }

  /// Brings the account's cell near, for a worker that will need it soon: the value means nothing.
  @inline(__always)
  func touch(_ ordinal: UInt32, _ peril: UInt8) -> Int32 {
    cells[Int(ordinal) &* perils &+ Int(peril)].year
  }

  /// Changes the account of a household.
  @inline(__always)
  func update<Result>(
    _ ordinal: UInt32, _ peril: UInt8, _ year: PolicyYear, _ body: (inout Account) -> Result
  ) -> Result {
    let place = Int(ordinal) &* perils &+ Int(peril)
    let tag = Int32(truncatingIfNeeded: year.began &+ 1)
    let found = cells[place].year
    if found == tag || found == 0 {
      var cell = cells[place]
      cell.year = tag
      let result = body(&cell.account)
      cells[place] = cell
      return result
    }
    return updateFurther(place, tag, body)
  }

  private func updateFurther<Result>(_ place: Int, _ tag: Int32, _ body: (inout Account) -> Result) -> Result
  {
    var next = cells[place].next
    while next > 0 {
      let index = Int(next) - 1
      if further[index].year == tag { return body(&further[index].account) }
      next = further[index].next
    }
    var cell = Cell(account: Account(), year: tag, next: cells[place].next)
    let result = body(&cell.account)
    further.append(cell)
    cells[place].next = UInt32(further.count)
    return result
  }

  /// Changes the account of a person.
  func update<Result>(
    _ ordinal: UInt32, _ peril: UInt8, _ year: PolicyYear, person: String, _ body: (inout Account) -> Result
  ) -> Result {
    let key = PersonKey(place: Int(ordinal) * perils + Int(peril), year: year, person: person)
    return body(&persons[key, default: Account()])
  }
}
