import Claims
import Files
import Tables

/// The household register in flat tables: an open-addressing table of ids over rows of 32 bytes.
///
/// Filled by one worker at a time; afterwards any number may look households up.
@safe
final class Register: @unchecked Sendable {
  /// A household: its id where it is short, and what adjudication needs to know of it.
  struct Record: BitwiseCopyable {
    var id: PackedID
    var eligibility: Eligibility
  }

  /// The counts of assets as the file gives them, to tell rows that differ; the largest number
  /// stands for missing.
  struct Assets: BitwiseCopyable, Equatable {
    private let dwellings: UInt32
    private let businesses: UInt32
    private let vehicles: UInt32

    init(dwellings: Int? = nil, businesses: Int? = nil, vehicles: Int? = nil) {
      self.dwellings = dwellings.map { UInt32($0) } ?? .max
      self.businesses = businesses.map { UInt32($0) } ?? .max
      self.vehicles = vehicles.map { UInt32($0) } ?? .max
    }
  }

  /// The ordinal of a household that is not on the register.
  static let none = UInt32.max
  /// The first word of the record of a long id: no UTF-8 begins so.
  private static let longMark = UInt64.max

  private(set) var count = 0
  private(set) var records: FlatArray<Record>
  /// For each place: the hash's upper half, and the ordinal + 1 below; 0 where empty.
  private(set) var slots: FlatArray<UInt64>
  private var assets: FlatArray<Assets>?
  private var long: [[UInt8]: UInt32] = [:]
  private var longNames: [[UInt8]] = []
  /// Keeps the compiler from leaving out what is only asked for to bring it near.
  private(set) var sink: UInt64 = 0

  init(expected: Int) {
    let room = max(1024, expected)
    records = FlatArray(zeroed: room)
    assets = FlatArray(zeroed: room)
    slots = FlatArray(zeroed: Register.places(for: room))
  }

  private static func places(for count: Int) -> Int {
    var places = 2048
    while places * 5 < count * 8 { places *= 2 }
    return places
  }

  // MARK: Filling

  /// Brings the places of ids near that will be entered next, so that the waits for memory overlap.
  func touch(_ hashes: some Sequence<UInt64>) {
    let slots = slots
    let mask = slots.count &- 1
    var touched: UInt64 = 0
    for hash in hashes { touched &+= slots[Int(truncatingIfNeeded: hash) & mask] }
    sink = touched
  }

  /// Enters a household, or compares it with the row that has its id: rows that differ make it unclear.
  func enter(_ cell: Cell, _ id: PackedID, _ eligibility: Eligibility, _ counts: Assets) {
    guard let assets = makeRoom() else { preconditionFailure("the register is filled before it is used") }
    let found = unsafe ordinal(of: cell, id)
    if found != Register.none {
      let index = Int(found)
      if eligibility != records[index].eligibility || counts != assets[index] {
        records[index].eligibility = .unclear
      }
      return
    }
    var key = id
    if unsafe cell.count > PackedID.most {
      let bytes = unsafe Array(UnsafeBufferPointer(start: cell.start, count: cell.count))
      long[bytes] = UInt32(count)
      key = PackedID(low: Register.longMark, high: UInt64(longNames.count))
      longNames.append(bytes)
    } else {
      insert(id.hash, count)
    }
    records[count] = Record(id: key, eligibility: eligibility)
    assets[count] = counts
    count += 1
  }

  private func makeRoom() -> FlatArray<Assets>? {
    guard count == records.count else { return assets }
    records = records.grown(to: count * 2)
    assets = assets?.grown(to: count * 2)
    rehash()
    return assets
  }

  private func insert(_ hash: UInt64, _ ordinal: Int) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 { place = (place &+ 1) & mask }
    slots[place] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(ordinal + 1)
  }

  private func rehash() {
    slots = FlatArray(zeroed: Register.places(for: records.count))
    for ordinal in 0..<count where records[ordinal].id.low != Register.longMark {
      insert(records[ordinal].id.hash, ordinal)
    }
  }

  /// Lets go of what only filling needs.
  func finishFilling() {
    assets = nil
  }

  // MARK: Looking up

  /// The household with an id, or ``none``.
  func ordinal(of cell: Cell, _ id: PackedID) -> UInt32 {
    if unsafe cell.count > PackedID.most {
      return unsafe long[Array(UnsafeBufferPointer(start: cell.start, count: cell.count))] ?? Register.none
    }
    return find(id, id.hash)
  }

  /// The household with a short id, from where its hash leads to.
  @inline(__always)
  func find(_ id: PackedID, _ hash: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return Register.none }
      if slot >> 32 == hash >> 32 {
        let ordinal = UInt32(truncatingIfNeeded: slot) &- 1
        if records[Int(ordinal)].id == id { return ordinal }
      }
      place = (place &+ 1) & mask
    }
  }

  /// The id of a household in two words, where it is short.
  func shortID(of ordinal: Int) -> PackedID? {
    let id = records[ordinal].id
    return id.low == Register.longMark ? nil : id
  }

  /// The id of a household, in register order.
  func id(of ordinal: Int) -> [UInt8] {
    let id = records[ordinal].id
    return id.low == Register.longMark ? longNames[Int(id.high)] : id.bytes
  }
}
