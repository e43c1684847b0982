import Claims
import Files
import Tables
import Units

/// The claims that corrections name, and where they are counted: what it takes to take one out of its account again.
///
/// Gathered before anything is decided, so that memory holds no more than the ids that are corrected. Used by one worker at a
/// time.
final class Corrections {
  /// Where a claim is counted.
  struct Place: Hashable {
    /// The household's place on the register, or ``Register/none``.
    let ordinal: UInt32
    /// The household's id, where it is not on the register.
    let absent: [UInt8]
    let peril: UInt8
    let year: PolicyYear
    let person: String?
  }

  /// What is known of the claims of an id.
  private struct State {
    var wasRead = false
    var counted: (amount: Yuan, place: Place)?
  }

  private var states: [[UInt8]: State] = [:]

  /// Whether nothing is corrected.
  var isEmpty: Bool { states.isEmpty }

  /// Notes that a correction names an id.
  func expect(_ id: Cell) {
    let key = unsafe bytes(id)
    if states[key] == nil { states[key] = State() }
  }

  /// Whether a correction names an id.
  func expects(_ id: Cell) -> Bool { unsafe states[bytes(id)] != nil }

  /// Notes that a claim was read, in this run or an earlier one.
  func noteRead(_ id: Cell) { unsafe states[bytes(id)]?.wasRead = true }

  /// Whether a claim of an id was read.
  func wasRead(_ id: Cell) -> Bool { unsafe states[bytes(id)]?.wasRead ?? false }

  /// Notes where a claim is counted.
  func noteCounted(_ id: Cell, _ amount: Yuan, _ place: Place) {
    unsafe states[bytes(id)]?.counted = (amount, place)
  }

  /// The counted claim of an id, which a correction now takes out; `nil` where none is counted.
  func takeCounted(_ id: Cell) -> (amount: Yuan, place: Place)? {
    let key = unsafe bytes(id)
    defer { states[key]?.counted = nil }
    return states[key]?.counted
  }

  private func bytes(_ id: Cell) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: id.start, count: id.count))
  }
}

/// Claims whose rows say which of them correct earlier ones: they are gone through once before they are decided.
enum CorrectedIDs {
  /// Whether corrections may stand among the claims.
  static func mayStand(in source: TableSource) -> Bool {
    source.format != .csv || source.has(ClaimsFile.Role.corrects.rawValue)
  }

  /// Whether rows of a block that name their cells themselves may name this one, however they write it: looked for as
  /// bytes, which takes little time.
  private static func mayName(_ block: Block) -> Bool {
    if block.holds("\\u") { return true }
    if block.traits.contains(.beyondASCII), block.holds("更") || block.holds("ｔ") || block.holds("Ｔ") {
      return true
    }
    return block.mayHold(UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "s"))
  }

  /// Notes the ids that corrections name.
  ///
  /// - Returns: the bytes that were read.
  static func gather(
    _ source: TableSource, of request: AdjudicationRequest, _ residents: MemberTable?,
    into corrections: Corrections, _ progress: BatchProgress
  ) throws(TableError) -> Int {
    progress.begin(.claims, total: source.file.size)
    var reading = request.claimReading(residents)
    let reader = RowReader(source, columns: request.claimColumns)
    let blocks = try source.blocks(size: request.blockSize)
    let block = Block()
    let isSure =
      source.format == .csv || request.reading.headings.mean(ClaimsFile.field(.corrects).column.name)
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      unsafe reading.begin(scanner)
      guard isSure || mayName(block) else { continue }
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        if unsafe scanner.cells[ClaimsFile.Role.corrects.rawValue].isMissing { continue }
        if let claim = unsafe reading.read(shape, scanner), claim.corrects {
          unsafe corrections.expect(claim.idCell)
        }
      }
      progress.note(bytes: block.fileEnd, rows: unsafe scanner.lineCount)
    }
    return blocks.position
  }
}
