import Files
import Rules
import Tables
import Units

/// A row of an earlier run's record.
@safe
struct EarlierRow {
  let id: Cell
  let household: Cell
  /// Whom the claim names; missing where nobody.
  let person: Cell
  let peril: UInt8
  let day: Day
  let amount: Yuan
  let reason: Reason
  let isCounted: Bool
  let corrects: Bool
  /// Zero where it was not counted.
  let accumulator: Yuan
  let paidBefore: Yuan
  let payout: Yuan
  /// The scheme it was decided under and the records it was built on, by their marks.
  let scheme: String
  let builtOn: String
}

/// How the records of earlier runs are read: their columns and words.
struct EarlierForm {
  typealias Role = DetailFile.Role

  /// Why a row is no decision that we wrote.
  struct Fault: Error {
    var role: Role?
    var what: Wording
  }

  let columns = FileColumns<DetailFile>(
    required: [
      .claim, .reason, .payout, .household, .peril, .day, .amount, .counted, .accumulator, .paidBefore,
      .corrects, .scheme, .earlier,
    ], optional: [.benefit, .person])
  private let perils: WordTable
  private let reasons = WordTable(Reason.allCases.map { [$0.code] })
  private let answers = WordTable([["no", "否"], ["yes", "是"]])
  /// Of the row in hand.
  private let room = TextRoom()

  init(_ scheme: Scheme) { perils = WordTable(scheme.perils.map { [$0.id, $0.name.zh] }) }

  /// The row that `reader` has just read.
  func read(_ shape: RowShape, _ reader: RowScanner) throws(Fault) -> EarlierRow {
    guard unsafe shape == .whole && reader.badlyEncodedRole == nil else {
      throw Fault(what: Wording(zh: "这一行无法读取", en: "this row cannot be read"))
    }
    room.clear()
    func cell(_ role: Role) -> Cell { unsafe EarlierForm.bare(reader.cells[columns[role]], in: room) }
    func bad(_ role: Role) -> Fault {
      let shown = unsafe cell(role).string.prefix(40)
      return Fault(
        role: role,
        what: Wording(zh: "“\(shown)”不是本程序写出的值", en: "'\(shown)' is not a value that this program wrote"))
    }
    func money(_ role: Role, _ limit: Yuan) throws(Fault) -> Yuan {
      guard let amount = unsafe CellReading.yuan(cell(role)), amount <= limit else { throw bad(role) }
      return amount
    }
    guard let counted = unsafe answers.find(cell(.counted)) else { throw bad(.counted) }
    for role in [Role.claim, .household] {
      guard unsafe CellReading.isID(cell(role)) else { throw bad(role) }
    }
    guard let peril = unsafe perils.find(cell(.peril)) else { throw bad(.peril) }
    guard let day = unsafe Day.parse(cell(.day).start, count: cell(.day).count) else { throw bad(.day) }
    guard let number = unsafe reasons.find(cell(.reason)) else { throw bad(.reason) }
    let reason = Reason.allCases[Int(number)]
    guard let corrects = unsafe answers.find(cell(.corrects)) else { throw bad(.corrects) }
    guard reason.isCounted == (counted == 1) else { throw bad(.counted) }
    let amount = try money(.amount, Yuan.claimLimit)
    var sums = (accumulator: Yuan.zero, paidBefore: Yuan.zero, payout: Yuan.zero)
    if counted == 1 {
      sums.accumulator = try money(.accumulator, .accumulatorLimit)
      sums.paidBefore = try money(.paidBefore, .accumulatorLimit)
      sums.payout = try money(.payout, .accumulatorLimit)
      if unsafe !cell(.benefit).isMissing {
        let due = try money(.benefit, .accumulatorLimit) - sums.paidBefore
        guard sums.payout == max(.zero, due) else { throw bad(.payout) }
      }
      guard sums.payout <= sums.accumulator else { throw bad(.payout) }
    }
    if unsafe !cell(.person).isMissing, unsafe !CellReading.isID(cell(.person)) { throw bad(.person) }
    let (scheme, builtOn) = unsafe (cell(.scheme).string.lowercased(), cell(.earlier).string.lowercased())
    guard EarlierForm.isMark(scheme) else { throw bad(.scheme) }
    guard EarlierForm.isMark(builtOn) else { throw bad(.earlier) }
    return unsafe EarlierRow(
      id: cell(.claim), household: cell(.household), person: cell(.person), peril: peril, day: day,
      amount: amount, reason: reason, isCounted: counted == 1, corrects: corrects == 1,
      accumulator: sums.accumulator,
      paidBefore: sums.paidBefore, payout: sums.payout, scheme: scheme, builtOn: builtOn)
  }

  /// A cell without what tells a spreadsheet that it is text.
  static func bare(_ cell: Cell, in room: TextRoom) -> Cell {
    guard unsafe cell.count > 0, unsafe "='".utf8.contains(cell.start[0]) else { return unsafe cell }
    var worn: DressKinds = []
    return unsafe Dress.undress(cell, as: .text, in: room, &worn)
  }

  private static func isMark(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
