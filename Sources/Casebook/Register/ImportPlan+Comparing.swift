import Files
import Journal
import Units

extension ImportPlan {
  /// Holds a row against what is known: the same, new, or otherwise. What it does not state stays as it is.
  ///
  /// Of a household only what is new is recorded, so that each fact keeps the day on which it became known; of a person
  /// all that is then known, because a person's row replaces the one before.
  mutating func take(_ row: RegisterStatement, known: [RegisterField: KnownFact]?) {
    var fresh = RegisterValues()
    var revised: Int?
    for field in RegisterField.ordered {
      guard let value = row.stated[field] else { continue }
      if let before = known?[field] {
        if before.value == value { continue }
        revised = max(revised ?? 0, before.entry)
        differences.append(
          Difference(
            id: row.id, field: field.rawValue, was: ImportPlan.shown(before.value, field),
            now: ImportPlan.shown(value, field)))
      }
      fresh[field] = value
    }
    guard known == nil || !fresh.isEmpty else {
      identical += 1
      return
    }
    if revised == nil { new += 1 } else { self.revised += 1 }
    if kind == .members, let known {
      for (field, fact) in known where fresh[field] == nil { fresh[field] = fact.value }
    }
    items.append(
      Item(
        id: row.id, household: row.household, values: fresh,
        revises: revised))
  }

  /// A value for people; what belongs to a person is masked, as everywhere.
  private static func shown(_ value: RegisterValue, _ field: RegisterField) -> String {
    switch value {
    case .count(let count): return "\(count)"
    case .text(let text):
      // Who may see the file sees it whole; the message says which row, and people's data stays out of screens and logs.
      switch field {
      case .name: return PersonName(text).masked
      case .residentID: return ResidentID.masked(text)
      case .telephone: return Telephone.masked(text)
      case .bankAccount: return BankAccount.masked(text)
      case .group, .members, .income, .dwellings, .businesses, .vehicles, .township, .village, .household,
        .relation:
        return text
      }
    }
  }
}

/// Why a row that can be read is not taken in.
struct RowRefusal {
  let problem: String
  let what: Wording

  /// The household is not on the register.
  static func unknownHousehold(_ day: Day) -> RowRefusal {
    RowRefusal(
      problem: Refusal.Code.unknownHousehold.rawValue,
      what: Wording(zh: "\(day) 的名册上没有这一户", en: "the household is not on the register of \(day)"))
  }

  /// Another row of the file has the same id and says otherwise.
  static let twiceAndDifferent = RowRefusal(
    problem: "twice-and-different",
    what: Wording(zh: "同一编号在文件里出现两次，内容不同", en: "the id appears twice in the file, with different content"))
}

extension Reject {
  /// The row, as the casebook refuses it.
  init(_ place: CellPlace, _ refusal: RowRefusal) { self.init(place, refusal.problem, refusal.what) }
}
