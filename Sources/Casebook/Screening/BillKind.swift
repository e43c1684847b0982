package import Files
package import Units

/// The lists of costs that departments send: what `case screen` reads.
package enum BillKind: String, CaseIterable, Sendable {
  case medical, education, disaster

  /// The kind of file.
  package var file: FileKind {
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

  /// What it is, for people.
  package var name: Wording { file.file.name }
}
