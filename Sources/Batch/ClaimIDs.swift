import Claims
import Files
import Tables
import Units

/// The claim ids seen so far, held only once they matter: while ids ascend, none can repeat.
///
/// Used by one worker at a time.
@safe
struct ClaimIDs {
  /// What a repeated id is compared by, in 24 bytes.
  struct Particulars: BitwiseCopyable, Equatable {
    let amount: Int64
    /// The household's ordinal; for one that is not on the register, the number it was given on first sight.
    let household: UInt32
    let isOnRegister: Bool
    let peril: UInt8
    let day: Day
  }

  private var claims = IDTable<Particulars>(expected: 0)
  private var unregistered: [[UInt8]: UInt32] = [:]

  /// Whether nothing is held, so that nothing can be found.
  var isEmpty: Bool { claims.count == 0 }

  /// What a claim is compared by.
  mutating func particulars(_ row: borrowing ClaimInWork) -> Particulars {
    unsafe particulars(
      row.ordinal, row.householdCell, peril: row.peril, day: row.day, amount: row.amount)
  }

  /// What a claim is compared by.
  mutating func particulars(
    _ ordinal: UInt32, _ household: Cell, peril: UInt8, day: Day, amount: Int64
  ) -> Particulars {
    var number = ordinal
    if ordinal == Register.none {
      let name = unsafe Array(UnsafeBufferPointer(start: household.start, count: household.count))
      number = unregistered[name] ?? UInt32(unregistered.count)
      unregistered[name] = number
    }
    return Particulars(
      amount: amount, household: number, isOnRegister: ordinal != Register.none, peril: peril, day: day)
  }

  /// Makes room for so many claims in all.
  mutating func reserve(_ expected: Int) { claims.reserve(expected) }

  /// Brings the place of an id near: the value means nothing.
  @inline(__always)
  func touch(_ id: Cell) -> UInt64 { unsafe claims.touch(PackedID.key(id)) }

  /// The particulars under which an id was first entered.
  func find(_ id: Cell) -> Particulars? {
    let ordinal = unsafe claims.find(id, PackedID.key(id))
    return ordinal == IDTable<Particulars>.none ? nil : claims[Int(ordinal)]
  }

  /// Enters an id that is not there.
  mutating func enter(_ id: Cell, _ particulars: Particulars) {
    unsafe claims.enter(id, PackedID.key(id), particulars)
  }
}
