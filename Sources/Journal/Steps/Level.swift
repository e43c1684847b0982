package import Units

/// A level of a case that somebody signs. Nobody signs two levels of one case.
package enum Level: String, CaseIterable, Sendable {
  case intake, verification, visit, village, township, county, settlement, reversal

  /// Its name for people.
  package var name: Wording {
    switch self {
    case .intake: Wording(zh: "受理", en: "intake")
    case .verification: Wording(zh: "部门核查", en: "verification")
    case .visit: Wording(zh: "入户查勘", en: "home visit")
    case .village: Wording(zh: "村级", en: "village")
    case .township: Wording(zh: "乡镇", en: "township")
    case .county: Wording(zh: "县级审批", en: "county approval")
    case .settlement: Wording(zh: "赔付", en: "settlement")
    case .reversal: Wording(zh: "冲正", en: "reversal")
    }
  }
}
