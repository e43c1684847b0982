import Files
import Journal
import Units

/// One bill of a department's list, as its entry will state it.
struct StatedBill {
  let record: String
  let household: String
  /// What its entry says: whose it is, the parts as given, and what was left to the household.
  let stated: BillStatement
  /// Whether more came back than was spent.
  let isOverpaid: Bool
  /// The cells that name it, its household, its day, and its first cost.
  let places: (record: CellPlace, household: CellPlace, day: CellPlace, cost: CellPlace)

  init(_ bill: ListedBill, peril: String) {
    record = bill.record
    household = bill.household
    stated = BillStatement(
      peril: peril, record: bill.record, household: bill.household, person: bill.person,
      incurredOn: bill.incurredOn,
      parts: bill.parts.map { BillStatement.Part(name: $0.name, amount: $0.amount) }, amount: bill.left,
      revises: nil)
    isOverpaid = bill.isOverpaid
    places = bill.places
  }
}

extension BillKind {
  /// What the rows of a sheet state, in their order, or why they cannot be read.
  ///
  /// - Parameter needsPerson: whether the scheme sums this peril's costs by person.
  func bills(_ sheet: Sheet, notAfter day: Day, needsPerson: Bool) -> [Result<StatedBill, Reject>] {
    switch self {
    case .medical: read(sheet, MedicalFile.self, day, needsPerson)
    case .education: read(sheet, EducationFile.self, day, needsPerson)
    case .disaster: read(sheet, DisasterFile.self, day, needsPerson)
    }
  }

  private func read<File: BillFile>(
    _ sheet: Sheet, _ file: File.Type, _ day: Day, _ needsPerson: Bool
  ) -> [Result<StatedBill, Reject>] {
    sheet.rows(of: file).compactMap { row in
      var reading = RowReading(row)
      if let bill = reading.bill(notAfter: day, needsPerson: needsPerson) {
        return .success(StatedBill(bill, peril: peril))
      }
      return reading.fault.map { .failure($0) }
    }
  }
}
