import Claims
import Rules
import Tables
import Units

/// Words decisions as rows of CSV or NDJSON.
struct DecisionWriter {
  /// What the rows are to show.
  struct Form {
    var format = TableFormat.csv
    var detail = false
    var labels: Language?
  }

  /// What only `--detail` shows of a claim that counted.
  struct Money: BitwiseCopyable {
    var accumulator: Int64 = 0
    var paidBefore: Int64 = 0
    var benefit: Int64 = 0
  }

  private let form: Form
  private let adjudicator: Adjudicator
  /// For each reason, `,outcome,reason,`.
  private let middles: [[UInt8]]

  init(_ form: Form, _ adjudicator: Adjudicator) {
    self.form = form
    self.adjudicator = adjudicator
    middles = (0..<32).map { number in
      guard let reason = Reason(rawValue: UInt8(number)) else { return [] }
      return Array(",\(reason.outcome.rawValue),\(reason.code),".utf8)
    }
  }

  /// The header line, with its line feed; empty for NDJSON.
  var header: String {
    guard form.format == .csv else { return "" }
    return names.joined(separator: ",") + "\n"
  }

  private var names: [String] {
    var names = ["claim_id", "outcome", "reason", "payout"]
    if form.detail {
      names += [
        "household_id", "peril", "incurred_on", "amount", "counted", "accumulator", "warning_line", "remaining",
        "rate", "benefit", "paid_before", "findings",
      ]
      if adjudicator.scheme.needsPersons { names.append("person_id") }
    }
    if form.labels != nil { names.append("reason_text") }
    return names
  }

  /// Whether rows have just the four columns of the contract.
  var isPlain: Bool { form.format == .csv && !form.detail && form.labels == nil }

  /// Writes one row in the four columns.
  @inline(__always)
  func writePlain(_ row: borrowing ClaimRow, _ place: inout UnsafeMutablePointer<UInt8>, quoted: Bool) {
    if quoted {
      unsafe DecisionWriter.writeCell(row.id, Int(row.idCount), &place)
    } else {
      unsafe DecisionWriter.copy(row.id, Int(row.idCount), &place)
    }
    let middle = middles[Int(row.reason & 31)]
    unsafe middle.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe DecisionWriter.copy(base, bytes.count, &place)
    }
    unsafe DecisionWriter.writeYuan(row.payout, &place)
    unsafe place.pointee = 0x0A
    unsafe place += 1
  }

  /// The most bytes that ``writePlain(_:_:quoted:)`` writes for an id of `count` bytes.
  static func plainRoom(_ count: Int) -> Int { count * 2 + 96 }

  @inline(__always)
  private static func copy(_ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>) {
    unsafe place.update(from: from, count: count)
    unsafe place += count
  }

  private static func writeCell(
    _ from: UnsafePointer<UInt8>, _ count: Int, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let needsQuotes = unsafe UnsafeBufferPointer(start: from, count: count).contains {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return unsafe copy(from, count, &place) }
    unsafe place.pointee = 0x22
    unsafe place += 1
    for index in 0..<count {
      let byte = unsafe from[index]
      if byte == 0x22 {
        unsafe place.pointee = 0x22
        unsafe place += 1
      }
      unsafe place.pointee = byte
      unsafe place += 1
    }
    unsafe place.pointee = 0x22
    unsafe place += 1
  }

  /// Writes an amount that is not negative, with two decimals.
  @inline(__always)
  static func writeYuan(_ fen: Int64, _ place: inout UnsafeMutablePointer<UInt8>) {
    if fen == 0 {
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: 0x3030_2E30, as: UInt32.self)  // "0.00"
      unsafe place += 4
      return
    }
    var whole = fen.magnitude / 100
    let cents = fen.magnitude % 100
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, whole >= limit {
      digits += 1
      limit &*= 10
    }
    var index = digits - 1
    while index >= 0 {
      unsafe place[index] = 0x30 &+ UInt8(truncatingIfNeeded: whole % 10)
      whole /= 10
      index -= 1
    }
    unsafe place += digits
    unsafe place[0] = 0x2E
    unsafe place[1] = 0x30 &+ UInt8(truncatingIfNeeded: cents / 10)
    unsafe place[2] = 0x30 &+ UInt8(truncatingIfNeeded: cents % 10)
    unsafe place += 3
  }
}
