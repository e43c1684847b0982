import Claims
import Files
import Rules
import Tables
import Units

/// Words decisions as rows of a table.
struct DecisionWriter {
  /// What the rows are to show.
  struct Form {
    var style = TableStyle()
    var detail = false
    var labels: Language?
    /// Stands for the records of earlier runs that the run is built on.
    var earlier = ""
  }

  /// What only `--detail` shows of a claim that counted.
  struct Money: BitwiseCopyable {
    var accumulator: Int64 = 0
    var paidBefore: Int64 = 0
    var paidUnderCap: Int64 = 0
    var benefit: Int64 = 0

    /// The money of a claim that did not count.
    init() {}

    @inline(__always)
    init(_ counting: Counting) {
      accumulator = counting.accumulator.fen
      paidBefore = counting.paidBefore.fen
      paidUnderCap = counting.paidUnderCap.fen
      benefit = counting.award.benefit.fen
    }
  }

  let form: Form
  let adjudicator: Adjudicator
  let words: DetailWords
  /// How the rows of the format are written.
  let rows: any RowForm
  /// For each reason, `,outcome,reason,` as ``middle(_:)`` lays it out.
  private let middles: [UInt8]

  init(_ form: Form, _ adjudicator: Adjudicator, _ rows: any RowForm) {
    self.form = form
    self.adjudicator = adjudicator
    words = DetailWords(adjudicator, form)
    self.rows = rows
    middles = (0..<Tally.reasons).flatMap(DecisionWriter.middle)
  }

  /// The table that the rows belong to.
  static func outline(_ form: Form, _ adjudicator: Adjudicator) -> TableOutline {
    guard form.detail else { return DecisionsFile.outline { $0 != .reasonText || form.labels != nil } }
    return DetailFile.outline { role in
      switch role {
      case .person: adjudicator.needsPersons
      case .reasonText: form.labels != nil
      case .claim, .outcome, .reason, .payout, .household, .peril, .day, .amount, .counted, .accumulator,
        .warningLine, .remaining, .rate, .benefit, .paidBefore, .findings,
        .corrects, .scheme, .earlier:
        true
      }
    }
  }

  /// Whether rows have just the four columns of the contract.
  var isPlain: Bool { form.style.isPlainCSV && !form.detail && form.labels == nil }

  /// Writes rows in the four columns; returns the place behind them.
  ///
  /// - Parameters:
  ///   - quoted: whether an id may need quotes.
  ///   - place: has ``plainRoom(_:)`` for each row.
  func writePlain(
    _ rows: UnsafePointer<ClaimInWork>, _ count: Int, quoted: Bool, to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var place = unsafe place
    unsafe middles.withUnsafeBytes { middles in
      guard let base = unsafe middles.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
      for index in 0..<count {
        let row = unsafe rows + index
        if quoted {
          unsafe CSVForm.quote(row.pointee.id, Int(row.pointee.idCount), &place)
        } else {
          unsafe CellWriter.copyLoosely(row.pointee.id, Int(row.pointee.idCount), &place)
        }
        let middle = unsafe base + Int(row.pointee.reason) &* DecisionWriter.stride
        unsafe CellWriter.copyLoosely(middle + 1, Int(middle.pointee), &place)
        unsafe CellWriter.yuan(row.pointee.payout, &place)
        unsafe place.pointee = 0x0A
        unsafe place += 1
      }
    }
    return unsafe place
  }

  /// The most bytes that ``writePlain(_:_:quoted:to:)`` writes or touches for an id of `count` bytes.
  static func plainRoom(_ count: Int) -> Int { count * 2 + 128 }

  /// What the words of one reason take in ``middles``.
  private static let stride = 64

  /// `,outcome,reason,` behind its length, in a place of its own for each reason.
  private static func middle(_ number: Int) -> [UInt8] {
    guard let reason = Reason(rawValue: UInt8(number)) else { return Array(repeating: 0, count: stride) }
    let text = Array(",\(reason.outcome.rawValue),\(reason.code),".utf8)
    precondition(text.count < stride - 16, "the longest reason fits its place")
    return [UInt8(text.count)] + text + Array(repeating: 0, count: stride - 1 - text.count)
  }
}
