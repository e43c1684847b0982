/// What the register knows of households and persons, by the names that imported files have for it.
enum RegisterField: String, CaseIterable {
  case group, members, income = "annual_income", incomeYear = "income_year"
  case dwellings, businesses, vehicles
  case township, village
  case household, name, residentID = "resident_id", relation, telephone, bankAccount = "bank_account"

  /// In the order of their names, in which differences are told.
  static let ordered = allCases.sorted { $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8) }

  /// Whether departments answer for it, and the answer holds for a time.
  var isAsset: Bool {
    switch self {
    case .dwellings, .businesses, .vehicles: true
    case .group, .members, .income, .incomeYear, .township, .village, .household, .name, .residentID,
      .relation,
      .telephone, .bankAccount:
      false
    }
  }

  /// Those that belong to a person: never in an entry.
  static let personal: [RegisterField] = [.name, .residentID, .telephone, .bankAccount]
}

/// What a row of a register states, or what is known: a text, an amount among them, or a count.
enum RegisterValue: Hashable {
  case text(String)
  case count(Int)

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var count: Int? { if case .count(let count) = self { count } else { nil } }
}

typealias RegisterValues = [RegisterField: RegisterValue]

extension RegisterValues {
  /// What is stated; what is not stated is not there.
  init(texts: [RegisterField: String?], counts: [RegisterField: Int?] = [:]) {
    self.init()
    for (field, text) in texts { self[field] = text.map(RegisterValue.text) }
    for (field, count) in counts { self[field] = count.map(RegisterValue.count) }
  }
}
