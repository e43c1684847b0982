import Tables
import Units

/// What a cell holds.
package enum CellValue<Value> {
  case missing
  case value(Value)
  /// Something that cannot be read.
  case refused
}

/// Reads the cells whose plain form fails, and counts what they wore. One for each worker.
///
/// Text that it writes anew stands in its own room, and is good until ``clear()``.
@safe
package final class DressedCells {
  private struct State {
    var count = DressCount()
    /// What the cells of the row in hand wore: of most rows nothing.
    var ofRow: [DressKinds] = []
  }

  /// Behind a pointer: what is asked at every row is not to be guarded against being changed meanwhile.
  private let state: UnsafeMutablePointer<State>
  private let room = TextRoom()

  package init() {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State())
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// How many cells of the rows that were read wore another dress.
  package var count: DressCount { unsafe state.pointee.count }

  /// Lets go of the text of a block's rows.
  package func clear() { room.clear() }

  /// Counts what the cells of a row wore, once it is known whether it can be read.
  func endRow(isRead: Bool) {
    if unsafe state.pointee.ofRow.isEmpty { return }
    if isRead {
      for worn in unsafe state.pointee.ofRow { unsafe state.pointee.count.note(worn) }
    }
    forgetRow()
  }

  /// Notes what a cell wore.
  private func note(_ worn: DressKinds) {
    if !worn.isEmpty { unsafe state.pointee.ofRow.append(worn) }
  }

  private func forgetRow() { unsafe state.pointee.ofRow.removeAll(keepingCapacity: true) }

  /// The id in a cell, without any bytes where it is missing; and why it is none.
  ///
  /// - Parameter isHousehold: whether it is a household's, which is never a resident's.
  func id(_ cell: Cell, isHousehold: Bool = false) -> (cell: Cell, fault: IDFault?) {
    var worn: DressKinds = []
    let bare = unsafe Dress.undress(cell, as: .word, in: room, &worn)
    if let fault = unsafe Dress.idFault(bare) { return unsafe (bare, fault) }
    if unsafe isHousehold && Dress.isResidentID(bare) { return unsafe (bare, .residentID) }
    note(worn)
    return unsafe (bare, nil)
  }

  /// What stands in a cell without its outer dress, which is not counted.
  func bare(_ cell: Cell) -> Cell {
    var worn: DressKinds = []
    return unsafe Dress.undress(cell, as: .word, in: room, &worn)
  }

  /// The word of a list in a cell.
  func word(_ cell: Cell, _ words: WordTable) -> CellValue<UInt8> {
    unsafe value(cell, as: .word) { bare, _ in unsafe words.find(bare) }
  }

  /// The answer in a cell.
  func answer(_ cell: Cell) -> CellValue<Bool> {
    unsafe value(cell, as: .word) { bare, worn in unsafe Dress.answer(bare, &worn) }
  }

  /// The day in a cell.
  func day(_ cell: Cell) -> CellValue<Day> {
    // What is a day as it stands has no outer dress.
    var worn: DressKinds = []
    if let day = unsafe Dress.day(cell, &worn) {
      note(worn)
      return .value(day)
    }
    return unsafe value(cell, as: .number) { bare, worn in unsafe Dress.day(bare, &worn) }
  }

  /// The amount in a cell.
  ///
  /// - Parameter heading: the unit that the heading over it states.
  func amount(_ cell: Cell, signed: Bool, heading: Heading.Unit) -> CellValue<Yuan> {
    unsafe value(cell, as: .number) { bare, worn in
      unsafe Dress.amount(bare, signed: signed, heading: heading, &worn)
    }
  }

  /// Whether the amount in a cell goes on in the next one, as `18,000.00` without quotes does.
  func isSplit(_ cell: Cell, _ commas: CommaText) -> Bool {
    guard unsafe commas.goesOn(behind: cell) else { return false }
    var worn: DressKinds = []
    return unsafe Dress.isBeforeComma(Dress.undress(cell, as: .number, in: room, &worn))
  }

  /// What a row of totals states in a cell.
  func total(_ role: Int, signed: Bool, _ reader: RowScanner) -> TotalsRow.Stated {
    defer { forgetRow() }
    switch unsafe amount(reader.cells[role], signed: signed, heading: reader.unit(of: role)) {
    case .missing: return .nothing
    case .value(let amount): return .amount(amount)
    case .refused: return .unreadable
    }
  }

  /// The count in a cell of a register, where 无 is 0.
  func count(_ cell: Cell) -> CellValue<Int> {
    unsafe value(cell, as: .number) { bare, worn in unsafe Dress.count(bare, noneIsZero: true, &worn) }
  }

  private func value<Value>(
    _ cell: Cell, as use: Dress.Use, _ read: (Cell, inout DressKinds) -> Value?
  ) -> CellValue<Value> {
    var worn: DressKinds = []
    let bare = unsafe Dress.undress(cell, as: use, in: room, &worn)
    if unsafe bare.isMissing { return .missing }
    guard let value = unsafe read(bare, &worn) else { return .refused }
    note(worn)
    return .value(value)
  }
}
