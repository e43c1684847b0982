import Claims
import Files
import Synchronization
import Tables

/// The ids of a register by what ids that are like each other have in common: for claims whose household is not found.
///
/// Most ids are their own cores at a glance, and found as ids are. Of the others there are chains, built when they are first
/// asked for, by one of the workers; most runs never ask.
@safe
final class LikeIDs: Sendable {
  /// For each place the first of the chained households whose id leads there, + 1; for each of them the next one, its ordinal,
  /// and the upper half of the hash of its id's core.
  private struct Chains: @unchecked Sendable {
    let heads: FlatArray<UInt32>
    let links: FlatArray<Link>
  }

  private struct Link: BitwiseCopyable {
    var next: UInt32
    var ordinal: UInt32
    var tag: UInt32
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
    var found = ordinalOfCore(core).map { [$0] } ?? []
    let hash = LikeIDs.hash(ofCore: core)
    var link = chains.heads[place(hash, chains.heads.count)]
    while link != 0, found.count < LikeIDs.most + 1 {
      let household = chains.links[Int(link) - 1]
      let ordinal = Int(household.ordinal)
      if household.tag == UInt32(truncatingIfNeeded: hash >> 32),
        Likeness.core(of: register.id(of: ordinal)) == core
      {
        found.append(ordinal)
      }
      link = household.next
    }
    return Array(found.sorted().prefix(LikeIDs.most))
  }

  /// The household whose id is this core, where it is a plain one.
  private func ordinalOfCore(_ core: [UInt8]) -> Int? {
    guard !core.isEmpty, core.count <= PackedID.most else { return nil }
    let padded = core + Array(repeating: 0, count: PackedID.most)
    let ordinal = unsafe padded.withUnsafeBufferPointer { bytes -> UInt32? in
      guard let base = bytes.baseAddress else { return nil }
      let cell = unsafe Cell(start: base, count: core.count)
      return unsafe LikeIDs.isPlainCore(PackedID(cell)) ? register.ordinal(of: cell) : nil
    }
    return ordinal.flatMap { $0 == Register.none ? nil : Int($0) }
  }

  private func build() -> Chains {
    let chained = (0..<register.count).filter {
      register.shortID(of: $0).map(LikeIDs.isPlainCore) != true
    }
    var places = 1024
    while places < chained.count { places *= 2 }
    let chains = Chains(
      heads: FlatArray(zeroed: places), links: FlatArray(zeroed: max(1, chained.count)))
    for (index, ordinal) in chained.enumerated().reversed() {
      let hash =
        register.shortID(of: ordinal).flatMap(LikeIDs.hash(ofShort:))
        ?? LikeIDs.hash(ofCore: Likeness.core(of: register.id(of: ordinal)))
      let place = place(hash, places)
      chains.links[index] = Link(
        next: chains.heads[place], ordinal: UInt32(ordinal), tag: UInt32(truncatingIfNeeded: hash >> 32))
      chains.heads[place] = UInt32(index + 1)
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

  /// Whether a short id is its own core at a glance, as most are: digits and capitals, no zero at the front.
  private static func isPlainCore(_ id: PackedID) -> Bool {
    isCore(id.low) && isCore(id.high) && id.low & 0xFF != UInt64(UInt8(ascii: "0"))
  }

  /// Whether all bytes are digits, capitals or the few signs between them, or zeros behind the end of an id.
  @inline(__always)
  private static func isCore(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    guard word & (ones &* 0x80) == 0 else { return false }
    let (isSome, isDigitOrMore) = (word &+ ones &* 0x7F, word &+ ones &* 0x50)
    let isSmallLetterOrMore = word &+ ones &* 0x1F
    return (isSome & ~isDigitOrMore | isSmallLetterOrMore) & (ones &* 0x80) == 0
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
