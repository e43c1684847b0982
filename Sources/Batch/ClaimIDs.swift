import Claims
import Files
import Tables
import Units

/// The claim ids seen so far, held only once they matter: while ids ascend, none can repeat.
///
/// Used by one worker at a time.
@safe
final class ClaimIDs {
  /// What a repeated id is compared by, in 24 bytes.
  struct Particulars: BitwiseCopyable, Equatable {
    let amount: Int64
    /// The household's ordinal; for one that is not on the register, the number it was given on first sight.
    let household: UInt32
    let isOnRegister: Bool
    let peril: UInt8
    let day: Day
  }

  private struct Record: BitwiseCopyable {
    let id: PackedID
    let particulars: Particulars
  }

  private var records = FlatArray<Record>(zeroed: 1024)
  private var slots = FlatArray<UInt64>(zeroed: 2048)
  private(set) var count = 0
  private var long: [[UInt8]: Particulars] = [:]
  private var unregistered: [[UInt8]: UInt32] = [:]

  /// Whether nothing is held, so that nothing can be found.
  var isEmpty: Bool { count == 0 && long.isEmpty }

  /// What a claim is compared by.
  func particulars(_ row: ClaimInWork) -> Particulars {
    unsafe particulars(
      row.ordinal, row.householdCell, peril: row.peril, day: row.day, amount: row.amount)
  }

  /// What a claim is compared by.
  func particulars(_ ordinal: UInt32, _ household: Cell, peril: UInt8, day: Day, amount: Int64) -> Particulars
  {
    var number = ordinal
    if ordinal == Register.none {
      let name = unsafe Array(UnsafeBufferPointer(start: household.start, count: household.count))
      number = unregistered[name] ?? UInt32(unregistered.count)
      unregistered[name] = number
    }
    return Particulars(
      amount: amount, household: number, isOnRegister: ordinal != Register.none, peril: peril, day: day)
  }

  /// The particulars under which an id was first entered.
  func find(_ id: Cell) -> Particulars? {
    if unsafe id.count > PackedID.most { return long[unsafe bytes(id)] }
    let key = unsafe PackedID(id)
    let hash = key.hash
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot >> 32 == hash >> 32 {
        let record = records[Int(UInt32(truncatingIfNeeded: slot)) &- 1]
        if record.id == key { return record.particulars }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Enters an id that is not there.
  func enter(_ id: Cell, _ particulars: Particulars) {
    if unsafe id.count > PackedID.most {
      long[unsafe bytes(id)] = particulars
      return
    }
    if count == records.count {
      records = records.grown(to: count * 2)
      slots = FlatArray(zeroed: count * 4)
      for index in 0..<count { insert(records[index].id.hash, index) }
    }
    let key = unsafe PackedID(id)
    records[count] = Record(id: key, particulars: particulars)
    insert(key.hash, count)
    count += 1
  }

  private func insert(_ hash: UInt64, _ index: Int) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 { place = (place &+ 1) & mask }
    slots[place] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(index + 1)
  }

  private func bytes(_ id: Cell) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: id.start, count: id.count))
  }
}
