import Batch
import Rules
import Tables
import Units

/// One bill of a department's list.
struct BillRow {
  let row: Sheet.Row
  let record: String
  let household: String
  /// What its entry says: whose it is, the parts as given, and as `amount` what was left to the household.
  let said: Payload
}

extension RowReading {
  /// Reads a bill; `nil` where it has a fault.
  ///
  /// - Parameter needsPerson: whether the scheme sums this peril's costs by person.
  mutating func bill(_ kind: BillKind, notAfter day: Day, needsPerson: Bool) -> BillRow? {
    let (record, household, person) = (id(0), id(1), optionalID(2))
    if needsPerson, row[2] == nil {
      note(
        2, "missing",
        Wording(zh: "本方案按人累计，必须写明人员编号", en: "the scheme sums by person: the person must be named"))
    }
    let incurred = self.day(3, notAfter: day)
    var said = Payload().with("peril", kind.peril).with("record", record).with("household", household)
      .with("person", person).with("incurred_on", incurred)
    var left = Yuan.zero
    for (index, role) in kind.table.columns.indices.dropFirst(4).enumerated() {
      guard let part = requiredYuan(role) else { continue }
      said = said.with(kind.table.columns[role].name, part)
      left = index < kind.costs ? left + part : left - part
    }
    if left > .claimLimit { note(4, .amountOutOfRange) }
    guard let record, let household, fault == nil else { return nil }
    return BillRow(
      row: row, record: record, household: household, said: said.with("amount", max(left, .zero)))
  }
}
