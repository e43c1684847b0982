package import Rules
package import Tables
package import Units

/// The register of households.
package enum HouseholdsFile: TableFile {
  package static let kind = FileKind.households
  package static let name = Wording(zh: "农户名册", en: "register of households")

  package enum Role: Int, FileRole {
    case household, group, members, income, dwellings, businesses, vehicles, incomePerPerson, incomeYear,
      township, village
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: .household
    case .group: Field("group", "人群", "方案里的人群", "a group of the scheme").holding(.word)
    case .members:
      Field("members", "人口", "户内人数，至少 1", "number of people in the household, at least 1").holding(.count)
    case .income: income
    case .incomePerPerson:
      Field(
        "income_per_person", "人均纯收入", "上一年人均纯收入，乘以人口即年收入；有它可以没有年收入；元",
        "the previous year's net income by person: times the members it is the household's, whose column may then be "
          + "left out; in yuan"
      ).holding(.money).insteadOf(income).optional
    case .incomeYear:
      Field(
        "income_year", "收入年度", "年收入是哪一年的；没有即记入之日的上一年；只有案卷簿要它",
        "the year of the income; without it, the year before the day it is recorded; only a casebook asks for it"
      ).holding(.count).optional
    case .dwellings: Field.dwellings.optional
    case .businesses: Field.businesses.optional
    case .vehicles: Field.vehicles.optional
    case .township: Field.township.optional
    case .village: Field("village", "村", "所在村", "the village it is in").optional
    }
  }

  private static let income = Field(
    "annual_income", "年收入", "上一年家庭纯收入，未扣本次费用；元",
    "the household's net income in the previous year, before deducting the claimed cost; in yuan"
  ).holding(.money)

  /// What a batch needs of a register: also the assets, whose cells may be empty. A column's place is its role's raw value.
  package static let adjudicated = FileColumns<HouseholdsFile>(
    required: [.household, .group, .members, .income, .dwellings, .businesses, .vehicles],
    optional: [.incomePerPerson]
  ).columns

  /// The columns' names where we write a register: an income stands there once, for the household.
  package static let written = Role.allCases.filter { $0 != .incomePerPerson && $0 != .incomeYear }
    .map { field($0).name }

  /// What a row says of a household; what it does not say is `nil`.
  package struct Household: Sendable {
    package let household: String
    /// A group of the scheme, by its word.
    package let group: String?
    package let members: Int?
    package let income: Yuan?
    package let incomeYear: Int?
    package let dwellings: Int?
    package let businesses: Int?
    package let vehicles: Int?
    package let township: String?
    package let village: String?
  }
}

extension RowReading<HouseholdsFile> {
  /// Reads a household of a register that goes into a casebook; `nil` where its row has a fault.
  package mutating func household(_ scheme: Scheme) -> HouseholdsFile.Household? {
    let household = id(.household)
    let members = count(.members, atLeast: 1)
    let row = HouseholdsFile.Household(
      household: household ?? "", group: group(.group, of: scheme), members: members,
      income: income(members), incomeYear: count(.incomeYear, atLeast: 1949), dwellings: count(.dwellings),
      businesses: count(.businesses), vehicles: count(.vehicles), township: text(.township),
      village: text(.village))
    return household == nil || fault != nil ? nil : row
  }

  /// The household's income, however the row states it.
  private mutating func income(_ members: Int?) -> Yuan? {
    let (whole, each) = (
      yuan(.income, in: Yuan.incomeRange), yuan(.incomePerPerson, in: Yuan.incomeRange)
    )
    switch HouseholdIncome(whole: whole, each: each, members: members) {
    case .stated(let income): return income
    case .differing: note(.incomePerPerson, .incomesDiffer)
    case .outOfRange: note(.incomePerPerson, .amountOutOfRange)
    }
    return nil
  }
}
