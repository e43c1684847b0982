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

  let form: Form
  let adjudicator: Adjudicator
  let words: DetailWords
  /// What stands before each cell.
  let openers: [[UInt8]]
  /// For each reason, `,outcome,reason,`.
  private let middles: [[UInt8]]

  init(_ form: Form, _ adjudicator: Adjudicator) {
    self.form = form
    self.adjudicator = adjudicator
    words = DetailWords(adjudicator, labels: form.labels)
    openers = unsafe CellWriter.openers(DecisionWriter.names(form, adjudicator), form.format)
    middles = (0..<32).map { number in
      guard let reason = Reason(rawValue: UInt8(number)) else { return [] }
      return Array(",\(reason.outcome.rawValue),\(reason.code),".utf8)
    }
  }

  /// The header line, with its line feed; empty for NDJSON.
  var header: String {
    guard form.format == .csv else { return "" }
    return DecisionWriter.names(form, adjudicator).joined(separator: ",") + "\n"
  }

  private static func names(_ form: Form, _ adjudicator: Adjudicator) -> [String] {
    var names = ["claim_id", "outcome", "reason", "payout"]
    if form.detail {
      names += [
        "household_id", "peril", "incurred_on", "amount", "counted", "accumulator", "warning_line",
        "remaining",
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
      unsafe CellWriter.quote(row.id, Int(row.idCount), &place)
    } else {
      unsafe CellWriter.copy(row.id, Int(row.idCount), &place)
    }
    let middle = middles[Int(row.reason & 31)]
    unsafe middle.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe CellWriter.copy(base, bytes.count, &place)
    }
    unsafe CellWriter.yuan(row.payout, &place)
    unsafe place.pointee = 0x0A
    unsafe place += 1
  }

  /// The most bytes that ``writePlain(_:_:quoted:)`` writes for an id of `count` bytes.
  static func plainRoom(_ count: Int) -> Int { count * 2 + 96 }
}
