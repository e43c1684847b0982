import Claims
import Tables

/// The claims of a run whose households are not on the register, and what their ids have in common.
public struct MissingHouseholds: Sendable, Equatable {
  /// An id of a claim, and the one on the register that it is like.
  public struct Pair: Sendable, Equatable {
    /// As the claim has it.
    public let claimed: String
    /// As the register has it.
    public let registered: String

    /// Whether zeros at the front are all that the claim's id lacks.
    public var lacksZeros: Bool {
      registered.hasSuffix(claimed) && registered.dropLast(claimed.count).allSatisfy { $0 == "0" }
    }
  }

  /// How many claims.
  public internal(set) var claims = 0
  /// How many of them have an id that is like one on the register.
  public internal(set) var alike = 0
  /// The first of those.
  public internal(set) var example: Pair?
  /// Whether ids are long numbers that end in zeros, as a spreadsheet leaves them: it keeps fifteen digits.
  public internal(set) var areRounded = false

  /// Takes in those of a block.
  mutating func add(_ other: MissingHouseholds) {
    claims += other.claims
    alike += other.alike
    example = example ?? other.example
    areRounded = areRounded || other.areRounded
  }

  /// Takes in a claim.
  mutating func note(_ household: Cell, like: Int?, _ register: Register) {
    claims += 1
    if !areRounded { areRounded = MissingHouseholds.isRounded(unsafe household.string.utf8) }
    guard let like else { return }
    alike += 1
    if example == nil {
      let registered = String(decoding: register.id(of: like), as: UTF8.self)
      example = unsafe Pair(claimed: household.string, registered: registered)
    }
  }

  /// Whether an id is a number of more than fifteen digits, of which those behind the fifteenth are zeros.
  static func isRounded(_ id: some Collection<UInt8>) -> Bool {
    id.count > 15 && id.allSatisfy { (0x30...0x39).contains($0) }
      && id.dropFirst(15).allSatisfy { $0 == 0x30 }
  }
}
