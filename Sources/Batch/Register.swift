import Claims
import Files
import Tables

/// The household register: what adjudication needs to know of each household, by its id.
///
/// Filled by one worker at a time; afterwards any number may look households up.
@safe
final class Register: @unchecked Sendable {
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

  /// A household as its row says it.
  @safe
  struct Entry {
    let id: Cell
    let key: PackedID
    let eligibility: Eligibility
    let assets: Assets

    init(_ id: Cell, _ eligibility: Eligibility, _ assets: Assets) {
      unsafe self.id = unsafe id
      key = unsafe PackedID.key(id)
      self.eligibility = eligibility
      self.assets = assets
    }
  }

  /// The ordinal of a household that is not on the register.
  static let none = IDTable<Eligibility>.none

  private(set) var households: IDTable<Eligibility>
  private var assets: FlatArray<Assets>
  /// Keeps the compiler from leaving out what is only asked for to bring it near.
  private(set) var sink: UInt64 = 0

  init(expected: Int) {
    households = IDTable(expected: expected)
    assets = FlatArray(zeroed: households.records.count)
  }

  /// How many households there are.
  var count: Int { households.count }

  // MARK: Filling

  /// Enters households, or compares them with the rows that have their ids: rows that differ make them unclear.
  func enter(_ entries: [Entry]) {
    touch(entries)
    Register.enter(entries, &households, &assets)
  }

  /// Brings the places of ids near that will be entered next, so that the waits for memory overlap.
  private func touch(_ entries: [Entry]) {
    let households = households
    var touched: UInt64 = 0
    for entry in entries { touched &+= households.touch(entry.key) }
    sink = touched
  }

  private static func enter(
    _ entries: [Entry], _ households: inout IDTable<Eligibility>, _ assets: inout FlatArray<Assets>
  ) {
    for entry in entries {
      let found = unsafe households.find(entry.id, entry.key)
      guard found == Register.none else {
        let ordinal = Int(found)
        if entry.eligibility != households[ordinal] || entry.assets != assets[ordinal] {
          households[ordinal] = .unclear
        }
        continue
      }
      let ordinal = households.count
      unsafe households.enter(entry.id, entry.key, entry.eligibility)
      if ordinal == assets.count { assets = assets.grown(to: households.records.count) }
      assets[ordinal] = entry.assets
    }
  }

  /// Lets go of what only filling needs.
  func finishFilling() { assets = FlatArray(zeroed: 0) }

  // MARK: Looking up

  /// The household with an id, or ``none``.
  func ordinal(of cell: Cell) -> UInt32 { unsafe households.find(cell, PackedID.key(cell)) }

  /// The id of a household in two words, where it is short.
  func shortID(of ordinal: Int) -> PackedID? { households.shortID(of: ordinal) }

  /// The id of a household, in register order.
  func id(of ordinal: Int) -> [UInt8] { households.id(of: ordinal) }
}
