package import Units

/// Something becomes known of a household: what the entry states, from its day on.
package struct HouseholdStatement: JournalStatement {
  package static let kind = EntryKind.household

  package let household: String
  /// A word of the scheme.
  package let group: String?
  package let members: Int?
  package let income: Yuan?
  /// The year in which the income was earned; `nil` for the year before the entry's day.
  package let incomeYear: Int?
  /// In the order of `Scheme.Asset`: how many, where it is stated.
  package let assets: [Int?]
  package let township: String?
  package let village: String?
  /// The entry that it says otherwise than.
  package let revises: Int?

  package init(
    household: String, group: String? = nil, members: Int? = nil, income: Yuan? = nil,
    incomeYear: Int? = nil, assets: [Int?] = [nil, nil, nil], township: String? = nil, village: String? = nil,
    revises: Int? = nil
  ) {
    self.household = household
    self.group = group
    self.members = members
    self.income = income
    self.incomeYear = incomeYear
    self.assets = assets
    self.township = township
    self.village = village
    self.revises = revises
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    household = try payload.text("household")
    group = try payload.optionalText("group")
    members = try payload.optionalNumber("members")
    income = try payload.optionalYuan("annual_income")
    incomeYear = try payload.optionalNumber("income_year")
    assets = try payload.assets()
    township = try payload.optionalText("township")
    village = try payload.optionalText("village")
    revises = try payload.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.set("household", household)
    payload.set("group", group)
    payload.set("members", members)
    payload.set("annual_income", income)
    payload.set("income_year", incomeYear)
    payload.set(assets: assets)
    payload.set("township", township)
    payload.set("village", village)
    payload.set("revises", revises)
  }

  package var ownWords: [String] { [] }
}
