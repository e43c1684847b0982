import Claims
import Synchronization
import Tables

/// The ids of a register by what ids that are like each other have in common: for claims whose household is not found.
///
/// Built when it is first asked, by one of the workers; most runs never ask.
@safe
final class LikeIDs: Sendable {
  /// For each place the first household whose id leads there, + 1; and for each household the next one.
  private struct Chains: @unchecked Sendable {
    let heads: FlatArray<UInt32>
    let next: FlatArray<UInt32>
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
    var found: [Int] = []
    var link = chains.heads[place(core, chains.heads.count)]
    while link != 0, found.count < LikeIDs.most {
      let ordinal = Int(link) - 1
      if Likeness.core(of: register.id(of: ordinal)) == core { found.append(ordinal) }
      link = chains.next[ordinal]
    }
    return found
  }

  private func build() -> Chains {
    var places = 1024
    while places < register.count { places *= 2 }
    let chains = Chains(heads: FlatArray(zeroed: places), next: FlatArray(zeroed: max(1, register.count)))
    for ordinal in (0..<register.count).reversed() {
      let place = place(Likeness.core(of: register.id(of: ordinal)), places)
      chains.next[ordinal] = chains.heads[place]
      chains.heads[place] = UInt32(ordinal + 1)
    }
    return chains
  }

  private func place(_ core: [UInt8], _ places: Int) -> Int { core.hashValue & (places - 1) }
}
