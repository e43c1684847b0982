package import Units

/// The lists of costs that departments send: what `case screen` reads.
package enum BillKind: String, CaseIterable, Sendable {
  case medical, education, disaster

  /// The file's columns.
  package var table: OfficeTable {
    switch self {
    case .medical: .medical
    case .education: .education
    case .disaster: .disaster
    }
  }

  /// The scheme's word for what befell the household.
  package var peril: String {
    switch self {
    case .medical: "illness"
    case .education: "education"
    case .disaster: "disaster"
    }
  }

  /// How many of the amounts, which stand after the first four columns, are costs; the others came back.
  var costs: Int {
    switch self {
    case .medical, .disaster: 1
    case .education: 3
    }
  }

  /// What it is, for people.
  package var name: Wording { table.name }
}
