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
  /// Whether more came back than was spent.
  package let isOverpaid: Bool
  /// The cells that name it, its household, its day, and its first cost.
  package let places: (record: CellPlace, household: CellPlace, day: CellPlace, cost: CellPlace)
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
        if let text = row[role], text.unicodeScalars.first.map(RowReading.isMinus) ?? false {
          note(role, .badAmount, RowReading.negative)
        }
        guard let part = requiredYuan(role) else { continue }
        parts.append(ListedBill.Part(name: File.field(role).name, amount: part))
        left = isCost ? left + part : left - part
      }
    }
    if left > .claimLimit, let first = File.costs.first { note(first, .amountOutOfRange) }
    guard let record, let household, let incurred, let cost = File.costs.first, fault == nil else {
      return nil
    }
    return ListedBill(
      record: record, household: household, person: person, incurredOn: incurred, parts: parts,
      left: max(left, .zero), isOverpaid: left < .zero,
      places: (
        row.place(whose.record), row.place(whose.household), row.place(whose.incurredOn), row.place(cost)
      ))
  }

  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    ["-", "\u{2212}", "\u{FF0D}"].contains(scalar)
  }

  /// A bill that takes another back counts nowhere: it would eat up what the household's other bills left.
  private static var negative: Wording {
    Wording(
      zh: "金额是负数：冲红的单据不单独计入；请按更正后的金额重报原单据，加 --revise",
      en:
        "a negative amount: a bill that takes another back is not counted by itself; hand in the other bill as it "
        + "is now, with --revise")
  }
}
