import Files
import Journal
import Units

extension ImportPlan {
  /// Holds a row against what is known: the same, new, or otherwise. What it does not state stays as it is.
  ///
  /// Of a household only what is new is recorded, so that each fact keeps the day on which it became known; but an answer about
  /// assets holds for a time, and is renewed by the same answer of a later day. Of a person all is recorded that is then
  /// known, because a person's row replaces the one before.
  ///
  /// - Parameter day: the day of the file.
  mutating func take(_ row: RegisterStatement, known: [RegisterField: KnownFact]?, on day: Day) {
    var fresh = RegisterValues()
    var renewed = RegisterValues()
    var revised: Int?
    // The year is no fact of its own: it says which income is meant.
    for field in RegisterField.ordered where field != .incomeYear {
      guard let value = row.stated[field] else { continue }
      if let before = known?[field] {
        if before.value == value {
          if field.isAsset, let on = before.on, on < day { renewed[field] = value }
          continue
        }
        revised = max(revised ?? 0, before.entry)
        if kind == .members, field == .household, let from = before.value.text, let to = value.text {
          moves.append((row.id, (row.stated[.name] ?? known?[.name]?.value)?.text, from, to))
        }
        differences.append(
          Difference(
            id: row.id, field: field.rawValue, was: ImportPlan.shown(before.value, field),
            now: ImportPlan.shown(value, field)))
      }
      fresh[field] = value
    }
    if fresh[.income] != nil { fresh[.incomeYear] = row.stated[.incomeYear] }
    if known != nil, fresh.isEmpty {
      if renewed.isEmpty { identical += 1 } else { self.renewed += 1 }
    } else if revised == nil {
      new += 1
    } else {
      self.revised += 1
    }
    fresh.merge(renewed) { stated, _ in stated }
    guard known == nil || !fresh.isEmpty else { return }
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
      case .group, .members, .income, .incomeYear, .dwellings, .businesses, .vehicles, .township, .village,
        .household,
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

  /// The income is of a year that has not come on the day of the file.
  static func incomeToCome(_ year: Int) -> RowRefusal {
    RowRefusal(
      problem: Refusal.Code.inTheFuture.rawValue,
      what: Wording(zh: "\(year) 年还没到，不会有这一年的收入", en: "\(year) has not come: there is no income of it yet"))
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
