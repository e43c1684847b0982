import Tables
package import Units

/// All that a sample could be drawn from, for whoever draws it again without the casebook.
package enum PopulationFile: TableFile {
  package static let kind = FileKind.population
  package static let name = Wording(
    zh: "抽样总体（audit draw --population）", en: "cases that could be drawn (audit draw --population)")

  package enum Role: Int, FileRole {
    case casefile, claim, household, township, decided, payout
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .casefile: Field.casefile.written
    case .claim: Field.claim.written
    case .household: Field.household.written
    case .township:
      Field.township.written.meaning("农户所在乡镇；空着是不知道", "the household's township; empty means not known")
    case .decided: Field("decided_on", "决定日期", "决定的日期", "the date of the decision").holding(.day).written
    case .payout: Field.payout.written
    }
  }
}
