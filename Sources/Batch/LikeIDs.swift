import Claims
import Files
import Synchronization
import Tables

/// The ids of a register by what ids that are like each other have in common: for claims whose household is not found.
///
/// Built when it is first asked, by one of the workers; most runs never ask.
@safe
final class LikeIDs: Sendable {
  /// For each place the first household whose id leads there, + 1; for each household the next one, and the upper half of
  /// the hash of its id's core.
  private struct Chains: @unchecked Sendable {
    let heads: FlatArray<UInt32>
    let next: FlatArray<UInt32>
    let tags: FlatArray<UInt32>
  }

  private let register: Register
  private let chains = Mutex<Chains?>(nil)
  /// The most ids that are named of those that one is like.
  static let most = 5

  /// The ids of a register that is filled.
  init(_ register: Register) { self.register = register }

  /// The first households, in register order, whose ids are like one that is not there: at most ``most``.
  func ordinals(like id: Cell) -> [Int] {
    let core = Likeness.core(of: unsafe Array(UnsafeBufferPointer(start: id.start, count: id.count)))
    let chains = chains.withLock { held in
      let built = held ?? build()
      held = built
      return built
    }
    let hash = LikeIDs.hash(ofCore: core)
    var found: [Int] = []
    var link = chains.heads[place(hash, chains.heads.count)]
    while link != 0, found.count < LikeIDs.most {
      let ordinal = Int(link) - 1
      if chains.tags[ordinal] == UInt32(truncatingIfNeeded: hash >> 32),
        Likeness.core(of: register.id(of: ordinal)) == core
      {
        found.append(ordinal)
      }
      link = chains.next[ordinal]
    }
    return found
  }

  private func build() -> Chains {
    var places = 1024
    while places < register.count { places *= 2 }
    let room = max(1, register.count)
    let chains = Chains(
      heads: FlatArray(zeroed: places), next: FlatArray(zeroed: room), tags: FlatArray(zeroed: room))
    for ordinal in (0..<register.count).reversed() {
      let hash =
        register.shortID(of: ordinal).flatMap(LikeIDs.hash(ofShort:))
        ?? LikeIDs.hash(ofCore: Likeness.core(of: register.id(of: ordinal)))
      let place = place(hash, places)
      chains.tags[ordinal] = UInt32(truncatingIfNeeded: hash >> 32)
      chains.next[ordinal] = chains.heads[place]
      chains.heads[place] = UInt32(ordinal + 1)
    }
    return chains
  }

  private func place(_ hash: UInt64, _ places: Int) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(places - 1))
  }

  /// The hash of the core of an id of ASCII, taken from its words without writing it down; `nil` where it has other
  /// characters.
  private static func hash(ofShort id: PackedID) -> UInt64? {
    guard (id.low | id.high) & 0x8080_8080_8080_8080 == 0 else { return nil }
    var core = PackedID(low: 0, high: 0)
    var count: UInt64 = 0
    for half in [id.low, id.high] {
      var rest = half
      while rest != 0 {
        if case .kept(let byte) = Likeness.folded(UInt8(truncatingIfNeeded: rest), isFirst: count == 0) {
          if count < 8 {
            core.low |= UInt64(byte) << (count * 8)
          } else {
            core.high |= UInt64(byte) << (count * 8 - 64)
          }
          count += 1
        }
        rest >>= 8
      }
    }
    return core.hash
  }

  /// The same for a core as it stands.
  private static func hash(ofCore core: [UInt8]) -> UInt64 {
    guard core.count <= PackedID.most else {
      return core.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    var words = PackedID(low: 0, high: 0)
    for (index, byte) in core.enumerated() {
      if index < 8 {
        words.low |= UInt64(byte) << UInt64(index * 8)
      } else {
        words.high |= UInt64(byte) << UInt64(index * 8 - 64)
      }
    }
    return words.hash
  }
}
