package import Units

/// In what capacity an actor acts. An actor has one; there is none that may do everything.
package enum Role: String, CaseIterable, Sendable {
  case village, township, department, insurer, county

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .village: Wording(zh: "村两委", en: "village")
    case .township: Wording(zh: "乡镇", en: "township")
    case .department: Wording(zh: "职能部门", en: "department")
    case .insurer: Wording(zh: "保险公司", en: "insurer")
    case .county: Wording(zh: "县防贫办", en: "county office")
    }
  }
}
