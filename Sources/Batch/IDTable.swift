import Files
import Glibc
import Tables

/// Ids, and what stands under each: an open-addressing table over records in the order in which the ids came.
///
/// A short id stands in its record. Of a longer one its record has the hash and the place of its bytes, which lie one behind
/// another. Filled by one worker at a time; afterwards any number may look ids up. Copies share what they hold: once one of them
/// is filled further, the others are of no use.
@safe
struct IDTable<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// An id and what stands under it.
  struct Record: BitwiseCopyable, Sendable {
    /// The words of a short id; those of a longer one have its place between its mark and its length.
    var id: PackedID
    var value: Value
  }

  /// The ordinal of an id that is not there.
  static var none: UInt32 { .max }

  private(set) var count = 0
  private(set) var records: FlatArray<Record>
  /// For each place: the hash's upper half, and the ordinal + 1 below; 0 where empty.
  private(set) var slots: FlatArray<UInt64>
  /// The bytes of long ids; the first byte is none, so that no place is 0.
  private let long = ByteArena()

  init(expected: Int) {
    let room = max(1024, expected)
    records = FlatArray(zeroed: room)
    slots = FlatArray(zeroed: IDTable.places(for: room))
    long.append(0)
  }

  private static func places(for count: Int) -> Int {
    var places = 2048
    while places * 5 < count * 8 { places *= 2 }
    return places
  }

  /// The value of an ordinal.
  subscript(ordinal: Int) -> Value {
    get { records[ordinal].value }
    nonmutating set { records[ordinal].value = newValue }
  }

  // MARK: Filling

  /// Enters an id that is not there, as the next ordinal.
  mutating func enter(_ cell: Cell, _ key: PackedID, _ value: Value) {
    if count == records.count { grow(to: count * 2) }
    var id = key
    if key.isLong {
      id = key.placed(at: long.count)
      unsafe long.append(UnsafeBufferPointer(start: cell.start, count: cell.count))
    }
    records[count] = Record(id: id, value: value)
    insert(key.hash, count)
    count += 1
  }

  private func insert(_ hash: UInt64, _ ordinal: Int) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 { place = (place &+ 1) & mask }
    slots[place] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(ordinal + 1)
  }

  /// Makes room for so many ids in all.
  mutating func reserve(_ expected: Int) {
    if expected > records.count { grow(to: expected) }
  }

  private mutating func grow(to room: Int) {
    records = records.grown(to: room)
    slots = FlatArray(zeroed: IDTable.places(for: room))
    for ordinal in 0..<count { insert(PackedID.key(ofPlaced: records[ordinal].id).hash, ordinal) }
  }

  // MARK: Looking up

  /// Brings the place of an id near, so that the waits for memory of many ids overlap: the value means nothing.
  @inline(__always)
  func touch(_ key: PackedID) -> UInt64 { slots[Int(truncatingIfNeeded: key.hash) & (slots.count &- 1)] }

  /// The ordinal of an id, or ``none``.
  @inline(__always)
  func find(_ cell: Cell, _ key: PackedID) -> UInt32 {
    let hash = key.hash
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return IDTable.none }
      if slot >> 32 == hash >> 32 {
        let ordinal = UInt32(truncatingIfNeeded: slot) &- 1
        let id = records[Int(ordinal)].id
        if unsafe key.isLong ? isLong(id, key, cell) : id == key { return ordinal }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Whether a record is that of a long id.
  private func isLong(_ id: PackedID, _ key: PackedID, _ cell: Cell) -> Bool {
    guard PackedID.key(ofPlaced: id) == key, let bytes = unsafe long.bytes.baseAddress else { return false }
    return unsafe memcmp(bytes + id.place, cell.start, cell.count) == 0
  }

  /// The id of an ordinal in two words, where it is short.
  func shortID(of ordinal: Int) -> PackedID? {
    let id = records[ordinal].id
    return id.isLong ? nil : id
  }

  /// The id of an ordinal.
  func id(of ordinal: Int) -> [UInt8] {
    let id = records[ordinal].id
    return id.isLong ? unsafe Array(long.bytes[id.place..<id.place + id.longCount]) : id.bytes
  }
}
