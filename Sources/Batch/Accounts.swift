import Claims
import Pipeline
import Tables
import Units

/// The accounts of a run: what was counted and paid for each household, peril and policy year.
///
/// A household has one group, and a group at most one benefit for a peril, so household and peril name the benefit. The
/// first policy year of each lies in a flat table of 16 bytes an account; further years, and sums too large for 16 bytes, are
/// kept apart, as are persons where a scheme sums by person. Used by one worker at a time.
final class Accounts {
  /// A household on the register or, by its id, one that has only accounts of earlier runs.
  enum Household: Hashable {
    case listed(UInt32)
    case absent([UInt8])
  }

  typealias Persons = PersonAccounts<Household, UInt8, PolicyYear>
  typealias Name = AccountName<Household, UInt8, PolicyYear>

  /// An account in two words: 48 bits of fen each, and below them the tag of its policy year in the first.
  private struct Cell: BitwiseCopyable {
    var accumulated: UInt64
    var paid: UInt64
  }

  private struct Key: Hashable {
    let place: Int
    let year: PolicyYear
  }

  private let perils: Int
  private let cells: FlatArray<Cell>
  private var further: [Key: Account] = [:]
  /// What was counted and paid for persons, wherever they lived; of interest where the scheme sums by person.
  var persons = Persons()

  /// The tag of a cell whose account is kept apart.
  private static let apart: UInt64 = 0xFFFF

  init(households: Int, perils: Int) {
    self.perils = perils
    cells = FlatArray(zeroed: households * perils)
  }

  /// Asks for the accounts' memory on as many threads.
  func populate(threads: Int) {
    let cells = cells
    Threads.run(threads) { part in cells.populate(part: part, of: threads) }
  }

  /// Brings the account's cell near, for a worker that will need it soon: the value means nothing.
  @inline(__always)
  func touch(_ ordinal: UInt32, _ peril: UInt8) -> UInt64 {
    cells[Int(ordinal) &* perils &+ Int(peril)].accumulated
  }

  /// Changes the account of a household.
  @inline(__always)
  func update<Result>(
    _ ordinal: UInt32, _ peril: UInt8, _ year: PolicyYear, _ body: (inout Account) -> Result
  ) -> Result {
    let place = Int(ordinal) &* perils &+ Int(peril)
    let cell = cells[place]
    let tag = UInt64(truncatingIfNeeded: year.began &+ 1)
    let found = cell.accumulated & 0xFFFF
    guard found == tag || found == 0 else {
      return body(&further[Key(place: place, year: year), default: Account()])
    }
    var account = Account(
      accumulated: Yuan(fen: Int64(bitPattern: cell.accumulated >> 16)),
      paid: Yuan(fen: Int64(bitPattern: cell.paid >> 16)))
    let result = body(&account)
    let (accumulated, paid) = (account.accumulated.fen, account.paid.fen)
    if (accumulated | paid) >> 47 == 0 {
      cells[place] = Cell(
        accumulated: UInt64(bitPattern: accumulated) << 16 | tag, paid: UInt64(bitPattern: paid) << 16)
    } else {
      cells[place] = Cell(accumulated: Accounts.apart, paid: 0)
      further[Key(place: place, year: year)] = account
    }
    return result
  }

  /// Takes a counted claim out of the household's account, and of the person's.
  func takeOut(_ amount: Yuan, of place: Corrections.Place) {
    update(place.ordinal, place.peril, place.year) { $0.takeOut(amount) }
    if let person = place.person { persons.takeOut(amount, of: person, in: place.name) }
  }
}

extension Corrections.Place {
  /// The name of the account.
  var name: Accounts.Name {
    Accounts.Name(ordinal == Register.none ? .absent(absent) : .listed(ordinal), peril, year)
  }
}
