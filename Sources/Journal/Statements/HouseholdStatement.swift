package import Units

/// Something becomes known of a household: what the entry states, from its day on.
package struct HouseholdStatement: JournalStatement {
  package static let kind = EntryKind.household

  package let household: String
  /// A word of the scheme.
  package let group: String?
  package let members: Int?
  /// Of the year before.
  package let income: Yuan?
  /// In the order of `Scheme.Asset`: how many, where it is stated.
  package let assets: [Int?]
  package let township: String?
  package let village: String?
  /// The entry that it says otherwise than.
  package let revises: Int?

  package init(
    household: String, group: String? = nil, members: Int? = nil, income: Yuan? = nil,
    assets: [Int?] = [nil, nil, nil], township: String? = nil, village: String? = nil, revises: Int? = nil
  ) {
    self.household = household
    self.group = group
    self.members = members
    self.income = income
    self.assets = assets
    self.township = township
    self.village = village
    self.revises = revises
  }

  package init(_ said: PayloadReader) throws(MissingMember) {
    household = try said.text("household")
    group = try said.optionalText("group")
    members = try said.optionalNumber("members")
    income = try said.optionalYuan("annual_income")
    assets = try said.assets()
    township = try said.optionalText("township")
    village = try said.optionalText("village")
    revises = try said.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.say("household", household)
    payload.say("group", group)
    payload.say("members", members)
    payload.say("annual_income", income)
    payload.say(assets: assets)
    payload.say("township", township)
    payload.say("village", village)
    payload.say("revises", revises)
  }

  package var ownWords: [String] { [] }
}
