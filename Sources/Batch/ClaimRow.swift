import Claims
import Files
import Tables
import Units

/// A readable claim on its way through a worker, in one cache line: what its row states, and what becomes of it.
@safe
struct ClaimRow {
  let stated: StatedClaim
  /// In fen, once decided.
  var payout: Int64 = 0
  /// The household's place on the register, or ``Register/none``.
  var ordinal = Register.none
  var findings: Findings = []
  var members: Int32 = 0
  /// ``Reason``'s raw value, once decided.
  var reason: UInt8 = 0
  /// The benefit it counts towards, where it does.
  var benefit: UInt8 = 0

  @inline(__always)
  init(_ stated: StatedClaim) { self.stated = stated }

  var id: UnsafePointer<UInt8> { unsafe stated.id }
  var idCount: UInt8 { stated.idCount }
  var household: UnsafePointer<UInt8> { unsafe stated.household }
  var householdCount: UInt8 { stated.householdCount }
  var idCell: Cell { unsafe stated.idCell }
  var householdCell: Cell { unsafe stated.householdCell }
  var amount: Int64 { stated.amount }
  var day: Day { stated.day }
  var line: UInt32 { stated.line }
  var peril: UInt8 { stated.peril }
}
