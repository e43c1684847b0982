package import Units

/// A department's list of costs: whose they are, what they were, and what came back of them.
package protocol BillFile: TableFile {
  /// Where it says whose bill it is and when.
  static var whose: BillRoles<Role> { get }
  /// The amounts that were spent.
  static var costs: [Role] { get }
  /// The amounts that came back, or never were asked for.
  static var returns: [Role] { get }
}

/// The columns that every list of costs has.
package struct BillRoles<Role: FileRole>: Sendable {
  package let record: Role
  package let household: Role
  package let person: Role
  package let incurredOn: Role
}

/// One bill of a department's list.
package struct ListedBill: Sendable {
  /// An amount as given, and the name of its column.
  package struct Part: Sendable {
    package let name: String
    package let amount: Yuan
  }

  package let record: String
  package let household: String
  package let person: String?
  package let incurredOn: Day
  /// The amounts in the order of the columns.
  package let parts: [Part]
  /// What was left to the household, never below nothing.
  package let left: Yuan
  /// The cells that name it and its household.
  package let places: (record: CellPlace, household: CellPlace)
}

extension RowReading where File: BillFile {
  /// Reads a bill; `nil` where it has a fault.
  ///
  /// - Parameter needsPerson: whether the scheme sums this peril's costs by person.
  package mutating func bill(notAfter day: Day, needsPerson: Bool) -> ListedBill? {
    let whose = File.whose
    let (record, household) = (id(whose.record), id(whose.household))
    let person = optionalID(whose.person)
    if needsPerson, row[whose.person] == nil {
      note(
        whose.person, .missing,
        Wording(zh: "本方案按人累计，必须写明人员编号", en: "the scheme sums by person: the person must be named"))
    }
    let incurred = self.day(whose.incurredOn, notAfter: day)
    var parts: [ListedBill.Part] = []
    var left = Yuan.zero
    for (roles, isCost) in [(File.costs, true), (File.returns, false)] {
      for role in roles {
        guard let part = requiredYuan(role) else { continue }
        parts.append(ListedBill.Part(name: File.field(role).name, amount: part))
        left = isCost ? left + part : left - part
      }
    }
    if left > .claimLimit, let first = File.costs.first { note(first, .amountOutOfRange) }
    guard let record, let household, let incurred, fault == nil else { return nil }
    return ListedBill(
      record: record, household: household, person: person, incurredOn: incurred, parts: parts,
      left: max(left, .zero), places: (row.place(whose.record), row.place(whose.household)))
  }
}
