package import Tables
package import Units

/// Confirmed claims.
package enum ClaimsFile: TableFile {
  package static let kind = FileKind.claims
  package static let name = Wording(zh: "已确认的理赔申请", en: "confirmed claims")

  package enum Role: Int, FileRole {
    case id, household, peril, day, amount, person, cause, compensated, corrects, residentID
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .id: .claim
    case .household: .household
    case .peril: .peril
    case .day: .incurredOn
    case .amount: .amount
    case .person: Field.person.optional
    case .cause: Field.cause.optional
    case .compensated: Field.compensated.optional
    case .corrects: Field.corrects.optional
    case .residentID:
      Field.residentID.optional.meaning(
        "患者的身份证号，只用于 fangpin adjudicate 和 explain：给出 --members 时按它查户编号，可以没有户编号；不写到任何地方",
        "the patient's resident ID, for fangpin adjudicate and explain only: with --members it leads to the household, whose "
          + "column may then be left out; it is written nowhere")
    }
  }

  // A column's place in these lists is its role's raw value.

  /// The columns of claims whose rows state their households.
  package static let stated = Array(columns.prefix(Role.residentID.rawValue))

  /// The same, where a list of members could help a list without them.
  package static let batch = stated.map { column in
    guard column.name == Field.household.name else { return column }
    return column.remedied(
      by: Remedy(
        Wording(
          zh: "或用 --members 给出家庭成员名单，按身份证号查到户编号",
          en: "or give the list of members with --members F: it finds the household by the resident ID"),
        having: Field.residentID.column.headings))
  }

  /// The columns of claims whose households are looked up by resident IDs.
  package static let lookedUp = columns.map { column in
    switch column.name {
    case Field.household.name: column.required(false).decisive
    case Field.residentID.name:
      column.required(true).remedied(
        by: Remedy(
          Wording(
            zh: "--members 按它查户编号，没有它就无从查起",
            en: "--members looks households up by it: without it there is nothing to look up")))
    default: column
    }
  }

  /// The same where the list also says which persons have moved: then the claims may all state their households.
  private static let followed = columns.map { column in
    [Field.household.name, Field.residentID.name].contains(column.name)
      ? column.required(false).decisive : column
  }

  /// The columns by which a batch reads its claims.
  ///
  /// - Parameters:
  ///   - isLookedUp: whether there is a list of members.
  ///   - needsPersons: whether the scheme sums by person.
  package static func columns(lookedUp isLookedUp: Bool, needsPersons: Bool) -> [Column] {
    guard isLookedUp else { return batch }
    return needsPersons ? followed : lookedUp
  }
}
