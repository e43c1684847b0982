import Claims
import Files
import Tables
import Units

/// A readable claim on its way through a worker, in one cache line: what its row states, and what becomes of it.
@safe
struct ClaimInWork {
  let stated: StatedClaim
  /// In fen, once decided.
  var payout: Int64
  /// The household's place on the register, or ``Register/none``.
  var ordinal: UInt32
  var findings: Findings
  var members: Int32
  /// ``Reason``'s raw value, once decided.
  var reason: UInt8
  /// The benefit it counts towards, where it does.
  var benefit: UInt8

  /// Reads a claim into the memory of a row; `false` where the cells are none.
  ///
  /// The claim is written where it stays: what it takes to hand it on is a good part of what it takes to read it.
  @inline(__always)
  static func read(
    _ reading: inout ClaimReading, _ cells: UnsafeMutablePointer<Cell>, line: Int, isPlain: Bool,
    commas: CommaText, into row: UnsafeMutablePointer<ClaimInWork>
  ) -> Bool {
    // A pointer to a structure is one to its first property.
    let stated = unsafe UnsafeMutableRawPointer(row).assumingMemoryBound(to: StatedClaim.self)
    guard unsafe reading.read(cells, line: line, isPlain: isPlain, commas: commas, into: stated) else {
      return false
    }
    unsafe begin(row)
    return true
  }

  /// The same for a claim whose household is looked up.
  static func lookUpAndRead(
    _ reading: inout ClaimReading, _ scanner: RowScanner, isPlain: Bool, commas: CommaText,
    into row: UnsafeMutablePointer<ClaimInWork>
  ) -> Bool {
    let stated = unsafe UnsafeMutableRawPointer(row).assumingMemoryBound(to: StatedClaim.self)
    guard unsafe reading.lookUpAndRead(scanner, isPlain, commas, into: stated) else { return false }
    unsafe begin(row)
    return true
  }

  /// Nothing has become of it yet.
  @inline(__always)
  private static func begin(_ row: UnsafeMutablePointer<ClaimInWork>) {
    unsafe row.pointee.payout = 0
    unsafe row.pointee.ordinal = Register.none
    unsafe row.pointee.findings = []
    unsafe row.pointee.members = 0
    unsafe row.pointee.reason = 0
    unsafe row.pointee.benefit = 0
  }

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
